/// The canonical specs of the runs of a table, put together from lines that are written once.
struct CanonicalTexts {
  /// What decides lines of a spec.
  private enum Owner: Equatable {
    /// The seed.
    case seed
    /// A base.
    case base
    /// An axis group, by its index.
    case group(Int)
  }

  /// The lines of neighbouring fields that have one owner.
  private struct Piece {
    /// What decides them.
    let owner: Owner
    /// Where the beginnings of its lines stand among all: one for each base or value of the group.
    let firstStart: Int
  }

  /// The configurations.
  private let table: ConfigurationTable
  /// The pieces of every spec, in order.
  private var pieces: [Piece] = []
  /// The lines of all pieces, one after another.
  private var bytes: [UInt8] = []
  /// Where the lines of each begin, and at last where all end.
  private var starts: [Int] = []
  /// The spec in the making, after what is hashed before it.
  private var buffer: [UInt8] = []
  /// The seed that was asked for last, and its line.
  private var seedLine: (seed: Int, bytes: [UInt8])?

  /// Writes the lines of every base and axis group.
  init(_ table: ConfigurationTable) {
    self.table = table
    for (owner, fields) in Self.neighbours(in: table.groups) {
      pieces.append(Piece(owner: owner, firstStart: starts.count))
      switch owner {
      case .seed: break
      case .base: for base in table.bases.all { append(fields, of: base) }
      case .group(let index):
        guard var configuration = table.bases.all.first else { break }
        for value in table.groups[index].values {
          value?.set(in: &configuration)
          append(fields, of: configuration)
        }
      }
    }
    starts.append(bytes.count)
  }

  /// All fields in their order, those together that stand side by side and have one owner.
  private static func neighbours(
    in groups: [AxisGroupLevels]
  ) -> [(owner: Owner, fields: [Field])] {
    var neighbours: [(owner: Owner, fields: [Field])] = []
    for field in Field.allCases {
      let group = groups.firstIndex { $0.group.fields.contains(field) }
      let owner = field == .seed ? .seed : group.map(Owner.group) ?? .base
      if let last = neighbours.last, last.owner == owner {
        neighbours[neighbours.count - 1].fields.append(field)
      } else {
        neighbours.append((owner, [field]))
      }
    }
    return neighbours
  }

  /// Adds the lines that some fields have in a configuration.
  private mutating func append(_ fields: [Field], of configuration: RunConfiguration) {
    starts.append(bytes.count)
    for field in fields { bytes += configuration.canonicalLine(of: field).utf8 }
  }

  /// The id of the run of a configuration's number, with a fold held back by its index.
  mutating func id(_ number: Int, fold: Int, seed: Int) -> RunID {
    buffer.removeAll(keepingCapacity: true)
    buffer += RunID.preamble
    for piece in pieces {
      switch piece.owner {
      case .seed: buffer += line(ofSeed: seed)
      case .base: buffer += lines(of: piece, table.base(number, fold: fold))
      case .group(let index):
        buffer += lines(of: piece, table.groups[index].projection.index(number))
      }
    }
    return RunID(hashing: buffer)
  }

  /// The lines of a piece, of the base or the value of an index.
  private func lines(of piece: Piece, _ index: Int) -> ArraySlice<UInt8> {
    let place = piece.firstStart + index
    return bytes[starts[place]..<starts[place + 1]]
  }

  /// The line of a seed, which most often is that of the last run.
  private mutating func line(ofSeed seed: Int) -> [UInt8] {
    if let seedLine, seedLine.seed == seed { return seedLine.bytes }
    let bytes = Array("\(Field.seed.key): \(seed)\n".utf8)
    seedLine = (seed, bytes)
    return bytes
  }
}
