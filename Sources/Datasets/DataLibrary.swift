public import Experiments
public import SystemPackage
internal import Vocabulary

/// The data sets of a spec, each read once.
public struct DataLibrary: Sendable {
  /// The folder that paths count from.
  public let root: FilePath
  /// How many threads may read one file.
  let threads: Int
  /// The data sets read, by their sources without digests.
  private var datasets: [DatasetSource: Dataset] = [:]

  /// A library of no data set, whose paths count from `root`; empty for the working folder.
  ///
  /// - Parameter threads: how many may read one file at once, which changes nothing else.
  public init(root: FilePath, threads: Int = 1) {
    self.root = root
    self.threads = threads
  }

  /// What is known of a data set, which is read unless it has been.
  public mutating func facts(of source: DatasetSource) throws(DataProblem) -> DataFacts {
    if let known = datasets[source.withoutDigest] {
      try check(known, source)
      return known.facts
    }
    let dataset = try read(source)
    datasets[source.withoutDigest] = dataset
    // Runs name it by what was found in its files.
    if let found = dataset.facts.source { datasets[found.withoutDigest] = dataset }
    try check(dataset, source)
    return dataset.facts
  }

  /// A data set that has been read; nil for any other.
  public subscript(source: DatasetSource) -> Dataset? { datasets[source.withoutDigest] }

  /// The data of runs, as these are given it.
  ///
  /// - Precondition: what they select has been read.
  public func prepared(for selection: DataSelection) -> PreparedData {
    func known(_ source: DatasetSource) -> Dataset {
      guard let dataset = self[source] else { preconditionFailure("the data has been read") }
      return dataset
    }
    return PreparedData(
      known(selection.source), validation: (selection.split?.validation?.source).map(known),
      test: (selection.split?.test?.source).map(known), for: selection)
  }

  /// Reads the data of a source.
  func read(_ source: DatasetSource) throws(DataProblem) -> Dataset {
    switch source {
    case .builtIn(let choice): try made(choice)
    case .inline(let inputs, let targets): Dataset(inputs: inputs, targets: targets)
    case .arrays(let files): try Dataset(files, root: root)
    case .npz(let file): try Dataset(file, root: root)
    case .csv(let file): try Dataset(file, root: root, threads: threads)
    }
  }

  /// How many inputs may be made up: what takes a gigabyte or two.
  private static let mostInputs = 100_000_000

  /// Makes up a data set, unless it is too large for that.
  private func made(_ choice: Choice<BuiltInDataset>) throws(DataProblem) -> Dataset {
    switch choice.word {
    case .blobs, .friedman1:
      let inputs = choice.integer("rows") * choice.integer("features")
      guard inputs <= Self.mostInputs else {
        throw DataProblem(
          of: choice.word.name,
          "has \(inputs) inputs, but at most \(Self.mostInputs) can be made up",
          keys: ["features"])
      }
    case .xor, .and, .or, .parity, .twoSpirals, .moons, .circles, .sine: break
    }
    return Dataset(choice)
  }

  /// Checks that the data is what the source says it is.
  private func check(_ dataset: Dataset, _ source: DatasetSource) throws(DataProblem) {
    guard let digest = source.digest, let actual = dataset.facts.source?.digest, digest != actual
    else { return }
    throw DataProblem(
      of: source.paths[0], "has other content than the digest says",
      note: "the digest of what is there is \(actual); without `digest` any content is taken",
      keys: ["digest"])
  }
}
