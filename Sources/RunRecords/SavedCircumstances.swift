internal import Files
public import SystemPackage

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What the volatile file of a run or a batch tells of where and when it was trained, as far as it does.
public struct SavedCircumstances: Decodable, Sendable {
  /// The folder that paths of data count from.
  public let dataRoot: String?
  /// When it began, as ISO 8601 has it.
  public let started: String?
  /// How many seconds it took.
  public let seconds: Double?

  private enum CodingKeys: String, CodingKey {
    case dataRoot = "data_root"
    case started
    case seconds
  }

  /// Reads a file.
  ///
  /// - Returns: nil where it is not there, or none of nn-run's.
  public init?(_ file: FilePath) {
    guard let bytes = try? file.contents(),
      let found = try? JSONDecoder().decode(Self.self, from: Data(bytes))
    else { return nil }
    self = found
  }
}
