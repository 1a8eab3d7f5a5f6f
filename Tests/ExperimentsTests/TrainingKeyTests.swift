import Experiments
import Testing
import Vocabulary

/// What the keys that change how training goes come to.
@Suite struct TrainingKeyTests {
  private func resolve(_ changes: [Field: SpecValue] = [:]) throws -> RunConfiguration {
    try RunConfiguration(resolving: settings(changes), facts: facts())
  }

  private func problems(_ changes: [Field: SpecValue]) -> [ConfigurationProblem.Kind] {
    do {
      _ = try resolve(changes)
      return []
    } catch let error as RunConfiguration.Problems {
      return error.problems.map(\.kind)
    } catch {
      Issue.record(error)
      return []
    }
  }

  @Test func nothingIsChangedByDefault() throws {
    let run = try resolve()
    #expect(run.schedule == Choice(.constant))
    #expect(run.plateauMonitor == nil)
    #expect(run.stopAt == 100)
    #expect((run.l1, run.l2) == (0, 0))
    #expect(run.clipNorm == nil)
    #expect(run.earlyStopping == nil)
    let absent: [Field] = [
      .schedule, .stopAt, .l1, .l2, .dropout, .clipNorm, .earlyStopping,
    ]
    for field in absent { #expect(run.value(of: field) == nil) }
  }

  @Test func numbersAreTaken() throws {
    let run = try resolve([
      .l1: .number(0.1), .l2: .number(0.2), .clipNorm: .number(3), .stopAt: .integer(40),
    ])
    #expect((run.l1, run.l2) == (0.1, 0.2))
    #expect(run.clipNorm == 3)
    #expect(run.stopAt == 40)
    #expect(run.isLogged(epoch: 40))
    #expect(run.value(of: .stopAt) == .integer(40))
    #expect(problems([.stopAt: .integer(101)]) == [.training(.stopBeyondEpochs(101, epochs: 100))])
  }

  @Test func oneCycleHasItsPeakInsteadOfTheRate() throws {
    let plain = try resolve([.schedule: .text("one_cycle")])
    #expect(
      plain.schedule.specValue.text == "{name: one_cycle, peak: 0.5, start: 0.02, warmup: 0.3}")
    #expect(plain.learningRate == 0.5)
    let high = try resolve([.schedule: word("one_cycle", ["peak": .number(2)])])
    #expect(high.learningRate == 2)
    #expect(high.schedule.number("start") == 0.08)
  }

  @Test func warmupLeavesTimeToComeDown() {
    func found(_ warmup: Double, epochs: Int) -> [ConfigurationProblem.Kind] {
      problems([
        .schedule: word("warmup_cosine", ["warmup": .number(warmup)]), .epochs: .integer(epochs),
      ])
    }
    #expect(found(9.5, epochs: 10).isEmpty)
    #expect(found(10, epochs: 10) == [.training(.warmupTooLong(10, epochs: 10))])
    #expect(found(10, epochs: 0).isEmpty)
  }

  @Test func ruleIsFilledIn() throws {
    let rule = SpecValue.mapping([
      SpecValue.Member("monitor", .text("train_accuracy")),
      SpecValue.Member("patience", .integer(3)),
    ])
    let run = try resolve([.earlyStopping: rule])
    #expect(
      run.earlyStopping
        == EarlyStopping(
          monitor: Score(.train, .metric(.accuracy)), goal: .maximize, patience: 3))
    #expect(try resolve([.earlyStopping: .boolean(false)]).earlyStopping == nil)
  }

  @Test func scoresMustBeMeasured() {
    #expect(
      problems([.earlyStopping: .boolean(true)]) == [
        .training(.monitorWithoutValidation("val_loss"))
      ])
    #expect(
      problems([.schedule: word("reduce_on_plateau", ["monitor": .text("train_mae")])])
        == [.training(.unknownMonitor("train_mae", scores: ["train_loss", "train_accuracy"]))])
    let plateau = word("reduce_on_plateau", ["monitor": .text("val_accuracy")])
    #expect(
      problems([.schedule: plateau, .earlyStopping: .boolean(true)]) == [
        .training(.monitorWithoutValidation("val_accuracy")),
        .training(.monitorWithoutValidation("val_loss")),
      ])
    #expect(
      problems([.schedule: plateau, .metrics: .list([])])
        == [.training(.unknownMonitor("val_accuracy", scores: ["train_loss"]))])
  }

  @Test func validationRowsAreMonitoredWhereThereAreSome() {
    func names(_ rows: RowCounts) -> [String] {
      Score.monitorable(metrics: [.accuracy], rows: rows).map(\.name)
    }
    #expect(names(RowCounts(train: 4)) == ["train_loss", "train_accuracy"])
    #expect(
      names(RowCounts(train: 4, validation: 1, test: 1))
        == ["train_loss", "train_accuracy", "val_loss", "val_accuracy"])
  }

  @Test func batchNormsNeedSeveralRows() throws {
    let normed = SpecValue.mapping([
      SpecValue.Member("units", .integer(4)), SpecValue.Member("norm", .text("batch")),
    ])
    let layers = SpecValue.list([.integer(2), normed, .integer(1)])
    #expect(problems([.layers: layers, .batchSize: .integer(1)]) == [.network(.batchNormOfOneRow)])
    #expect(problems([.layers: layers, .batchSize: .integer(2)]).isEmpty)
  }

  @Test(
    arguments: [
      ([.l1: .number(1e-60)], .l1), ([.clipNorm: .number(1e60)], .clipNorm),
      ([.optimizer: word("adam", ["epsilon": .number(1e-60)])], .optimizer),
      ([.schedule: word("one_cycle", ["start": .number(1e-60)])], .schedule),
      ([.outputActivation: .text("tanh"), .loss: word("huber", ["delta": .number(1e60)])], .loss),
    ] as [([Field: SpecValue], Field)])
  func numbersMustExistInThePrecision(changes: [Field: SpecValue], field: Field) {
    let found = problems(changes)
    #expect(found.count == 1)
    #expect(found.allSatisfy { if case .training(.beyondFloat32) = $0 { true } else { false } })
    var doubled = changes
    doubled[.precision] = .text("float64")
    #expect(problems(doubled).isEmpty)
  }

  @Test func settingOfAMappingIsSwept() throws {
    var experiment = experiment(axes: [
      Sweep.Axis(SettingPath(.earlyStopping, "monitor"), [.text("train_loss")]),
      Sweep.Axis(SettingPath(.earlyStopping, "patience"), [.integer(2), .integer(3)]),
    ])
    let plan = try RunPlan(expanding: experiment, facts: { _ in facts() })
    #expect(plan.runs.map(\.configuration.earlyStopping?.patience) == [2, 3])
    experiment = self.experimentWithNone()
    let clipped = try RunPlan(expanding: experiment, facts: { _ in facts() })
    #expect(clipped.runs.map(\.configuration.clipNorm) == [nil, 1])
  }

  private func experimentWithNone() -> Experiment {
    experiment(
      [.clipNorm: .number(5)],
      axes: [Sweep.Axis(SettingPath(.clipNorm), [.text("none"), .number(1)])])
  }
}
