/// The canonical specs of the runs of a table, put together from lines that are written once.
struct CanonicalTexts {
  /// A piece of a spec.
  private enum Piece {
    /// The line of the seed.
    case seed
    /// The lines of several fields of one facet, by their place among the pieces of the facet.
    case lines(facet: Int, piece: Int)
  }

  /// The configurations.
  private let table: ConfigurationTable
  /// The pieces of every spec, in order.
  private let pieces: [Piece]
  /// For each facet and configuration its pieces.
  private let texts: [[[[UInt8]]]]
  /// The spec in the making, after what is hashed before it.
  private var buffer: [UInt8] = []
  /// The line of the last seed.
  private var seedLine: (seed: Int, bytes: [UInt8])?

  /// Writes the lines of every facet.
  init(_ table: ConfigurationTable) {
    var pieces: [Piece] = []
    var fields: [[[Field]]] = table.facets.map { _ in [] }
    var last: Int?
    for field in Field.allCases {
      guard field != .seed else {
        pieces.append(.seed)
        last = nil
        continue
      }
      let facet = table.facets.firstIndex { $0.facet.fields.contains(field) } ?? 0
      if facet == last {
        fields[facet][fields[facet].count - 1].append(field)
      } else {
        pieces.append(.lines(facet: facet, piece: fields[facet].count))
        fields[facet].append([field])
        last = facet
      }
    }
    self.table = table
    self.pieces = pieces
    texts = zip(table.facets, fields).map { variants, pieces in
      variants.configurations.map { configuration in
        pieces.map { Array($0.map(configuration.canonicalLine).joined().utf8) }
      }
    }
  }

  /// The id of the run of a configuration's number, with a fold held back by its index.
  mutating func id(_ number: Int, fold: Int, seed: Int) -> RunID {
    buffer.removeAll(keepingCapacity: true)
    buffer += RunID.preamble
    for piece in pieces {
      switch piece {
      case .seed: buffer += line(ofSeed: seed)
      case .lines(let facet, let piece):
        buffer += texts[facet][table.facets[facet].index(number, fold: fold)][piece]
      }
    }
    return RunID(hashing: buffer)
  }

  /// The line of a seed, which most often is that of the last run.
  private mutating func line(ofSeed seed: Int) -> [UInt8] {
    if let seedLine, seedLine.seed == seed { return seedLine.bytes }
    let bytes = Array("\(Field.seed.key): \(seed)\n".utf8)
    seedLine = (seed, bytes)
    return bytes
  }
}
