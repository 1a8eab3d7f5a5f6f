import Foundation
import Testing

/// What shells and editors are told of the program.
@Suite struct CompletionTests {
  private let program: Program

  init() throws { program = try Program() }

  /// The subcommands that `--help` lists.
  private func subcommands() throws -> [String] {
    let help = try program.run("--help").output
    let lines = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
    return lines.compactMap { $0.firstMatch(of: #/^  ([a-z]+) /#).map { String($0.1) } }
  }

  /// The subcommands that the program has a file for.
  private static func sourcesOfCommands() throws -> [String] {
    let sources = Program.root.appending(path: "Sources/NNRunTool").path()
    return try FileManager.default.contentsOfDirectory(atPath: sources).compactMap { name in
      name.wholeMatch(of: /([A-Za-z]+)Command\.swift/).map { $0.1.lowercased() }
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions know every subcommand`(shell: String) throws {
    let result = try program.run("--generate-completion-script", shell)
    #expect(result.status == 0)
    let subcommands = try subcommands()
    #expect(Set(subcommands) == Set(try Self.sourcesOfCommands()))
    for subcommand in subcommands {
      #expect(result.output.contains(try Regex("\\b\(subcommand)\\b")), "\(subcommand)")
    }
    for word in ["optimizer.momentum", "leaky_relu", "yaml", "template", "sweep", "plain"] {
      #expect(result.output.contains(word), "\(word)")
    }
  }

  @Test func `the schema is printed as it is kept`() throws {
    let kept = Program.root.appending(path: "docs/nn-run.schema.json")
    let isKept = try program.run("schema").output == String(contentsOf: kept, encoding: .utf8)
    #expect(isKept)
  }

  @Test func `every experiment names the schema`() throws {
    let folder = Program.root.appending(path: "experiments")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".yaml") }
    #expect(names.count >= 9)
    for name in names {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let line = try #require(text.split(separator: "\n").first)
      let path = try #require(line.wholeMatch(of: /# yaml-language-server: \$schema=(.+)/)?.1)
      let schema = folder.appending(path: String(path)).standardizedFileURL
      #expect(schema == Program.root.appending(path: "docs/nn-run.schema.json").standardizedFileURL)
    }
  }
}
