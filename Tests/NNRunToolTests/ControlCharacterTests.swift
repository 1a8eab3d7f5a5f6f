import Foundation
import Testing

/// Names of files, arguments and data that would move a cursor, or begin a line of their own in a log.
@Suite struct ControlCharacterTests {
  private let program: Program
  /// Ends a line, begins one that looks like the program's own, and colours it.
  private static let harm = "a\nnn-run: error: \u{1B}[31mforged\r\u{2028}\u{202E}b"

  init() throws { program = try Program() }

  /// Whether a text has the harmful name in it, written out.
  private func isHarmless(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return text.contains(#"a\nnn-run: error: \u{1B}[31mforged\r\u{2028}\u{202E}b"#)
      && !scalars.contains { "\u{1B}\r\u{2028}\u{202E}".unicodeScalars.contains($0) }
      && !text.contains("\nnn-run: error: \u{1B}")
      && text.split(separator: "\n").count { $0.hasPrefix("nn-run: error:") } < 2
  }

  @Test(arguments: [
    [harm], ["check", harm + ".yaml"], ["list", harm], ["show", harm], ["best", harm],
    ["list", "--runs", harm], ["predict", harm, "x.csv"], ["merge", harm, "-o", "all"],
    ["verify", harm], ["clean", "--runs", harm],
  ])
  func `an argument is written out where it is told of`(arguments: [String]) throws {
    try train()
    let result = try program.run(arguments)
    #expect(result.status == 66, "\(result.error)")
    #expect(isHarmless(result.error), "\(result.error)")
  }

  @Test(arguments: [
    ["run", "x.yaml", "--\(harm)"], ["x.yaml", "--jobs", harm], ["x.yaml", "--jobs=\(harm)"],
    ["x.yaml", "--progress", harm], ["show", "one", harm], ["x.yaml", "--shard", harm],
    ["x.yaml", "--time-limit", harm],
  ])
  func `an argument that makes no sense is written out`(arguments: [String]) throws {
    let result = try program.run(arguments)
    #expect(result.status == 64)
    #expect(isHarmless(result.error), "\(result.error)")
    #expect(result.error.contains("\nUsage: nn-run "), "what the parser says has its own lines")
  }

  @Test func `a value of a setting is written out`() throws {
    let result = try program.run(
      ["check", "x.yaml"], environment: ["NN_RUN_CPU": Self.harm])
    #expect(result.status == 66)
    try program.write("dataset: xor\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 1\n", to: "x.yaml")
    let named = try program.run(["x.yaml"], environment: ["NN_RUN_CPU": Self.harm])
    #expect(named.status == 64)
    #expect(isHarmless(named.error), "\(named.error)")
  }

  /// A name of a column that stands in quotes may have line ends.
  private func train() throws {
    try program.write("x,\"\(Self.harm)\",y\n0,1,0\n1,0,1\n0,0,0\n1,1,1\n", to: "data.csv")
    try program.write(
      "dataset: {csv: data.csv}\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 2\n", to: "x.yaml")
    #expect(try program.run("x.yaml", "--quiet").status == 0)
  }

  @Test func `the name of a column is written out in errors`() throws {
    try train()
    try program.write("x,z\n0,1\n", to: "new.csv")
    let result = try program.run("predict", "best", "new.csv")
    #expect(result.status == 65)
    #expect(isHarmless(result.error), "\(result.error)")
  }

  @Test func `the name of a column is written out in notes`() throws {
    try train()
    try program.write("x,z,y\n0,1,0\n1,0,1\n0,0,1\n1,1,1\n", to: "data.csv")
    #expect(try program.run("x.yaml", "--quiet", "-o", "other").status == 0)
    try program.write("x,z,\"\(Self.harm)\"\n0,1,0\n", to: "new.csv")
    let result = try program.run("predict", "best", "new.csv", "--runs", "other")
    #expect(result.status == 0)
    #expect(result.error.hasPrefix("nn-run: note: columns that the network does not know"))
    #expect(isHarmless(result.error), "\(result.error)")
  }

  @Test func `the folder of the results is written out`() throws {
    try train()
    let result = try program.run("x.yaml", "--output", "o\n\u{1B}[31m", "--progress", "none")
    #expect(result.status == 0)
    #expect(result.output.contains(#"summary  o\n\u{1B}[31m/x/summary.csv"#))
    #expect(!result.output.unicodeScalars.contains("\u{1B}"))
  }
}
