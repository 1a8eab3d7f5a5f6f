internal import CProcessor
internal import KernelInterface
internal import Synchronization

/// Where the threads of a team wait for each other.
final class Barrier: Sendable {
  /// How many have to come.
  private let count: Int
  /// How many have come.
  private let arrived = Atomic<Int>(0)
  /// How often all have come.
  private let rounds = Atomic<Int>(0)

  /// A barrier for `count` threads.
  init(count: Int) { self.count = count }

  /// Waits until all have come, as often as they all come again.
  func synchronize() {
    let round = rounds.load(ordering: .acquiring)
    if arrived.add(1, ordering: .acquiringAndReleasing).newValue == count {
      arrived.store(0, ordering: .relaxed)
      rounds.add(1, ordering: .releasing)
    } else {
      wait { rounds.load(ordering: .acquiring) != round }
    }
  }

  /// One of the threads, as kernels see it; the place outlives what they do.
  func context(index: Int) -> ThreadContext {
    ThreadContext(
      index: index, count: count,
      synchronize: { context in
        Unmanaged<Barrier>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.synchronize() }
      },
      context: Unmanaged.passUnretained(self).toOpaque())
  }
}

/// Waits for what another thread is about to do: first on the spot, as that takes less time than being
/// woken up, then by giving way, as that thread may be without a processor.
func wait(until isDone: () -> Bool) {
  for _ in 0..<2_000 {
    if isDone() { return }
    processor_pause()
  }
  while !isDone() { processor_yield() }
}
