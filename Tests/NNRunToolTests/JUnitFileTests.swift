import Foundation
import Testing

/// The file that `--junit` asks for.
@Suite struct JUnitFileTests {
  private let program: Program
  private static let spec = """
    dataset: xor
    layers: [2, 2, 1]
    activation: tanh
    epochs: 20
    sweep: {parameters: {learning_rate: [0.1, 1]}}
    expect: [{metric: train_loss, max: 0.2}]
    """

  init() throws {
    program = try Program()
    try program.write(Self.spec, to: "xor.yaml")
    try program.write("dataset: or\nlayers: [2, 1]\nlearning_rate: 1\nepochs: 2", to: "or.yaml")
  }

  /// What the file says of the time and the machine, replaced.
  private func steady(_ text: String) -> String {
    text.replacing(/(time|timestamp|hostname)="[^"]*"/) { "\($0.1)=\"\"" }
  }

  @Test func `several specs are several suites, in a folder that is made`() throws {
    let result = try program.run("xor.yaml", "or.yaml", "--junit", "reports/ci/junit.xml")
    #expect(result.status == 1)
    let text = try program.read("reports/ci/junit.xml")
    #expect(text.matches(of: /<testsuite name="(xor|or)"/).count == 2)
    #expect(text.contains("id=\"0\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"0\""))
    #expect(text.contains("id=\"1\" tests=\"1\" failures=\"0\""))
    #expect(text.contains(/\nrun: [k-z]{16}\nlearning_rate: (0\.1|1)\nseed: 0\nepoch,train_loss,/))
    #expect(text.contains(/\n20,0\.\d+,[\d.]+,(0\.1|1)<\/failure>/))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: program.folder.appending(path: "reports/ci").path())
    #expect(left == ["junit.xml"])
    try program.run("xor.yaml", "or.yaml", "--junit", "again.xml", "--quiet")
    let again = try program.read("again.xml")
    #expect(steady(again) == steady(text))
    let runTimes = again.matches(of: /classname="[a-z]+\.runs" time="([\d.]+)"/).map(\.1)
    #expect(runTimes == ["0.000", "0.000", "0.000"])
  }

  @Test func `a file that cannot be written is told before anything is trained`() throws {
    try program.write("", to: "file")
    let inFile = try program.run("xor.yaml", "--junit", "file/junit.xml")
    #expect(inFile.status == 73)
    #expect(inFile.error.contains("nn-run: error: cannot create file"))
    let folder = try program.run("xor.yaml", "--junit", ".")
    #expect(folder.status == 73)
    #expect(folder.error.contains("cannot create .: Is a directory"))
    let spec = try program.run("xor.yaml", "--junit", "or.yaml")
    #expect(spec.status == 73)
    #expect(spec.error.contains("cannot create or.yaml: the file of that name is no XML"))
    #expect(!program.exists("runs"))
    #expect(try program.read("or.yaml").hasPrefix("dataset: or"))
    #expect(try program.run("xor.yaml", "--junit", "").status == 64)
    #expect(try program.run("xor.yaml", "--junit", "x", "--dry-run").status == 64)
  }

  @Test func `an experiment that cannot begin is an error of its suite`() throws {
    try program.write("", to: "runs/xor")
    let result = try program.run("xor.yaml", "or.yaml", "--junit", "junit.xml", "--quiet")
    #expect(result.status == 73)
    let text = try program.read("junit.xml")
    #expect(text.contains("tests=\"4\" failures=\"0\" errors=\"1\" skipped=\"3\""))
    #expect(text.contains(/<error message="cannot create runs\/xor: [^"]+" type="folder">/))
    #expect(text.contains("name=\"or\" package=\"or\" id=\"1\" tests=\"1\" failures=\"0\""))
  }

  @Test func `runs that were interrupted are skipped`() throws {
    try program.write(
      Self.spec.replacing("epochs: 20", with: "epochs: 900000000\nlog_every: 1000"),
      to: "long.yaml")
    let process = program.process(["long.yaml", "or.yaml", "--junit", "junit.xml", "--quiet"])
    try process.run()
    while process.isRunning, program.drafts("runs/long").isEmpty { sched_yield() }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let text = try program.read("junit.xml")
    #expect(text.contains("<testsuite name=\"long\""))
    #expect(text.contains("tests=\"3\" failures=\"0\" errors=\"0\" skipped=\"3\""))
    #expect(text.contains("id=\"1\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\""))
    #expect(text.contains("<skipped message=\"interrupted\"/>"))
    #expect(text.contains("<skipped message=\"not all runs have ended\"/>"))
  }
}
