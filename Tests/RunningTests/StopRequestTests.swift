import Running
import Testing

/// What becomes of several signals.
@Suite struct StopRequestTests {
  @Test func theFirstSignalStops() {
    var requests = StopRequests<String>()
    #expect(requests.first == nil)
    #expect(requests.receive("SIGTERM", at: .seconds(100)) == .stop)
    #expect(requests.first == "SIGTERM")
  }

  /// GNU's `timeout` signals the program and, microseconds later, its group.
  @Test(
    arguments: [
      (.zero, .wait), (.microseconds(1), .wait), (.milliseconds(999), .wait), (.seconds(1), .end),
      (.seconds(1000), .end),
    ] as [(Duration, StopRequests<String>.Answer)])
  func aLaterSignalEndsAfterASecond(delay: Duration, answer: StopRequests<String>.Answer) {
    for signal in ["SIGTERM", "SIGINT", "SIGHUP"] {
      var requests = StopRequests<String>()
      _ = requests.receive("SIGTERM", at: .seconds(5))
      #expect(requests.receive(signal, at: .seconds(5) + delay) == answer)
      #expect(requests.first == "SIGTERM")
    }
  }

  /// The second counts from the first signal, however many come.
  @Test func signalsInBetweenDoNotPutItOff() {
    var requests = StopRequests<String>()
    _ = requests.receive("SIGINT", at: .zero)
    for tenth in 1..<10 {
      #expect(requests.receive("SIGINT", at: .milliseconds(100 * tenth)) == .wait)
    }
    #expect(requests.receive("SIGINT", at: .seconds(1)) == .end)
  }
}
