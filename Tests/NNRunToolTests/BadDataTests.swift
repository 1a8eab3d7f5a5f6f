import Foundation
import TestSupport
import Testing

/// Files of data that are not what a spec says: each is told of, and nothing is left behind.
@Suite struct BadDataTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Runs a spec whose data is said to be in a file, or with another value of `dataset`.
  private func run(_ name: String, dataset: String? = nil, split: String? = nil) throws
    -> Program.Result
  {
    let spec = """
      dataset: \(dataset ?? name)
      layers: [auto, 3, auto]
      activation: tanh
      learning_rate: 0.1
      epochs: 2

      """
    try program.write(spec + (split.map { "split: \($0)\n" } ?? ""), to: "bad.yaml")
    return try program.run("bad.yaml")
  }

  private func expectRefusal(
    _ result: Program.Result, _ fault: String, status: Int32 = 65, line: Int = 1
  ) {
    #expect(result.status == status)
    #expect(result.error.hasPrefix("bad.yaml:\(line):"), "\(result.error)")
    #expect(result.error.contains(fault), "\(result.error)")
    #expect(!program.exists("runs"))
  }

  @Test(arguments: [
    ("a,kind\n1,x\n2\n3,y\n", "has 1 field in line 3, but 2 in the first"),
    ("a,kind\n1,x\n\"2,y\n3,x\n", "has a quote that is not closed, in the record of line 3"),
    ("a,kind\n", "has no rows: there is only the line of names"),
    ("", "is empty"),
    ("a,b,a\n1,2,x\n", "has two columns called \"a\", 0 and 2"),
    ("a,kind\n1,x\n\n2,y\n", "has an empty line between others, line 3"),
    (
      "a,kind\n1,x\nnan,y\n2,x\n",
      "has what is no number in column \"a\", which is of numbers: \"nan\" in line 3"
    ),
    ("a,kind\n1,x\n,y\n2,x\n", "has no value in column \"a\" in line 3"),
  ])
  func aBadTableIsRefused(text: String, fault: String) throws {
    try program.write(text, to: "bad.csv")
    expectRefusal(try run("bad.csv"), "\"bad.csv\" \(fault)")
  }

  @Test func textThatIsNoUTF8IsRefused() throws {
    let bytes = Data("a,kind\n1,x\n2,".utf8) + Data([0xE9]) + Data("\n".utf8)
    try bytes.write(to: program.folder.appending(path: "bad.csv"))
    expectRefusal(try run("bad.csv"), "\"bad.csv\" is not UTF-8 in line 3, column \"kind\"")
  }

  @Test func aMissingTargetHasALikelyName() throws {
    try program.write("a,kind\n1,x\n2,y\n", to: "bad.csv")
    let result = try run("bad.csv", dataset: "{csv: bad.csv, target: kinds}")
    expectRefusal(result, "\"bad.csv\" has no column called \"kinds\"")
    #expect(result.error.contains("did you mean \"kind\"?"))
  }

  @Test func anArrayThatWasCutShortIsRefused() throws {
    let whole = try Data(contentsOf: URL(filePath: corpusDataFolder + "/x.npy"))
    try whole.dropLast(5).write(to: program.folder.appending(path: "bad.npy"))
    expectRefusal(try run("bad.npy"), "\"bad.npy\" ")
    try Data(whole.prefix(3)).write(to: program.folder.appending(path: "bad.npy"))
    expectRefusal(try run("bad.npy"), "\"bad.npy\" ")
  }

  @Test(arguments: ["bad.csv", "bad.npy"])
  func aFolderIsRefused(name: String) throws {
    try program.makeFolder(name)
    expectRefusal(try run(name), "\"\(name)\" cannot be read")
  }

  /// Nobody writes into it, and nobody waits for that.
  @Test(arguments: ["bad.csv", "bad.npy"])
  func aPipeIsRefused(name: String) throws {
    try #require(mkfifo(program.folder.appending(path: name).path(), 0o600) == 0)
    expectRefusal(try run(name), "\"\(name)\" cannot be read")
  }

  @Test(.enabled(if: getuid() != 0, "everything may be read"), arguments: ["bad.csv", "bad.npy"])
  func aFileThatMayNotBeReadIsRefused(name: String) throws {
    try program.write("a,kind\n1,x\n2,y\n", to: name)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: program.folder.appending(path: name).path())
    expectRefusal(try run(name), "\"\(name)\" cannot be read")
  }

  @Test(arguments: ["bad.csv", "bad.npy"])
  func aMissingFileIsNoInput(name: String) throws {
    expectRefusal(try run(name), "\"\(name)\" does not exist", status: 66)
  }

  @Test func aClassThatTrainingNeverSawIsRefused() throws {
    try program.write("a,kind\n1,x\n2,y\n3,x\n4,y\n", to: "good.csv")
    try program.write("a,kind\n1,x\n2,z\n", to: "bad.csv")
    for part in ["validation", "test"] {
      expectRefusal(
        try run("good.csv", split: "{\(part): bad.csv}"),
        "\"bad.csv\" has what no row for training has in column \"kind\": \"z\" in line 3",
        line: 6)
      expectRefusal(
        try run("good.csv", split: "{\(part): none.csv}"), "\"none.csv\" does not exist",
        status: 66, line: 6)
    }
    try program.write("a,kind\n1,x\n2,y\n", to: "bad.csv")
    #expect(try run("good.csv", split: "{validation: bad.csv}").status == 0)
    #expect(program.exists("runs"))
  }
}
