import Running
import Synchronization
import Testing

@Suite struct SchedulerTests {
  /// What scripted work has seen.
  private final class Log: Sendable {
    let begun = Mutex<[Int]>([])
    let received = Mutex<[Int]>([])
    let inReceive = Atomic(0)
  }

  @Test(arguments: [1, 2, 5, 8], [0, 1, 2, 7, 100])
  func everyPieceIsDoneOnce(workers: Int, count: Int) {
    let log = Log()
    Scheduler(workers: workers).run(
      count, cancellation: Cancellation(),
      perform: { piece, worker in
        log.begun.withLock { $0.append(piece) }
        return (piece * piece, worker)
      },
      receive: { piece, result in
        #expect(log.inReceive.wrappingAdd(1, ordering: .relaxed).oldValue == 0)
        #expect(result.0 == piece * piece)
        #expect(result.1 < workers)
        log.received.withLock { $0.append(piece) }
        log.inReceive.wrappingSubtract(1, ordering: .relaxed)
      })
    #expect(log.received.withLock { $0.sorted() } == Array(0..<count))
  }

  @Test func oneWorkerGoesInOrder() {
    let log = Log()
    Scheduler(workers: 1).run(
      20, cancellation: Cancellation(), perform: { piece, _ in piece },
      receive: { piece, _ in log.received.withLock { $0.append(piece) } })
    #expect(log.received.withLock(\.self) == Array(0..<20))
  }

  @Test func nothingIsBegunAfterCancellation() {
    let log = Log()
    let cancellation = Cancellation()
    Scheduler(workers: 1).run(
      20, cancellation: cancellation,
      perform: { piece, _ in
        if piece == 3 { cancellation.cancel() }
        return piece
      },
      receive: { piece, _ in log.received.withLock { $0.append(piece) } })
    #expect(log.received.withLock(\.self) == [0, 1, 2, 3])
  }

  /// As many workers as asked for are at work at once, also where there are fewer cores: each waits
  /// until all have come.
  @Test(.timeLimit(.minutes(1))) func workersAreAtWorkAtOnce() {
    let arrived = Atomic(0)
    Scheduler(workers: 6).run(
      6, cancellation: Cancellation(),
      perform: { _, _ in
        arrived.wrappingAdd(1, ordering: .sequentiallyConsistent)
        while arrived.load(ordering: .sequentiallyConsistent) < 6 {}
      },
      receive: { _, _ in })
    #expect(arrived.load(ordering: .relaxed) == 6)
  }

  @Test func `a wish holds for everything within, and not the other way round`() {
    let outer = Cancellation()
    let (first, second) = (Cancellation(within: outer), Cancellation(within: outer))
    first.cancel()
    #expect(first.isCancelled && !second.isCancelled && !outer.isCancelled)
    outer.cancel()
    #expect(second.isCancelled)
  }
}
