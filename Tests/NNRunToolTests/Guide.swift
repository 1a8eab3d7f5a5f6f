import Foundation

/// A page of the documentation that leads through commands.
struct Guide {
  /// A block of the page between fences.
  struct Block {
    /// What stands after the first fence.
    let language: String
    /// The lines, each ended.
    let text: String

    /// The file that the block is, by a comment in its first line.
    var path: String? {
      let first = text.prefix { $0 != "\n" }
      return first.wholeMatch(of: /# ([A-Za-z0-9_.\/-]+\.ya?ml)/).map { String($0.1) }
    }

    /// The commands that a shell is shown, with what is told of them; none for other languages.
    ///
    /// A line of `sh` is a command, as is one of `console` after a `$`, and what follows that one is its
    /// output. A command goes on where its line ends with a backslash.
    var commands: [Command] {
      let lines = text.replacing("\\\n", with: "").split(
        separator: "\n", omittingEmptySubsequences: false)
      switch language {
      case "sh": return lines.filter { !$0.isEmpty }.map { Command(line: String($0), output: "") }
      case "console":
        return lines.reduce(into: []) { commands, line in
          if line.hasPrefix("$ ") {
            commands.append(Command(line: String(line.dropFirst(2)), output: ""))
          } else if !commands.isEmpty {
            commands[commands.count - 1].output += line + "\n"
          }
        }
      default: return []
      }
    }
  }

  /// A command of the page.
  struct Command {
    /// What a shell is given.
    let line: String
    /// What is shown below it; `…` alone on a line stands for any number of lines.
    fileprivate(set) var output: String

    /// What it exits with, by a comment on it.
    var status: Int32 {
      line.firstMatch(of: /# exit (\d+)/).flatMap { Int32($0.1) } ?? 0
    }

    /// Whether what is shown is in what was written, in its order.
    func isShown(in written: String) -> Bool {
      var rest = written[...]
      let parts = output.split(separator: "\n", omittingEmptySubsequences: false)
        .split { $0.trimmingCharacters(in: .whitespaces) == "…" }
        .map { $0.joined(separator: "\n").trimmingCharacters(in: .newlines) }
      for part in parts where !part.isEmpty {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
      return true
    }
  }

  /// The blocks, in their order.
  let blocks: [Block]

  /// The pages of which every command is run, as the repository has them.
  static let paths = [
    "README.md", "docs/CI.md", "docs/Commands.md", "docs/Data.md", "docs/Editors.md",
    "docs/FirstHour.md", "docs/Results.md", "docs/Sweeps.md",
  ]

  /// Reads a page of the repository.
  init(_ path: String) throws {
    let text = try String(contentsOf: Program.root.appending(path: path), encoding: .utf8)
    var blocks: [Block] = []
    var open: (language: String, lines: String)?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let block = open {
          blocks.append(Block(language: block.language, text: block.lines))
          open = nil
        } else {
          open = (String(line.dropFirst(3)), "")
        }
      } else {
        open?.lines += line + "\n"
      }
    }
    self.blocks = blocks
  }

  /// The blocks that are files, by their paths.
  var files: [(path: String, text: String)] {
    blocks.compactMap { block in block.path.map { ($0, block.text) } }
  }
}
