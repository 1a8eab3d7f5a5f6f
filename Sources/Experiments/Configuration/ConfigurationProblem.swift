/// Values of a spec that are right one by one and wrong together, or wrong for the data.
public struct ConfigurationProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The data cannot be had.
    case data(DataProblem)
    /// Rows cannot be dealt out so.
    case split(SplitProblem)
    /// There cannot be such a network.
    case network(NetworkProblem)
    /// The targets do not go with what is to be made of them.
    case objective(ObjectiveProblem)
    /// There cannot be such a training.
    case training(TrainingProblem)
    /// The sweep cannot be what it is.
    case sweep(SweepProblem)
  }

  /// What is wrong.
  public let kind: Kind
  /// The key to point at.
  public let path: SettingPath
  /// The element to point at, where the field is a list.
  public let element: Int?
  /// Other fields that have a part in it: where one of them could not be read, there may be no
  /// problem at all.
  public let others: [Field]

  /// Creates a problem.
  init(_ kind: Kind, _ path: SettingPath, element: Int? = nil, others: [Field] = []) {
    self.kind = kind
    self.path = path
    self.element = element
    self.others = others
  }
}
