import Testing

@testable import Reporting

/// Numbers and durations for people.
struct ReadableTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (0.25, "0.25"),
    (0.123456, "0.1235"), (0.99996, "1.000"), (0.00012344, "0.0001234"), (0.0001, "0.0001"),
    (0.00009999, "9.999e-05"), (0.000099996, "0.0001000"), (1e-7, "1e-07"),
    (1.23456e-7, "1.235e-07"), (12.3456, "12.35"), (999.96, "1,000"), (1234.5, "1,235"),
    (-1234.5, "-1,235"),
    (123_456, "123,456"), (1_234_567, "1,234,567"), (12_345_678, "1.235e+07"),
    (.leastNonzeroMagnitude, "5e-324"),
    (1e100, "1e+100"), (1.7976931348623157e308, "1.798e+308"), (.nan, "nan"), (.infinity, "inf"),
    (-.infinity, "-inf"), (0.1 + 0.2, "0.3000"), (4.0 / 3, "1.333"), (1000, "1,000"),
  ])
  func `a number has four digits`(number: Double, text: String) {
    #expect(Readable.number(number) == text)
  }

  @Test(arguments: [
    (0.0, "0.0000"), (0.00004, "0.0000"), (0.00005, "0.0001"), (-0.00004, "0.0000"),
    (0.98765, "0.9877"), (0.99996, "1.0000"), (-12.3, "-12.3000"), (1234567.89, "1,234,567.8900"),
    (12_345_678.9, "1.235e+07"), (.nan, "nan"),
  ])
  func `an output has four decimals`(number: Double, text: String) {
    #expect(Readable.fixed(number, decimals: 4) == text)
  }

  static let columns: [([Double?], [String])] = [
    ([1.0, 0.75, nil], ["1.00", "0.75", ""]), ([0.0123456, 0.5], ["0.01235", "0.50000"]),
    ([1, 2], ["1", "2"]), ([1e-9, 0.5], ["1e-09", "0.5"]), ([.nan, 0.5], ["nan", "0.5"]), ([], []),
  ]

  @Test(arguments: columns)
  func `numbers below one another have their points in one place`(
    numbers: [Double?], texts: [String]
  ) {
    #expect(Readable.column(numbers) == texts)
  }

  @Test(arguments: [
    (0, "0 runs"), (1, "1 run"), (999, "999 runs"), (1000, "1,000 runs"),
    (1_234_567, "1,234,567 runs"), (-1000, "-1,000 runs"),
  ])
  func `counts have commas`(count: Int, text: String) {
    #expect(Readable.count(count, "run") == text)
  }

  @Test(arguments: [
    (Duration.zero, "0 ms", "0 s"), (.microseconds(8499), "8 ms", "0 s"),
    (.microseconds(99_400), "99 ms", "0 s"), (.microseconds(99_600), "0.10 s", "0 s"),
    (.milliseconds(214), "0.21 s", "0 s"),
    (.milliseconds(9994), "9.99 s", "10 s"), (.milliseconds(9995), "10.0 s", "10 s"),
    (.milliseconds(59_949), "59.9 s", "1 min 00 s"),
    (.milliseconds(59_951), "1 min 00 s", "1 min 00 s"),
    (.seconds(65), "1 min 05 s", "1 min 05 s"), (.seconds(3599), "59 min 59 s", "59 min 59 s"),
    (.seconds(7500), "2 h 05 min", "2 h 05 min"),
    (.seconds(360_000), "100 h 00 min", "100 h 00 min"),
  ])
  func `durations are in the unit that says most`(duration: Duration, text: String, whole: String) {
    #expect(Readable.time(duration) == text)
    #expect(Readable.wholeTime(duration) == whole)
  }

  @Test(arguments: [
    (0, "0 B"), (1, "1 B"), (999, "999 B"), (1000, "1.0 kB"), (1549, "1.5 kB"), (9949, "9.9 kB"),
    (9951, "10 kB"), (999_499, "999 kB"), (999_500, "1.0 MB"), (23_400_000, "23 MB"),
    (5_000_000_000, "5.0 GB"), (7_200_000_000_000_000, "7,200 TB"),
  ])
  func `sizes are in the unit that says most`(bytes: Int, text: String) {
    #expect(Readable.size(bytes) == text)
  }
}
