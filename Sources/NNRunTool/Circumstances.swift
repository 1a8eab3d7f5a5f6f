internal import Text
internal import Engine
internal import Experiments

/// Where, when and how a run is trained: the content of its `run.json`.
struct Circumstances {
  private let engine: Engine
  private let worker: Int
  private let dataRoot: String?
  private let start = Moment()

  /// The circumstances of a run that begins now.
  ///
  /// - Parameter dataRoot: the folder that paths of data count from; nil where there are none.
  init(engine: Engine, worker: Int, dataRoot: String?) {
    self.engine = engine
    self.worker = worker
    self.dataRoot = dataRoot
  }

  /// What is to be told when the run has ended, which is now.
  var json: JSON {
    .object(
      [
        ("host", .string(Machine.host)),
        ("started", .string(start.time)),
        ("seconds", .number(start.age / .seconds(1))),
        ("worker", .integer(worker)),
        ("instruction_set", .string(engine.instructionSet.rawValue)),
        ("version", .string(Version.text)),
        ("numerics_version", .integer(Numerics.version)),
      ] + (dataRoot.map { [("data_root", .string($0))] } ?? []))
  }
}
