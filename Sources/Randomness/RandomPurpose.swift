/// What random numbers are drawn for: each purpose has streams of its own, so that no draw depends
/// on how many others there were.
///
/// | purpose | code | index | step |
/// | --- | --- | --- | --- |
/// | `weights` | 1 | layer, from 0 | 0 |
/// | `biases` | 2 | layer, from 0 | 0 |
/// | `shuffle` | 3 | epoch, from 1 | 0 |
/// | `dropout` | 4 | layer, from 0 | step of the training, from 0 |
/// | `split` | 5 | class of the rows, from 0; 0 where they are not stratified | 0 |
/// | `dataset` | 6 | 0 | 0 |
/// | `sweep` | 7 | first 63 bits of the SHA-256 of the key | draw, from 0 |
///
/// The codes are the second word of a stream's key. They never change.
public enum RandomPurpose: UInt64, CaseIterable, Sendable {
  /// Initial weights of a layer.
  case weights = 1
  /// Initial biases of a layer.
  case biases = 2
  /// The order of the samples in an epoch.
  case shuffle = 3
  /// Which units of a layer are dropped in a step.
  case dropout = 4
  /// Which samples are for training, validation and testing.
  case split = 5
  /// The samples of a dataset that is made up.
  case dataset = 6
  /// Values of a sweep that are drawn.
  case sweep = 7
}
