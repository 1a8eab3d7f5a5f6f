import Datasets
import Engine
import Experiments
import Files
import RunRecords
import Synchronization
import SystemPackage
import TestPlans
import Testing

@testable import Running

/// The training of runs by threads of this process.
struct ThreadLauncherTests {
  private let machine = ScriptedMachine()

  /// What a launcher did: events in words, sorted where several threads report.
  private func launch(
    _ plan: RunPlan, pending: [Int]? = nil, in store: RunStore, claims: Claims? = nil,
    isForced: Bool = false, timeLimit: TimeLimit? = nil,
    cancellation: Cancellation = Cancellation(), jobs: Int = 1, context: RunContext? = nil,
    on report: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) throws -> [String] {
    var data = DataLibrary(root: "")
    for configuration in plan.dataConfigurations {
      for source in configuration.dataSelection.sources { _ = try data.facts(of: source) }
    }
    let words = Mutex<[String]>([])
    ThreadLauncher(
      engine: try Engine(), jobs: jobs, data: data, context: context ?? machine.context()
    ).launch(
      LaunchOrder(
        SearchRound(plan), pending: pending ?? Array(plan.runs.indices), store: store,
        claims: claims, isForced: isForced, timeLimit: timeLimit, cancellation: cancellation)
    ) { event in
      words.withLock { $0.append(event.words) }
      report(event)
    }
    return words.withLock { $0.filter { !$0.hasPrefix("advanced") }.sorted() }
  }

  private func withStore(_ body: (RunStore) throws -> Void) throws {
    try withFolder { folder in
      let store = machine.context().store(folder.appending("spec"))
      try store.prepare()
      try body(store)
    }
  }

  @Test(arguments: [1, 3])
  func `runs that are asked for are trained and leave their folders`(jobs: Int) throws {
    try withStore { store in
      let plan = try seeded(4)
      #expect(
        try launch(plan, pending: [0, 2, 3], in: store, jobs: jobs)
          == [0, 2, 3].map { "finished \($0) completed" } + [0, 2, 3].map { "started \($0)" })
      #expect(try store.finished(plan.runs[0]) != nil && store.finished(plan.runs[1]) == nil)
      let provenance = try #require(
        Provenance(store.folder(of: plan.runs[3].id).appending("run.json")))
      #expect(provenance.host == "here" && provenance.version == "1.2.3")
      #expect(provenance.dataRoot == nil && provenance.seconds == 0)
    }
  }

  @Test func `a run that another process has finished meanwhile is not trained`() throws {
    try withStore { store in
      let plan = try seeded(3)
      try store.record(plan.runs[1], loss: 0.5)
      let claims = Claims(in: store.folder, context: machine.context())
      let stop = try claims.begin()
      #expect(
        try launch(plan, in: store, claims: claims)
          == [
            "cached 1 completed", "finished 0 completed", "finished 2 completed", "started 0",
            "started 2",
          ])
      // None is held any longer.
      #expect(try names(store.folder.appending(".claims")) == ["here-\(ScriptedMachine.own)"])
      stop()
    }
  }

  @Test func `a run that another process trains is left to it`() throws {
    try withStore { store in
      let plan = try seeded(3)
      let (claims, others) = (
        Claims(in: store.folder, context: machine.context()),
        Claims(in: store.folder, context: machine.context(process: ScriptedMachine.other))
      )
      let (stop, stopOthers) = (try claims.begin(), try others.begin())
      #expect(try others.take(plan.runs[2].id))
      #expect(
        try launch(plan, in: store, claims: claims)
          == [
            "finished 0 completed", "finished 1 completed", "held 2", "started 0", "started 1",
          ])
      #expect(try store.finished(plan.runs[2]) == nil)
      stop()
      stopOthers()
    }
  }

  @Test func `by force a run is trained again, and must come out the same`() throws {
    try withStore { store in
      let plan = try seeded(2)
      _ = try launch(plan, in: store)
      let claims = Claims(in: store.folder, context: machine.context())
      let stop = try claims.begin()
      #expect(
        try launch(plan, in: store, claims: claims, isForced: true)
          == ["finished 0 completed", "finished 1 completed", "started 0", "started 1"])
      try store.folder(of: plan.runs[0].id).removeTree()
      try store.record(plan.runs[0], loss: 77)
      #expect(
        try launch(plan, in: store, claims: claims, isForced: true).contains("finished 0 failed"))
      stop()
    }
  }

  @Test func `a run that takes longer than it may is stopped, and what is known of it stays`()
    throws
  {
    try withStore { store in
      let plan = try seeded(1, epochs: 1_000_000_000)
      let told = Mutex<String?>(nil)
      let events = try launch(
        plan, in: store, timeLimit: TimeLimit(.seconds(90), option: "--time-limit 90s"),
        context: machine.context(isLate: true)
      ) { event in
        if case .finished(_, let record) = event { told.withLock { $0 = record.message } }
      }
      #expect(events == ["finished 0 timed_out", "started 0"])
      #expect(told.withLock(\.self) == "longer than --time-limit 90s")
      #expect(store.runsInProgress().map(\.id) == plan.runs.map(\.id.description))
    }
  }

  @Test func `a run is stopped at a wish, and no other is begun`() throws {
    try withStore { store in
      let plan = try plan(
        """
        dataset: xor
        layers: [2, 1]
        learning_rate: 1
        sweep: {parameters: {epochs: [999999999, 1000000000]}}
        """)
      let cancellation = Cancellation()
      let events = try launch(plan, in: store, cancellation: cancellation) { event in
        if case .started = event { cancellation.cancel() }
      }
      #expect(events.contains("finished 0 interrupted"))
      #expect(!events.contains { $0.hasSuffix("completed") })
      #expect(try store.finished(plan.runs[0]) == nil)
    }
  }

  @Test func `runs that the machine has no memory for fail, and that is told before`() throws {
    try withStore { store in
      let small = machine.context(memory: 1)
      let told = Mutex<[String]>([])
      let events = try launch(try seeded(2), in: store, context: small) { event in
        if case .memoryShort(let need) = event { told.withLock { $0.append(need.shortage ?? "") } }
        if case .finished(_, let record) = event {
          told.withLock { $0.append(record.message ?? "") }
        }
      }
      #expect(events == ["finished 0 failed", "finished 1 failed", "memory short"])
      #expect(told.withLock { $0.count } == 3)
      #expect(told.withLock { $0.allSatisfy { $0.contains("GB of memory are needed") } })
    }
  }
}
