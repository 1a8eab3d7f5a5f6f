internal import Experiments
public import Files
public import RunRecords
public import SystemPackage

/// What is kept of a plan that has begun in an experiment's folder, the latest included:
/// `.plans/ID/{spec.yaml,summary.csv,aggregate.csv}`.
///
/// Its id is made of its resolved spec, as that of a run is of the run's.
public struct KeptPlan: Hashable, Sendable {
  /// Its name: 16 letters.
  public let id: String
  /// Where its files are.
  public let folder: FilePath

  /// The plan with a spec in an experiment's folder, whether it has been kept or not.
  init(spec: [UInt8], in store: RunStore) {
    self.init(RunID(canonicalSpec: spec), in: store)
  }

  /// The plan of a name in an experiment's folder.
  fileprivate init(_ id: RunID, in store: RunStore) {
    self.id = id.description
    folder = store.plansFolder.appending(self.id)
  }
}

extension RunStore {
  /// Where plans are kept.
  fileprivate var plansFolder: FilePath { folder.appending(".plans") }

  /// The file that has the names of the plans, in the order in which they last began.
  private var orderFile: FilePath { plansFolder.appending("order") }

  /// The plans that have begun, in the order in which they last did.
  public func plans() throws(FileError) -> [KeptPlan] {
    guard plansFolder.isFolder else { return [] }
    let names = Set(try plansFolder.entries().map(\.string))
    let text = String(decoding: try orderFile.contentsIfFile() ?? [], as: UTF8.self)
    let ordered = text.split(separator: "\n").map(String.init).filter(names.contains)
    // Where the order was lost, none is the latest for certain.
    let others = names.subtracting(ordered).sorted()
    return (others + ordered).compactMap { RunID($0).map { KeptPlan($0, in: self) } }
  }

  /// Makes a plan the one that began last.
  func setLatest(_ plan: KeptPlan) throws(FileError) {
    let names = try plans().map(\.id).filter { $0 != plan.id } + [plan.id]
    guard let name = orderFile.lastComponent?.string else { return }
    try set(name, in: plansFolder, to: Array(names.map { $0 + "\n" }.joined().utf8))
  }

  /// Removes what is kept of a plan.
  func remove(_ plan: KeptPlan) throws(FileError) { try plan.folder.removeTree() }
}
