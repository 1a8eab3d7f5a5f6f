public import Experiments
internal import Text

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What stands between data and the numbers of a network, so that a trained one can be given new data:
/// the metadata of files of weights.
public struct DataEncoding: Hashable, Sendable {
  /// What the columns stand for; nil where no file said so.
  public let columns: DataColumns?
  /// What inputs are shifted and scaled by; nil where they stay as they are.
  public let inputs: NormalizationConstants?
  /// What targets are shifted and scaled by; nil where they stay as they are.
  public let targets: NormalizationConstants?

  /// Joins what is known.
  public init(
    columns: DataColumns? = nil, inputs: NormalizationConstants? = nil,
    targets: NormalizationConstants? = nil
  ) {
    self.columns = columns
    self.inputs = inputs
    self.targets = targets
  }
}

extension DataEncoding {
  /// The keys of the metadata.
  private enum Key: String {
    case columns
    case inputShift = "input_shift"
    case inputScale = "input_scale"
    case inputMean = "input_mean"
    case targetShift = "target_shift"
    case targetScale = "target_scale"
  }

  /// The columns as JSON has them.
  private struct Columns: Decodable {
    struct Input: Decodable {
      let name: String
      let categories: [String]?
    }

    let inputs: [Input]
    let targets: [String]
    let classes: [String]?
  }

  /// What a file of weights says.
  var metadata: [(key: String, value: String)] {
    var metadata: [(key: String, value: String)] = []
    func add(_ key: Key, _ json: JSON) { metadata.append((key.rawValue, json.text)) }
    func add(_ key: Key, _ numbers: [Double]) { add(key, .array(numbers.map(JSON.number))) }
    if let columns { add(.columns, Self.json(columns)) }
    if let inputs {
      add(.inputShift, inputs.shift)
      add(.inputScale, inputs.scale)
      if let means = inputs.means { add(.inputMean, means) }
    }
    if let targets {
      add(.targetShift, targets.shift)
      add(.targetScale, targets.scale)
    }
    return metadata
  }

  /// What a file of weights says; nil where it is not such as nn-run writes.
  public init?(metadata: [String: String]) {
    func decoded<Value: Decodable>(_ key: Key, _ type: Value.Type) throws -> Value? {
      try metadata[key.rawValue].map { try JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
    func constants(_ shift: Key, _ scale: Key, _ means: Key?) throws -> NormalizationConstants? {
      guard let shifts = try decoded(shift, [Double].self),
        let scales = try decoded(scale, [Double].self)
      else { return nil }
      let means = try means.flatMap { try decoded($0, [Double].self) }
      return NormalizationConstants(shift: shifts, scale: scales, means: means)
    }
    do {
      self.init(
        columns: try decoded(.columns, Columns.self).map {
          DataColumns(
            inputs: $0.inputs.map { DataColumns.Input($0.name, categories: $0.categories ?? []) },
            targets: $0.targets, classes: $0.classes ?? [])
        },
        inputs: try constants(.inputShift, .inputScale, .inputMean),
        targets: try constants(.targetShift, .targetScale, nil))
    } catch {
      return nil
    }
  }

  /// Whether it is for so many inputs and targets, and no text stands for two of them.
  public func fits(inputs: Int, outputs: Int) -> Bool {
    func fits(_ constants: NormalizationConstants?, _ count: Int) -> Bool {
      guard let constants else { return true }
      return constants.shift.count == count && constants.scale.count == count
        && constants.means?.count ?? count == count
    }
    return fits(self.inputs, inputs) && fits(targets, outputs)
      && columns?.areCategories.count ?? inputs == inputs
      && (columns?.inputs ?? []).allSatisfy { input in
        Set(input.categories.map { Array($0.utf8) }).count == input.categories.count
      }
  }

  private static func json(_ columns: DataColumns) -> JSON {
    func list(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
    var members: [(key: String, value: JSON)] = [
      (
        "inputs",
        .array(
          columns.inputs.map { input in
            .object(
              [("name", .string(input.name))]
                + (input.categories.isEmpty ? [] : [("categories", list(input.categories))]))
          })
      ),
      ("targets", list(columns.targets)),
    ]
    if !columns.classes.isEmpty { members.append(("classes", list(columns.classes))) }
    return .object(members)
  }
}
