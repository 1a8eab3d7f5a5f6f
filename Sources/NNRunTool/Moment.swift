/// A moment, by the clock on the wall and by one that never goes back.
struct Moment {
  /// The time as ISO 8601 has it, in UTC.
  let time = Machine.time

  private let elapsed = Machine.elapsed

  /// The present.
  init() {}

  /// How long it is ago.
  var age: Duration { Machine.elapsed - elapsed }
}
