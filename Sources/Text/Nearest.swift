/// The candidate that `word` was probably meant to be, if one is near; of equally near ones the
/// first.
///
/// Near means few insertions, deletions, substitutions and swaps of neighbours (optimal string
/// alignment, Boytsov 2011): at most a third of the candidate's length, one for short ones, and always
/// fewer than either has letters. In words of at most four letters no letter is substituted: `mse`
/// is no misspelt `mae`. Case, `-` and `_` do not count.
///
/// Complexity: O(word + Σ candidate²): a word much longer than a candidate is not compared with it.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let letters = folded(word)
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let target = folded(candidate)
    let limit = min(max(1, target.count / 3), min(target.count, letters.count) - 1)
    guard abs(letters.count - target.count) <= limit else { continue }
    let isShort = min(letters.count, target.count) <= 4
    let distance = editDistance(letters, target, substitution: isShort ? 2 : 1)
    if distance <= limit && distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// Whether two words differ in nothing but case, `-` and `_`.
public func isSameWord(_ word: String, _ other: String) -> Bool {
  folded(word) == folded(other)
}

/// A word without the differences that do not count.
private func folded(_ word: String) -> [Unicode.Scalar] {
  word.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" }
}

/// How many edits lead from one word to the other, where a substitution counts as so many.
private func editDistance(
  _ source: [Unicode.Scalar], _ target: [Unicode.Scalar], substitution price: Int
) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...target.count)
  for i in source.indices {
    var row = [i + 1]
    for j in target.indices {
      let substitution = last[j] + (source[i] == target[j] ? 0 : price)
      var cost = min(substitution, last[j + 1] + 1, row[j] + 1)
      if i > 0 && j > 0 && source[i] == target[j - 1] && source[i - 1] == target[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[target.count]
}
