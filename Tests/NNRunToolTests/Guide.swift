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

    /// What the block's last command exits with, by a comment on it.
    var status: Int32 {
      text.firstMatch(of: /# exit (\d+)/).flatMap { Int32($0.1) } ?? 0
    }
  }

  /// The blocks, in their order.
  let blocks: [Block]

  /// The pages of which every command is run, as far as they are there.
  static let names = ["CI.md", "Sweeps.md"].filter {
    FileManager.default.fileExists(atPath: Program.root.appending(path: "docs/\($0)").path())
  }

  /// Reads a page under `docs`.
  init(_ name: String) throws {
    let text = try String(
      contentsOf: Program.root.appending(path: "docs/\(name)"), encoding: .utf8)
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
