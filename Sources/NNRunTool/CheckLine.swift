/// A line of `nn-run check`.
struct CheckLine {
  /// What it is about.
  let name: String
  /// What there is.
  let value: String
  /// Where that comes from.
  let origin: String
}
