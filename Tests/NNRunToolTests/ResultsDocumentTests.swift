import Foundation
import Testing

/// The commands that docs/Results.md shows.
@Suite struct ResultsDocumentTests {
  /// The lines of the blocks of commands.
  static let commands: [String] = {
    let path = Program.root.appending(path: "docs/Results.md")
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```sh\n").dropFirst().flatMap { block in
      (block.components(separatedBy: "```").first ?? "").split(separator: "\n").map(String.init)
    }
  }()

  @Test func `every command works after that of the sweep`() throws {
    let program = try Program()
    try FileManager.default.createSymbolicLink(
      at: program.folder.appending(path: "experiments"),
      withDestinationURL: Program.root.appending(path: "experiments"))
    #expect(Self.commands.count >= 10)
    let path = "\(Program.binary.deletingLastPathComponent().path()):/usr/bin:/bin"
    for command in ["nn-run experiments/xor-sweep.yaml"] + Self.commands {
      let process = program.process(["-c", command], environment: ["PATH": path])
      process.executableURL = URL(filePath: "/bin/sh")
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let text = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0 && !text.isEmpty, "\(command)")
    }
  }
}
