internal import Digests

/// What planning needs to know of a file of weights before anything is trained.
public struct WeightsFacts: Hashable, Sendable {
  /// What is known of a file by its path, as a spec writes it.
  ///
  /// It throws where the file cannot be read.
  public typealias Lookup = (_ path: String) throws(Unreadable) -> WeightsFacts

  /// Why a file's weights are not known.
  public struct Unreadable: Error, Hashable, Sendable {
    /// What is wrong, in a few words without the path: `no such file`.
    public let reason: String
    /// Whether it is that there is no such file.
    public let isFileMissing: Bool

    /// Creates a reason.
    public init(_ reason: String, isFileMissing: Bool = false) {
      self.reason = reason
      self.isFileMissing = isFileMissing
    }
  }

  /// A named array of numbers, without the numbers.
  public struct Tensor: Hashable, Sendable {
    /// The name, such as `layers.0.weight`.
    public let name: String
    /// The sizes of the dimensions, the last changing fastest.
    public let shape: [Int]

    /// Creates the description of a tensor.
    public init(_ name: String, shape: [Int]) {
      self.name = name
      self.shape = shape
    }
  }

  /// The digest of the file's bytes: 16 letters, as a run's id has them.
  public let digest: String
  /// The arrays in the file.
  public let tensors: [Tensor]

  /// The facts of a file with these bytes, in which these arrays were found.
  public init(bytes: [UInt8], tensors: [Tensor]) {
    digest = SHA256.hash(bytes.span).short.description
    self.tensors = tensors
  }

  /// The lookup of a place without files.
  public static func noFiles(_ path: String) throws(Unreadable) -> WeightsFacts {
    throw Unreadable("no such file", isFileMissing: true)
  }
}
