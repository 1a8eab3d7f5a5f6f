public import Vocabulary

extension PreparedData {
  /// What is suspicious about the data of a run with such a task.
  ///
  /// - Complexity: O(rows × inputs).
  public func suspicions(task: Task) -> [Suspicion] {
    SuspicionSearch(parts, columns, task: task).suspicions
  }
}
