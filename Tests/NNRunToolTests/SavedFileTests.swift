import Testing

/// What a run may leave beside its scores.
@Suite struct SavedFileTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func everyFileIsThere() throws {
    try program.write(
      """
      dataset: {inputs: [[0], [1], [2]], targets: [0, 1, 2]}
      layers: [1, 8, 3]
      activation: tanh
      task: multiclass
      learning_rate: 0.1
      epochs: 20
      metrics: [accuracy, precision, recall, f1, auc]
      save: [model, initial, best, predictions]
      """, to: "all.yaml")
    #expect(try program.run("all.yaml").status == 0)
    let run = try #require(program.runs("runs/all").first)
    let lines = try program.read("runs/all/\(run)/predictions.csv").split(separator: "\n")
    #expect(lines[0] == "split,row,target,output_1,output_2,output_3,predicted")
    #expect(lines.dropFirst().map { $0.prefix(10) } == ["train,0,0,", "train,1,1,", "train,2,2,"])
    // The loss falls to the end, so that the last epoch is the best.
    let files = try program.results("runs/all")
    let model = try #require(files["\(run)/model.safetensors"])
    #expect(files["\(run)/best.safetensors"] == model)
    #expect(files["\(run)/initial.safetensors"] != model)
    #expect(try program.run("all.yaml").output.contains("cached"))
  }
}
