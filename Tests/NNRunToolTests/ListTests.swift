import Foundation
import Testing

/// What `nn-run list` and `nn-run best` read of the tables that experiments leave.
@Suite struct ListTests {
  private let program: Program

  private static let header =
    "run_id,configuration,status,rank,seed,param_learning_rate,epochs_run,best_epoch,"
    + "train_loss,val_loss,test_loss,digest\n"

  private static let rows = """
    kkkkkkkkkkkkkkkk,1,completed,2,0,0.1,100,100,0.25,,,zzzzzzzzzzzzzzzz
    mmmmmmmmmmmmmmmm,2,completed,1,0,10,100,80,0.0123456,,,yyyyyyyyyyyyyyyy
    nnnnnnnnnnnnnnnn,3,diverged,3,0,5,7,0,nan,,,xxxxxxxxxxxxxxxx
    oooooooooooooooo,4,failed,,0,2,,,,,,

    """

  init() throws {
    program = try Program()
    try program.write(Self.header + Self.rows, to: "runs/rates/summary.csv")
  }

  @Test(arguments: [["rates"], ["runs/rates"], ["rates", "--runs", "runs"], ["runs/rates/"]])
  func `the runs of an experiment are listed`(arguments: [String]) throws {
    let result = try program.run(["list"] + arguments)
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(
      result.output == """
          run_id    configuration  status     rank  seed  learning_rate  epochs_run  best_epoch  train_loss
          kkkkkkkk              1  completed     2     0            0.1         100         100     0.25000
          mmmmmmmm              2  completed     1     0             10         100          80     0.01235
          nnnnnnnn              3  diverged      3     0              5           7           0         nan
          oooooooo              4  failed              0              2

        """)
  }

  @Test func `experiments are listed with their best runs`() throws {
    try program.write(#"{"started": "2026-01-02T03:04:05.678Z"}"#, to: "runs/rates/experiment.json")
    try program.write(Self.header, to: "runs/empty/summary.csv")
    try program.write("no experiment", to: "runs/README.md")
    for arguments in [[], ["runs"], ["--runs", "runs"]] {
      let result = try program.run(["list", "--format", "csv"] + arguments)
      #expect(
        result.output == """
          experiment,runs,finished,diverged,in_flight,best_run,train_loss,val_loss,test_loss,started
          empty,0,0,0,,,,,,
          rates,4,3,1,,mmmmmmmmmmmmmmmm,0.0123456,,,2026-01-02T03:04:05.678Z

          """)
    }
  }

  @Test func `rows are selected and ordered`() throws {
    let selection = [
      "--filter", "learning_rate>0.1", "--filter", "status!=failed", "--sort-by", "-learning_rate",
    ]
    let result = try program.run(["list", "rates", "--format", "csv"] + selection)
    let rows = Self.rows.split(separator: "\n")
    #expect(result.output == Self.header + rows[1] + "\n" + rows[2] + "\n")
    let json = try program.run(
      "list", "rates", "--format", "json", "--sort-by", "train_loss", "--descending", "--limit", "1"
    )
    #expect(
      json.output == """
        [
          {"run_id": "kkkkkkkkkkkkkkkk", "configuration": 1, "status": "completed", "rank": 2, \
        "seed": 0, "param_learning_rate": 0.1, "epochs_run": 100, "best_epoch": 100, \
        "train_loss": 0.25, "val_loss": null, "test_loss": null, "digest": "zzzzzzzzzzzzzzzz"}
        ]

        """)
    let markdown = try program.run(
      "list", "rates", "--format", "markdown", "--filter", "rank=1")
    #expect(
      markdown.output == """
        | run_id   | configuration | status    | rank | seed | learning_rate | epochs_run | best_epoch | \
        train_loss |
        | -------- | ------------: | --------- | ---: | ---: | ------------: | ---------: | ---------: | \
        ---------: |
        | mmmmmmmm |             2 | completed |    1 |    0 |            10 |        100 |         80 | \
           0.01235 |

        """)
  }

  @Test(arguments: [
    (
      ["--filter", "lerning_rate>1"],
      #"there is no column "lerning_rate"; did you mean "learning_rate"?"#
    ),
    (["--sort-by", "size"], #"there is no column "size"; there are run_id, configuration,"#),
    (["--filter", "learning_rate"], "has no operator"),
    (["--filter", "rank==1"], #"has "==", which is written "=""#),
    (["--filter", "status>good"], #"compares by ">" with "good", which is no number"#),
    (["--descending"], "--descending needs --sort-by"), (["--limit", "-1"], "--limit"),
  ])
  func `what makes no sense is refused`(arguments: [String], message: String) throws {
    let result = try program.run(["list", "rates"] + arguments)
    #expect(result.status == 64 && result.output.isEmpty)
    #expect(result.error.contains(message), "\(result.error)")
  }

  @Test func `the best run is printed for people and programs`() throws {
    for arguments in [[], ["rates"], ["runs/rates"]] {
      let result = try program.run(["best"] + arguments)
      #expect(
        result.output == """
            run_id         mmmmmmmmmmmmmmmm
            configuration  2
            status         completed
            rank           1
            seed           0
            learning_rate  10
            epochs_run     100
            best_epoch     80
            train_loss     0.01235
            digest         yyyyyyyyyyyyyyyy

          """)
    }
    #expect(
      try program.run("best", "rates", "--format", "json").output == """
        {
          "run_id": "mmmmmmmmmmmmmmmm",
          "configuration": 2,
          "status": "completed",
          "rank": 1,
          "seed": 0,
          "param_learning_rate": 10,
          "epochs_run": 100,
          "best_epoch": 80,
          "train_loss": 0.0123456,
          "val_loss": null,
          "test_loss": null,
          "digest": "yyyyyyyyyyyyyyyy"
        }

        """)
    #expect(
      try program.run("best", "rates", "--format", "csv").output
        == Self.header + Self.rows.split(separator: "\n")[1] + "\n")
  }

  @Test func `what is not there is told`() throws {
    let unknown = try program.run("list", "rate")
    #expect(unknown.status == 66)
    #expect(
      unknown.error.contains(#"runs has no experiment "rate"; there are the experiments rates"#))
    #expect(try program.run("list", "--runs", "nowhere").status == 66)
    #expect(try program.run("best", "other").status == 66)
    try program.write(Self.header, to: "runs/empty/summary.csv")
    let none = try program.run("best", "empty")
    #expect(none.status == 66 && none.error.contains("has no run that has finished with a score"))
    let several = try program.run("best")
    #expect(
      several.status == 64 && several.error.contains("name an experiment; there are empty, rates"))
    try program.write("run_id,rank\n1\n", to: "runs/empty/summary.csv")
    let torn = try program.run("list", "empty")
    #expect(torn.status == 65 && torn.error.contains("is no table of runs"))
  }

  @Test func `an experiment that was cut short says why it has no best run`() throws {
    try program.write(
      "run_id,status,rung,rank,digest\nkkkkkkkkkkkkkkkk,pruned,1,,zzzzzzzzzzzzzzzz\n"
        + "mmmmmmmmmmmmmmmm,interrupted,2,,\n", to: "runs/cut/summary.csv")
    let result = try program.run("best", "cut")
    #expect(result.status == 66)
    #expect(result.error.contains("runs/cut has no best run yet: it was cut short"))
  }

  /// The letters of a run in progress, which nothing has been trained for.
  private static let partial = "runs/rates/.partial/pppppppppppppppp.some-host-17-1"

  @Test func `an experiment at work is listed with the runs in flight`() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 1]\nlearning_rate: 0.1\nepochs: 200\n",
      to: "\(Self.partial)/spec.yaml")
    try program.write(
      "epoch,train_loss,learning_rate\n0,0.75,\n50,0.5,0.1\n51,0.4",
      to: "\(Self.partial)/loss_curve.csv")
    let idle = try program.run("list", "rates", "--format", "csv")
    #expect(idle.error.isEmpty && idle.output == Self.header + Self.rows)
    let lock = program.folder.appending(path: "runs/rates/.lock").path()
    let file = open(lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    defer { close(file) }
    #expect(flock(file, LOCK_EX) == 0)
    let busy = try program.run("list", "rates", "--format", "csv")
    #expect(
      busy.output == Self.header + Self.rows + "pppppppppppppppp,,running,,,,50,,0.5,,,\n")
    #expect(
      busy.error
        == "nn-run: note: rates is in progress: 0 runs finished, 1 in flight at 25 % of their epochs\n"
    )
    let shown = try program.run("show", "pppp", environment: ["LC_ALL": "C"])
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("  run_id         pppppppppppppppp\n"))
    for line in [
      "status         running", "epochs_run     50", "train_loss     0.5", "epochs         200",
    ] {
      #expect(shown.output.contains("  \(line)\n"), "\(line)")
    }
    #expect(shown.output.contains(" +") && shown.output.contains("*"))
    let json = try program.run("show", "\(Self.partial)", "--format", "json")
    #expect(json.output.contains(#""status": "running""#))
    let experiments = try program.run("list", "--format", "csv")
    #expect(experiments.output.contains("rates,5,3,1,1,mmmmmmmmmmmmmmmm,"))
    #expect(experiments.error == busy.error)
  }

  @Test func `an experiment that was cut short has the runs that it had`() throws {
    try program.write(
      "dataset: xor\nlayers: [2, 2, 1]\nactivation: tanh\nlearning_rate: 0.1\nepochs: 2\nsweep: {seeds: 2}\n",
      to: "cut.yaml")
    #expect(try program.run("cut.yaml", "--quiet").status == 0)
    let whole = try program.run("list", "cut", "--sort-by", "run_id", "--format", "csv").output
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    try program.remove("runs/cut/summary.csv")
    try program.write(
      "epoch,train_loss\n0,0.75\n1,0.5\n",
      to: "runs/cut/.partial/pppppppppppppppp.some-host-17-1/loss_curve.csv")
    let cut = try program.run("list", "cut", "--sort-by", "run_id", "--format", "csv")
    let rows = cut.output.split(separator: "\n")
    #expect(rows.count == 4)
    #expect(rows.contains { $0.hasPrefix("pppppppppppppppp,interrupted,,,1,,0.5,") })
    for run in whole.dropFirst() {
      #expect(
        rows.contains { $0.hasPrefix("\(run[0]),completed,") && $0.hasSuffix(run.last ?? "?") })
    }
    let best = try program.run("best", "cut")
    #expect(best.status == 66 && best.error.contains("its experiment has not ended"))
    let unfinished = try program.run("predict", "cut/pppp", "rows.csv")
    #expect(unfinished.status == 66)
    #expect(
      unfinished.error.contains("run pppppppppppppppp has not finished; it is at epoch 1"))
    // Killed between two runs.
    try program.remove("runs/cut/.partial")
    let killed = try program.run("list", "cut", "--format", "csv")
    #expect(killed.output.split(separator: "\n").count == 3)
  }
}
