/// The text in double quotes, as messages show a reader's word; a long one is cut with `…`.
///
/// Complexity: O(`limit`).
public func quoted(_ text: String, limit: Int = 60) -> String {
  let head = text.unicodeScalars.prefix(limit)
  let isCut = head.endIndex != text.unicodeScalars.endIndex
  return "\"" + String(Substring(head)) + (isCut ? "…\"" : "\"")
}
