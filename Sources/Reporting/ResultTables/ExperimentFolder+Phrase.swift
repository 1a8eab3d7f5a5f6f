public import Running

extension ExperimentFolder {
  /// What is going on in the folder, in a sentence; nil where no process is at work in it.
  public var progressNote: String? {
    guard let progress else { return nil }
    var note =
      "\(name) is in progress: \(Readable.count(progress.finished, "run")) finished, "
      + "\(Readable.count(progress.inFlight)) in flight"
    let percents = progress.shares.map { Int(100 * $0) }
    if let least = percents.min(), let most = percents.max() {
      note += least == most ? " at \(most) %" : " at \(least) to \(most) %"
      note += " of their epochs"
    }
    return note
  }
}
