import Foundation
import Testing

/// Specs that begin from the weights of a file.
@Suite struct WeightsFileTests {
  private let program: Program

  init() throws {
    program = try Program()
    let spec = "dataset: xor\nlayers: [2, 4, 1]\nactivation: tanh\nlearning_rate: 1\nepochs: 3\n"
    try program.write(spec, to: "first.yaml")
    #expect(try program.run("first.yaml").status == 0)
    let id = try #require(program.runs("runs/first").first)
    try program.write(
      spec + "init: {file: runs/first/\(id)/model.safetensors}\n", to: "second.yaml")
  }

  @Test func fileIsFoundFromTheFolderOfTheSpec() throws {
    let result = try program.run("check", "second.yaml")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains(/init .*model.safetensors, digest: [k-z]{16}}  \(given\)/))
    let elsewhere = try program.run("check", program.folder.appending(path: "second.yaml").path())
    #expect(elsewhere.status == 0, "\(elsewhere.error)")
  }

  @Test(arguments: [
    ("layers=[2, 3, 1]", "tensor \"layers.0.weight\" of the file of weights has the shape [4, 2]"),
    ("layers=[2, 4, 4, 1]", "no tensor \"layers.2.weight\""),
    ("init={file: first.yaml}", "first.yaml\": the header of the safetensors file cannot be read"),
    ("init.digest=kkkkkkkkkkkkkkkk", "not \"kkkkkkkkkkkkkkkk\""),
  ])
  func mistakeIsToldAtItsPlace(argument: String, text: String) throws {
    let result = try program.run("check", "second.yaml", "--set", argument)
    #expect(result.status == 65)
    #expect(result.error.contains(text), "\(result.error)")
  }

  @Test func missingFileIsNoInput() throws {
    let result = try program.run(
      "check", "second.yaml", "--set", "init={file: missing.safetensors}")
    #expect(result.status == 66)
    #expect(result.error.contains("No such file or directory"))
  }

  @Test func specsOfResultsAreTheSameRun() throws {
    #expect(try program.run("second.yaml").status == 0)
    let id = try #require(program.runs("runs/second").first)
    for spec in ["runs/second/\(id)/spec.yaml", "runs/second/spec.yaml"] {
      let plan = try program.run("plan", spec)
      #expect(plan.output.contains(id), "\(plan.error)")
    }
  }
}
