internal import Datasets
internal import Experiments
internal import RunRecords

extension RunTrainer {
  /// What a trained network answers for each row of its data, as the file of answers has it.
  ///
  /// - Parameter weights: the tensors of the run's `model.safetensors`.
  /// - Returns: nil if the tensors are not such as the configuration has.
  func predictions(
    of configuration: RunConfiguration, _ weights: [Tensor], on data: PreparedData
  ) -> PredictionTable? {
    var parts: [PredictionTable.Part] = []
    for (name, part) in data.parts {
      guard let outputs = outputs(of: configuration, weights: weights, on: part) else {
        return nil
      }
      parts.append(
        PredictionTable.Part(
          name, sourceRows: part.sourceRows, targets: part.targets,
          outputs: Array(outputs.joined())))
    }
    return PredictionTable(
      task: configuration.task, classes: data.columns?.classes ?? [], parts: parts)
  }
}
