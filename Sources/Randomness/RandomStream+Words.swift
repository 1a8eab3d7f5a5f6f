extension RandomStream {
  /// Writes words of the stream by their numbers, from 0, whatever has been drawn.
  ///
  /// - Precondition: the first number is a multiple of 4, and there is room.
  public func write(_ numbers: Range<Int>, to words: inout MutableSpan<UInt64>) {
    precondition(numbers.lowerBound.isMultiple(of: 4) && numbers.count <= words.count)
    var place = 0
    while place + 4 <= numbers.count {
      let block = block(of: numbers.lowerBound + place)
      words[place] = block[0]
      words[place + 1] = block[1]
      words[place + 2] = block[2]
      words[place + 3] = block[3]
      place += 4
    }
    guard place < numbers.count else { return }
    let block = block(of: numbers.lowerBound + place)
    for rest in place..<numbers.count { words[rest] = block[rest - place] }
  }
}
