/// What holds for a key or a setting where a spec does not give it.
public enum Standard: Hashable, Sendable {
  /// The spec must give it.
  case required
  /// It has no value; a spec may also write `none`.
  case absent
  /// A fixed value.
  case value(SpecValue)
  /// A fixed value that means "off", so that a resolved spec leaves it out: an option added in a
  /// later version does not change the ids of runs that do not use it.
  case off(SpecValue)
  /// A value that depends on others, as the text says.
  case derived(String)

  /// The fixed value, if there is one.
  public var value: SpecValue? {
    switch self {
    case .value(let value), .off(let value): value
    case .required, .absent, .derived: nil
    }
  }
}
