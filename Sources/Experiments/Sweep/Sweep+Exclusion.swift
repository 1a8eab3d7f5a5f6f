public import Vocabulary

extension Sweep {
  /// A combination of values that is left out.
  public struct Exclusion: Hashable, Sendable {
    /// A value of an axis.
    public struct Part: Hashable, Sendable {
      /// The axis, by its index.
      public let axis: Int
      /// The value as written.
      public let value: SpecValue
      /// The indices of the listed values that it means; none where the axis has a distribution.
      public let indices: Set<Int>

      /// Creates a part.
      public init(axis: Int, value: SpecValue, indices: Set<Int>) {
        self.axis = axis
        self.value = value
        self.indices = indices
      }
    }

    /// The values, by axes.
    public let parts: [Part]

    /// Creates an exclusion.
    public init(_ parts: [Part]) { self.parts = parts.sorted { $0.axis < $1.axis } }

    /// Whether a configuration is left out that has these levels of the axes of a sweep.
    func excludes(_ levels: [Level], of axes: [Axis]) -> Bool {
      parts.allSatisfy { part in
        switch levels[part.axis] {
        case .listed(let index): part.indices.contains(index)
        case .drawn(let value):
          axes[part.axis].path.canonical(value) == axes[part.axis].path.canonical(part.value)
        }
      }
    }
  }
}
