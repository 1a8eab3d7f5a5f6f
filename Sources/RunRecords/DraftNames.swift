internal import Experiments
internal import Synchronization

/// How one process calls what it writes before that is whole: `NAME.HOST-PID-N`, so that no two, on
/// whichever machines, write to one place.
public final class DraftNames: Sendable {
  /// The machine's name, with such letters alone as any file system takes.
  public let host: String
  /// The process's number there.
  public let process: Int
  /// How many names have been given.
  private let count = Atomic(0)

  /// The names for a process.
  public init(host: String, process: Int) {
    let letters = host.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || scalar == "-" || scalar == "." ? Character(scalar) : "_"
    }
    self.host = letters.isEmpty ? "localhost" : String(letters)
    self.process = process
  }

  /// A name that nothing has had before.
  func next(for name: String) -> String {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    return "\(name).\(host)-\(process)-\(number)"
  }
}

/// The name of a draft, taken apart: of something that is being written, or was when its process ended.
public struct DraftName: Hashable, Sendable {
  /// What it is a draft of: a run's id, or the name of a file.
  public let name: String
  /// The machine.
  public let host: String
  /// The process's number there.
  public let process: Int

  /// Takes the name of a draft of something apart; nil where it is none.
  public init?(_ text: String, of name: String) {
    guard text.hasPrefix(name + ".") else { return nil }
    let parts = text.dropFirst(name.count + 1).split(
      separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, Int(parts[parts.count - 1]) != nil,
      let process = Int(parts[parts.count - 2])
    else { return nil }
    self.name = name
    host = parts.dropLast(2).joined(separator: "-")
    self.process = process
  }

  /// Takes the name of a draft of a run apart; nil where it is none.
  public init?(ofRun text: String) {
    let id = String(text.prefix(16))
    guard RunID(id) != nil else { return nil }
    self.init(text, of: id)
  }
}
