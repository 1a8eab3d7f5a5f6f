public import Vocabulary

extension Sweep {
  /// A key that a sweep gives several values.
  public struct Axis: Hashable, Sendable {
    /// The values of an axis, of which each configuration has one.
    public enum Values: Hashable, Sendable {
      /// Those of a list, in the order written; never empty.
      case list([SpecValue])
      /// Any of a distribution, of which the sweep's method takes as many as it has samples.
      case distribution(Distribution)
    }

    /// The key.
    public let path: SettingPath
    /// The values that it takes.
    public let values: Values
    /// Whether numbers of a distribution are whole ones of the key.
    private let isWhole: Bool

    /// Creates an axis of the values of a list.
    ///
    /// - Precondition: there is a value.
    public init(_ path: SettingPath, _ values: [SpecValue]) {
      precondition(!values.isEmpty)
      self.path = path
      self.values = .list(values)
      isWhole = false
    }

    /// Creates an axis of numbers of a distribution.
    ///
    /// - Precondition: the key takes all numbers between the ends.
    public init(_ path: SettingPath, drawnFrom distribution: Distribution) {
      self.path = path
      values = .distribution(distribution)
      isWhole = path.shape()?.takesFractions != true
    }

    /// The values of its list; none where it has a distribution.
    public var listed: [SpecValue] {
      switch values {
      case .list(let values): values
      case .distribution: []
      }
    }

    /// One of its values: the first of its list, or the lower end of its distribution.
    public var example: SpecValue {
      switch values {
      case .list(let values): values[0]
      case .distribution(.uniform(let low, _)), .distribution(.logUniform(let low, _)):
        value(of: low)
      case .distribution(.integers(let low, _)): value(of: Double(low))
      }
    }

    /// Whether hardly any two draws come to one level.
    var isContinuous: Bool {
      switch values {
      case .list, .distribution(.integers): false
      case .distribution(.uniform), .distribution(.logUniform): true
      }
    }

    /// The level that a draw comes to.
    func level(of draw: some AxisDraw) -> Level {
      switch values {
      case .list(let values): .listed(draw.index(below: values.count))
      case .distribution(let distribution):
        .drawn(value(of: distribution.number(of: draw)))
      }
    }

    /// The value at a level of the axis.
    func value(at level: Level) -> SpecValue {
      switch level {
      case .listed(let index): listed[index]
      case .drawn(let value): value
      }
    }

    /// The value of the key that a number of a distribution is.
    private func value(of number: Double) -> SpecValue {
      isWhole ? .integer(Int(number)) : .number(number)
    }
  }
}

/// Which of its values an axis has in a configuration.
enum Level: Hashable, Sendable {
  /// The value of its list that has this index.
  case listed(Int)
  /// A value of its distribution.
  case drawn(SpecValue)

  /// The index in the list; 0 where there is none.
  var index: Int {
    switch self {
    case .listed(let index): index
    case .drawn: 0
    }
  }
}

/// A draw for one axis: what a method that takes samples says of it.
protocol AxisDraw {
  /// A number from 0 up to but not 1.
  var share: Double { get }
  /// A whole number from 0 up to but not `count`, which is positive.
  func index(below count: Int) -> Int
}

extension Shape {
  /// Whether a number that is not whole may be written.
  package var takesFractions: Bool {
    switch self {
    case .number: true
    case .either(let shapes): shapes.contains(where: \.takesFractions)
    case .integer, .boolean, .text, .folderName, .path, .choice, .list, .mapping, .labels, .axes,
      .configurations, .configuration:
      false
    }
  }
}
