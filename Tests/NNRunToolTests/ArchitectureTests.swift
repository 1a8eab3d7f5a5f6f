import Foundation
import Testing

/// What docs/Architecture.md says of the modules, and what they keep to.
struct ArchitectureTests {
  /// A file of the documentation.
  private static let picture = Program.root.appending(path: "docs/architecture.svg")

  @Test func `modules import what the package says, and nothing else`() throws {
    #expect(try ModuleGraph.ofPackage() == ModuleGraph.ofSources())
  }

  @Test func `the picture shows every module and every import`() throws {
    let graph = try ModuleGraph.ofPackage()
    let drawn = ArchitecturePicture(graph: graph).svg
    if ProcessInfo.processInfo.environment["NN_RUN_RECORD"] != nil {
      try Data(drawn.utf8).write(to: Self.picture)
    }
    let picture = try String(contentsOf: Self.picture, encoding: .utf8)
    let arrows = picture.matches(of: /data-from="([\w-]+)" data-to="([\w-]+)"/).map {
      ModuleGraph.Arrow(from: String($0.1), to: String($0.2))
    }
    #expect(arrows.sorted() == graph.arrows)
    #expect(picture == drawn, "`make docs` draws it anew")
  }

  @Test func `every module is in the table`() throws {
    let text = try String(
      contentsOf: Program.root.appending(path: "docs/Architecture.md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let names = rows.flatMap { row in
      (row.split(separator: "|").first ?? "").matches(of: /`([^`]+)`/).map { String($0.1) }
    }
    // The kernels of all instruction sets are one row.
    let modules = try ModuleGraph.ofPackage().modules.filter { !$0.hasPrefix("KernelsAVX") }
    #expect(Set(names) == Set(modules))
  }

  /// What only the command line may do, and what shows that a file does it.
  private static let rules: [(what: String, pattern: String)] = [
    ("print", pattern: #"\bprint\(|standardOutput|standardError|\bfputs\b|FileHandle"#),
    ("know of exit codes", #"\bexit\(|ExitCode|ExitStatus|ExitError"#),
    (
      "look at the clock",
      #"ContinuousClock|SuspendingClock|\bDate\b|clock_gettime|\.now\(\)|Date\.now"#
    ),
    ("look at the environment", #"\bgetenv\b|ProcessInfo|CommandLine\.|hostName"#),
    ("draw lots", #"SystemRandomNumberGenerator|\.random\(in|\.shuffled\(\)|arc4random"#),
  ]

  @Test func `only the command line prints, and knows of exit codes, clock and environment`() throws
  {
    let above: Set<String> = ["NNRunTool", "nn-run", "nn-run-bench", "Benchmarking"]
    let sources = Program.root.appending(path: "Sources")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    // Swift's own expressions take half a minute for this.
    let rules = try Self.rules.map { ($0.what, try NSRegularExpression(pattern: $0.pattern)) }
    var count = 0
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let path = file.path().dropFirst(sources.path().count).drop { $0 == "/" }
      guard let module = path.split(separator: "/").first, !above.contains(String(module)) else {
        continue
      }
      count += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let code = String(line.prefix { $0 != "/" })
        let range = NSRange(location: 0, length: code.utf16.count)
        for (what, pattern) in rules where pattern.firstMatch(in: code, range: range) != nil {
          Issue.record("\(path):\(number + 1) may not \(what): \(line)")
        }
      }
    }
    #expect(count > 300)
  }
}
