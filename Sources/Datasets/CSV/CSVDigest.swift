internal import Digests
internal import Synchronization

/// What the bytes of a file hash to, whose blocks are added by several threads.
final class CSVDigest: Sendable {
  /// What has been added.
  private struct State {
    /// Over the bytes of the first blocks.
    var hash = SHA256()
    /// How many blocks those are.
    var count = 0
    /// Blocks that were added before one that comes first, by their numbers.
    var waiting: [Int: CSVBlock] = [:]
  }

  private let state = Mutex(State())

  /// Adds a block, whose bytes are hashed after those of all blocks before it.
  func add(_ block: CSVBlock) {
    state.withLock { state in
      state.waiting[block.number] = block
      while let next = state.waiting.removeValue(forKey: state.count) {
        state.hash.update(next.bytes.span.extracting(next.read))
        state.count += 1
      }
    }
  }

  /// What the bytes of all blocks hash to, once they have been added.
  var digest: SHA256.Digest { state.withLock { $0.hash.finalize() } }
}
