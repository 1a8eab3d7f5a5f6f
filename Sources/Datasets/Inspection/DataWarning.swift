public import Experiments

/// Something about the data of a run that is allowed, but seldom meant.
public enum DataWarning: Hashable, Sendable {
  /// An input, or the column of a file that inputs are made of.
  public enum Input: Hashable, Sendable {
    /// A column of the file.
    case column(String)
    /// A text of a column of the file.
    case category(String, ofColumn: String)
    /// One of inputs without names, counted from 0.
    case place(Int)
  }

  /// How an input gives the target away.
  public enum Leak: Hashable, Sendable {
    /// It has the target's own value in all rows.
    case value(ofTarget: Int)
    /// In all rows of a class it has one value, which is that of no other class.
    case classes
  }

  /// A class, with a number of rows.
  public struct ClassCount: Hashable, Sendable {
    /// The class.
    public let index: Int
    /// How many rows are of it.
    public let rows: Int
  }

  /// Inputs have one value in all training rows, or none.
  case constant([Input])
  /// An input gives the target away.
  case leak(Input, Leak)
  /// So many of the rows held back for a part are training rows too.
  case repeated(Score.Part, rows: Int)
  /// So many of the rows held back for a part have the inputs of a training row, but other targets than any
  /// such row.
  case contradicted(Score.Part, rows: Int)
  /// One class has more than 20 times the training rows of another one that has some.
  case imbalance(largest: ClassCount, smallest: ClassCount)
  /// Classes of rows held back for a part, with the number of these rows, that no training row is of.
  case unseen(Score.Part, [ClassCount])
  /// A column of numbers is empty in so many of the rows, which are more than half of all.
  case gaps(column: String, rows: Int, of: Int)
}
