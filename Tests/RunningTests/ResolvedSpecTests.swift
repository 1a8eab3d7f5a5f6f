import Experiments
import Running
import TestPlans
import Testing

/// The spec that an experiment leaves.
struct ResolvedSpecTests {
  @Test func `a spec without a sweep has every default and no sweep`() throws {
    let plan = try plan(
      """
      dataset: xor
      layers: [2, 4, auto]
      activation: sigmoid
      learning_rate: 0.50
      epochs: 5000
      """, stem: "first-steps")
    #expect(
      ResolvedSpec.text(of: plan) == """
        name: first-steps
        seed: 0
        dataset: xor
        task: binary
        layers: [2, 4, 1]
        activation: sigmoid
        output_activation: sigmoid
        init: glorot_uniform
        bias_init: zeros
        loss: binary_cross_entropy
        optimizer: sgd
        learning_rate: 0.5
        epochs: 5000
        batch_size: full
        precision: float32
        metrics: [accuracy]
        log_every: 5
        save: [model]
        on_divergence: fail

        """)
  }

  @Test func `swept keys stand in the sweep alone, with their values as a list`() throws {
    let plan = try plan(
      """
      description: "how wide?"
      dataset: {name: parity, bits: 6}
      layers: [auto, 4, 1]
      learning_rate: 0.1
      epochs: 100
      seed: 7
      on_divergence: record
      optimizer: {name: sgd, nesterov: true}
      sweep:
        parameters:
          activation: [relu, {name: elu, alpha: 0.5}]
          epochs: [100, 5000]
          optimizer.momentum: {linear: [0.3, 0.9], count: 3}
          batch_size: [16, full]
        exclude:
          - {optimizer.momentum: 0.6, activation: relu}
          - {epochs: 100}
        seeds: 3
      """)
    #expect(
      ResolvedSpec.text(of: plan) == """
        name: spec
        description: "how wide?"
        seed: 7
        dataset: {name: parity, bits: 6}
        task: binary
        layers: [6, 4, 1]
        output_activation: sigmoid
        init: he_uniform
        bias_init: zeros
        loss: binary_cross_entropy
        optimizer: {name: sgd, nesterov: true}
        learning_rate: 0.1
        shuffle: true
        precision: float32
        metrics: [accuracy]
        log_every: 5
        save: [model]
        on_divergence: record
        sweep:
          parameters:
            activation: [relu, {name: elu, alpha: 0.5}]
            epochs: [100, 5000]
            optimizer.momentum: [0.3, 0.6, 0.9]
            batch_size: [16, full]
          exclude:
            - {activation: relu, optimizer.momentum: 0.6}
            - {epochs: 100}
          seeds: 3
          rank_by: {metric: train_loss, goal: minimize}
          max_runs: 10000

        """)
  }

  @Test func `a word whose setting is swept stands as it is given`() throws {
    let plan = try plan(
      """
      {dataset: xor, layers: [2, 1], learning_rate: 1, epochs: 1, optimizer: sgd,
       sweep: {parameters: {optimizer.momentum: [0.5]}}}
      """)
    #expect(ResolvedSpec.text(of: plan).contains("\noptimizer: sgd\n"))
  }

  static let base = "dataset: xor\nlayers: [2, 4, 1]\nlearning_rate: 0.1\nepochs: 10\n"

  @Test(arguments: [
    "activation: tanh",
    "activation: tanh\nname: '2024'",
    "activation: tanh\ndescription: \"none\"",
    "activation: tanh\ndescription: none",
    "activation: tanh\ndescription: 'true: # \"x\\y\" é'",
    "activation: tanh\ndescription: |\n  two\n  lines\n",
    "activation: tanh\nmetrics: []\nsave: []\nlog_every: 3\nbias_init: 0.25",
    "activation: tanh\nsweep: {}",
    "activation: tanh\nsweep: {seeds: 3, max_runs: 3}",
    "activation: tanh\nseed: 5\nsweep: {seeds: 3, rank_by: {metric: train_accuracy}}",
    "activation: tanh\nsweep: {rank_by: {metric: train_accuracy, goal: minimize}}",
    "activation: tanh\nsweep: {seeds: 3, halving: {min: 2, factor: 2}}",
    "sweep: {parameters: {activation: [tanh, relu, selu]}}",
    "activation: tanh\nsweep: {parameters: {epochs: [10, 2000, 0]}}",
    "activation: tanh\nsweep: {parameters: {dataset: [xor, and, {name: parity, bits: 2}]}}",
    "activation: tanh\nlayers: [auto, 3, auto]\n"
      + "sweep: {parameters: {dataset: [or, {name: parity, bits: 6}, "
      + "{inputs: [[1], [2]], targets: [[0.5, 1], [2, 3]]}]}}",
    "activation: tanh\nsweep: {parameters: {layers: [[2, 1], [auto, 3, auto], [2, 2, 2, 1]]}}",
    "activation: tanh\nsweep: {parameters: {task: [auto, regression], loss: [mse, mae]}}",
    "activation: tanh\nsweep: {parameters: {learning_rate: {log: [1e-6, 1e+2], count: 7}}}",
    "activation: tanh\nsweep: {parameters: {learning_rate: [0.1, 0.10, 1e-1, 1]}, seeds: 2}",
    "activation: tanh\nsweep: {parameters: {optimizer: [sgd, {name: sgd, momentum: 0.5}]}}",
    "activation: tanh\nsweep: {parameters: {optimizer: [sgd, {name: sgd, momentum: 0.5}], "
      + "optimizer.nesterov: [false]}}",
    "activation: tanh\nsweep: {parameters: {optimizer.momentum: [0, 0.5]}, "
      + "exclude: [{optimizer.momentum: 0}]}",
    "activation: tanh\nsweep: {parameters: {metrics: [[], [accuracy]], save: [[], [model]]}}",
    "activation: tanh\nsweep: {parameters: {bias_init: [zeros, 0, 0.5, normal]}}",
    "activation: {name: leaky_relu, slope: 0.3}\nsweep: {parameters: {activation.slope: [0, 1]}}",
    "activation: tanh\nlayers: [2, {units: 4, activation: relu, dropout: 0.5}, 4, 1]\ndropout: 0.1",
    "layers: [2, {units: 4, activation: relu}, 4, 1]\nsweep: {parameters: {activation: [tanh]}}",
    "layers: [2, {units: 4, activation: relu}, 4, 1]\n"
      + "sweep: {parameters: {activation: [tanh, relu], dropout: [0, 0.5]}}",
    "activation: tanh\nsweep: {parameters: {layers: [[2, {units: 4, activation: relu}, 4, 1]]}}",
    "activation: tanh\nschedule: step\nsweep: {parameters: {schedule.every: [1, 2]}}",
    "activation: tanh\nschedule: one_cycle\nsweep: {parameters: {learning_rate: [1, 2]}}",
    "activation: tanh\nsweep: {parameters: {schedule: [{name: one_cycle, peak: 2}]}}",
    "activation: tanh\nsweep: {parameters: {clip_norm: [none, 1], l2: [0, 1]}}",
    "activation: tanh\nstop_at: 5\nearly_stopping: {monitor: train_loss}\n"
      + "sweep: {parameters: {epochs: [5, 10]}}",
    "activation: tanh\nsweep: {parameters: {early_stopping: [none, {monitor: train_accuracy}]}}",
    "activation: tanh\nearly_stopping: {monitor: train_loss}\n"
      + "sweep: {parameters: {early_stopping.patience: [1, 2]}}",
    "activation: tanh\nsweep: {parameters: {l2: [0, 1]}, seeds: 2}\nexpect:\n"
      + "  - {metric: train_accuracy, over: all, min: 0.5, max: 1}\n"
      + "  - {metric: train_loss, over: seeds, stat: std, where: {l2: 0}, max: 1e-3}\n"
      + "  - {metric: train_loss, at: best, of: best_run, max: 1e-9}\n"
      + "  - {metric: train_loss, at: saved, max: 0.1}\n"
      + "  - {metric: digest, is: kqzvpmnwtsrqolky}",
    "activation: tanh\nexpect: []",
    "activation: tanh\nsweep: {zip: [{batch_size: [1, 2], epochs: [5, 6]}, {l2: [0, 1]}]}",
    "activation: tanh\nsweep: {parameters: {l1: [0, 1]}, zip: [{layers: [[2, 1], [2, 3, 1]], "
      + "optimizer.momentum: [0, 0.5]}], exclude: [{optimizer.momentum: 0.5, l1: 1}], seeds: 2}",
    "activation: tanh\nsweep: {include: [{learning_rate: 5}, {clip_norm: 1, optimizer: adam}]}",
    "activation: tanh\nsweep: {parameters: {learning_rate: [1, 2]}, include: [{epochs: 7}, "
      + "{learning_rate: 3}], seeds: 2}",
    "sweep: {parameters: {activation: [tanh, relu]}, include: [{activation: elu, epochs: 4}]}",
    "activation: tanh\nlog_every: auto\nsweep: {include: [{epochs: 4000}]}",
    "activation: tanh\nsweep: {parameters: {l2: [0, 1]}, include: [{layers: "
      + "[2, {units: 4, activation: relu}, 4, 1]}, {optimizer.momentum: 0.5}]}",
    "activation: tanh\nsplit: {folds: 2}\nsweep: {include: [{split: {folds: 3}}, {split: none}]}",
    "activation: tanh\nsweep: {include: [{dataset: and}, {dataset: {name: parity, bits: 2}}]}",
    "activation: tanh\nseed: 4\nsweep: {method: random, samples: 7, parameters: {learning_rate: "
      + "{log_uniform: [0.001, 1]}, epochs: {int_uniform: [3, 9]}, l2: {uniform: [0, 1]}, "
      + "loss: [mse, sse], clip_norm: {choice: [none, 2]}}, zip: [{l1: [0, 1], save: [[], [model]]}]}",
    "activation: tanh\nsweep: {method: random, samples: 5, parameters: {learning_rate: "
      + "{uniform: [0.1, 1]}}, exclude: [{learning_rate: 0.5}], include: [{l2: 1}], seeds: 2}",
  ])
  func `a spec is read back to the same plan`(lines: String) throws {
    let keys = lines.split(separator: "\n").map { $0.prefix { $0 != ":" } }
    let kept = Self.base.split(separator: "\n").filter { !keys.contains($0.prefix { $0 != ":" }) }
    let spec = kept.joined(separator: "\n") + "\n" + lines
    let original = try plan(spec, stem: "original")
    let text = ResolvedSpec.text(of: original)
    let again = try plan(text, stem: "other")
    #expect(again.runs.map(\.id) == original.runs.map(\.id))
    #expect(again.runs.map(\.configuration) == original.runs.map(\.configuration))
    #expect(again.runs.map(\.configurationNumber) == original.runs.map(\.configurationNumber))
    #expect(again.runs.map(\.parameters) == original.runs.map(\.parameters))
    #expect(again.ranking == original.ranking)
    #expect(again.rungs == original.rungs)
    #expect(again.experiment.name == original.experiment.name)
    #expect(again.experiment.description == original.experiment.description)
    #expect(again.experiment.onDivergence == original.experiment.onDivergence)
    #expect(again.experiment.sweep.axes == original.experiment.sweep.axes)
    #expect(again.experiment.expectations == original.experiment.expectations)
    #expect(again.experiment.sweep.zips == original.experiment.sweep.zips)
    #expect(again.experiment.sweep.method == original.experiment.sweep.method)
    #expect(again.experiment.sweep.exclusions == original.experiment.sweep.exclusions)
    #expect(again.experiment.sweep.inclusions == original.experiment.sweep.inclusions)
    #expect(ResolvedSpec.text(of: again) == text)
  }
}
