public import Vocabulary

extension PreparedData {
  /// What is suspicious about the data of a run with such a task.
  ///
  /// - Complexity: O(rows × inputs).
  public func warnings(task: Task) -> [DataWarning] {
    DataWarningSearch(parts, columns, task: task).warnings
  }
}
