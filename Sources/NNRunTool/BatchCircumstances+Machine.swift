internal import Engine
internal import Reporting

extension BatchCircumstances {
  /// The circumstances of a batch that ends now.
  ///
  /// - Parameters:
  ///   - start: when it began.
  ///   - dataRoot: the folder that paths of data count from; nil where there are none.
  ///   - instructionSet: what the kernels were chosen for; nil where nothing was to be trained.
  ///   - jobs: how many runs were trained at once; nil where nothing was to be trained.
  init(
    since start: Moment, dataRoot: String?, instructionSet: InstructionSet? = nil,
    jobs: Int? = nil
  ) {
    self.init(
      started: start.time, finished: Machine.time, seconds: start.age / .seconds(1),
      host: Machine.host, version: Version.text, instructionSet: instructionSet?.rawValue,
      jobs: jobs, arguments: Array(CommandLine.arguments.dropFirst()), dataRoot: dataRoot)
  }
}
