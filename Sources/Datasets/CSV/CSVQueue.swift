internal import Digests
internal import Synchronization

/// The blocks of a file, for threads to share, and what they find.
final class CSVQueue: Sendable {
  /// What was found in a block.
  struct Part: Sendable {
    /// How many rows come before it.
    let firstRow: Int
    /// How many rows it has.
    let rows: Int
    /// What was found beside numbers.
    let findings: CSVBlockReader.Findings
  }

  /// What is left to do, and what has been done.
  private struct State: ~Copyable, Sendable {
    /// The rows behind the header, until they are taken.
    var first: CSVBlock?
    /// The blocks after those.
    var blocks: CSVBlocks
    /// How many rows have been handed out.
    var rows = 0
    /// What keeps further blocks from being read.
    var fault: CSVFault?
    /// What has been found.
    var parts: [Part] = []
  }

  private let state: Mutex<State>
  private let hash: CSVDigest

  /// A queue of all blocks from `first` on.
  init(_ first: CSVBlock, _ blocks: consuming CSVBlocks) {
    hash = blocks.digest
    state = Mutex(State(first: first, blocks: blocks))
  }

  /// The next block, and how many rows come before it; nil where there are no more.
  ///
  /// - Parameter memory: the bytes of a block that nobody needs any more, or none; left empty.
  func next(reusing memory: inout [UInt8]) -> (block: CSVBlock, firstRow: Int)? {
    let next = state.withLock { state -> (block: CSVBlock, firstRow: Int)? in
      guard state.fault == nil else { return nil }
      var block = state.first.take()
      do throws(CSVFault) {
        if block == nil { block = try state.blocks.next(reusing: &memory) }
      } catch {
        state.fault = error
      }
      guard let block else { return nil }
      defer { state.rows += block.rows }
      return (block, state.rows)
    }
    // Others read on meanwhile.
    if let next { hash.add(next.block) }
    return next
  }

  /// Takes what was found in a block; after a fault there are no more blocks.
  func add(_ part: Part) {
    state.withLock { state in
      state.parts.append(part)
      state.fault = state.fault ?? part.findings.fault
    }
  }

  /// How many rows have been handed out.
  var rows: Int { state.withLock { $0.rows } }

  /// What the bytes of the file hash to, once all have been read.
  var digest: SHA256.Digest { hash.digest }

  /// What was found, in the order of the rows.
  ///
  /// - Throws: what kept blocks from being read: of several things the first in the file.
  func found() throws(CSVFault) -> [Part] {
    let (parts, fault) = state.withLock { ($0.parts, $0.fault) }
    let sorted = parts.sorted { $0.firstRow < $1.firstRow }
    if let first = sorted.lazy.compactMap(\.findings.fault).first ?? fault { throw first }
    return sorted
  }
}
