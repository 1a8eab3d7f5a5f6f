internal import ArgumentParser

/// The argument that says how many runs are trained at once.
struct JobArguments: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp("How many runs to train at once; by default the cores.", valueName: "n"))
  var jobs: Int?

  /// How many runs are trained at once.
  var count: Int { jobs ?? Machine.coreCount }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to 1024, not \(jobs)")
    }
  }
}
