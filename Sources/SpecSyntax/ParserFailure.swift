/// Where and why libyaml could not go on.
struct ParserFailure: Error {
  /// What it met, in libyaml's words.
  let problem: String

  /// What it was doing, in libyaml's words, or empty.
  let context: String

  /// The byte at which it stopped.
  let offset: Int

  /// The byte at which what it was doing began.
  let contextOffset: Int
}
