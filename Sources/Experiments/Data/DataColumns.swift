/// What the columns of a data set stand for, where its file says so.
public struct DataColumns: Hashable, Sendable {
  /// A column of the file that inputs are made of.
  public struct Input: Hashable, Sendable {
    /// What it is called: by the header, or by its place, counted from 0.
    public let name: String
    /// The texts in it, each of which is an input of its own: 1 where the row has it, else 0; none for
    /// a column of numbers.
    public let categories: [String]

    /// Describes a column.
    public init(_ name: String, categories: [String] = []) {
      self.name = name
      self.categories = categories
    }

    /// How many inputs are made of it.
    public var count: Int { max(1, categories.count) }
  }

  /// The columns of inputs, in their order.
  public let inputs: [Input]
  /// What the targets are called.
  public let targets: [String]
  /// The texts of the only target, in the order of the classes that they are; none for numbers.
  public let classes: [String]

  /// Describes columns.
  public init(inputs: [Input], targets: [String], classes: [String] = []) {
    self.inputs = inputs
    self.targets = targets
    self.classes = classes
  }

  /// What a class is called: its text, if it has one, else its number.
  public static func className(_ index: Int, texts: [String]) -> String {
    texts.indices.contains(index) ? texts[index] : index.description
  }

  /// For each input of a network whether it is a category's, which is not normalized.
  public var areCategories: [Bool] {
    inputs.flatMap { Array(repeating: !$0.categories.isEmpty, count: $0.count) }
  }
}
