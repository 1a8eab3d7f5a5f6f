import Running
import Testing

@Suite struct RecordPaceTests {
  /// A clock that stands still until it is moved.
  private final class Clock {
    var now = Duration.zero
    var looks = 0

    func look() -> Duration {
      looks += 1
      return now
    }
  }

  /// How often rows are due, and the clock is looked at, in questions that come so far apart.
  private func ask(
    _ pace: inout RecordPace, _ clock: Clock, _ count: Int, every step: Duration
  ) -> (due: Int, looks: Int) {
    let looks = clock.looks
    var due = 0
    for _ in 0..<count {
      clock.now += step
      if pace.isDue() { due += 1 }
    }
    return (due, clock.looks - looks)
  }

  @Test func rowsAreDueTenTimesASecond() {
    let clock = Clock()
    var pace = RecordPace(clock: clock.look)
    #expect(ask(&pace, clock, 2000, every: .milliseconds(1)) == (20, 2000))
  }

  @Test func theClockIsSeldomLookedAtWhereQuestionsComeSoon() {
    let clock = Clock()
    var pace = RecordPace(clock: clock.look)
    let second = ask(&pace, clock, 1_000_000, every: .microseconds(1))
    #expect((9...10).contains(second.due))
    #expect(second.looks < 20_000)
    // When they come late again, every one is answered by the clock after a few.
    let minute = ask(&pace, clock, 60, every: .seconds(1))
    #expect(minute.due == 0)
    #expect(ask(&pace, clock, 60, every: .seconds(1)).due >= 56)
  }
}
