internal import CProcessor
internal import Dispatch
internal import KernelInterface
internal import Synchronization

/// Threads that share one job after another: the caller's and some of their own, which sleep between
/// jobs and end with the team.
final class ThreadTeam {
  /// How many threads there are, with the caller's.
  let count: Int
  /// Where they wait for each other within a job.
  private let barrier: Barrier
  /// Where jobs are posted.
  private let slot: TaskSlot

  /// Starts the threads, each on a serial queue of its own, for which Dispatch has a real thread also
  /// where processors are fewer.
  ///
  /// - Precondition: `count` is at least 2.
  init(count: Int) {
    precondition(count > 1)
    self.count = count
    barrier = Barrier(count: count)
    let slot = TaskSlot(helperCount: count - 1)
    self.slot = slot
    for helper in 0..<count - 1 {
      DispatchQueue(label: "nn-run thread team").async { slot.serve(helper) }
    }
  }

  deinit { slot.close() }

  /// A thread of the team as kernels see it, for as long as the team lives.
  func context(index: Int) -> ThreadContext { barrier.context(index: index) }

  /// Runs a job on all threads, of which each is given its number; the caller's is 0.
  func run(_ job: @escaping (_ index: Int) -> Void) { slot.run(job) }
}

/// Where a team's jobs are posted, and its threads look for them.
private final class TaskSlot: Sendable {
  /// A thread that waits for jobs.
  private final class Helper: Sendable {
    /// Whether it sleeps or is about to, and has to be woken up.
    let isAsleep = Atomic<Bool>(false)
    /// What wakes it up.
    let bell = DispatchSemaphore(value: 0)
  }

  /// The threads but for the caller's.
  private let helpers: [Helper]
  /// The job at hand; nil where the team is closed. It is written before `posted` is and read after,
  /// and not written again until all have finished.
  nonisolated(unsafe) private var job: ((Int) -> Void)?
  /// How many jobs there have been.
  private let posted = Atomic<Int>(0)
  /// How many helpers have finished the job at hand.
  private let finished = Atomic<Int>(0)

  /// A slot that helpers are yet to look at.
  init(helperCount: Int) {
    helpers = (0..<helperCount).map { _ in Helper() }
  }

  /// Runs a job on all threads.
  func run(_ job: @escaping (Int) -> Void) {
    announce(job)
    job(0)
    wait { finished.load(ordering: .acquiring) == helpers.count }
  }

  /// Sends the helpers home.
  func close() { announce(nil) }

  /// Does jobs as helper number `number` until the team is closed.
  func serve(_ number: Int) {
    var done = 0
    while true {
      awaitJob(after: done, helpers[number])
      done += 1
      guard let job else { return }
      job(number + 1)
      finished.add(1, ordering: .releasing)
    }
  }

  /// Posts a job, and wakes up those who sleep.
  private func announce(_ job: ((Int) -> Void)?) {
    self.job = job
    finished.store(0, ordering: .relaxed)
    posted.add(1, ordering: .sequentiallyConsistent)
    for helper in helpers where helper.isAsleep.exchange(false, ordering: .sequentiallyConsistent) {
      helper.bell.signal()
    }
  }

  /// Waits for the next job: a moment on the spot, as jobs often follow one another, then asleep.
  private func awaitJob(after done: Int, _ helper: Helper) {
    for _ in 0..<2_000 {
      if isPosted(after: done) { return }
      processor_pause()
    }
    // It may be rung awake for a job that it has done: whoever posted that one came late to the bell.
    while !isPosted(after: done) {
      helper.isAsleep.store(true, ordering: .sequentiallyConsistent)
      // Who takes the flag back rings no bell; who finds it taken hears one.
      if isPosted(after: done), helper.isAsleep.exchange(false, ordering: .sequentiallyConsistent) {
        return
      }
      helper.bell.wait()
    }
  }

  /// Whether there have been more than `done` jobs.
  private func isPosted(after done: Int) -> Bool {
    posted.load(ordering: .sequentiallyConsistent) != done
  }
}
