/// What trains networks of one shape side by side, one in each lane.
///
/// Which form computes a network never shows in its bits.
public struct NetworkKernels<Scalar>: Sendable {
  /// Copies rows into the layout of the form.
  public typealias Gather = @Sendable (GatherPlan<Scalar>) -> Void
  /// Of networks and the batch that they run on.
  public typealias Forward = @Sendable (NetworkPlan<Scalar>, BatchPlan<Scalar>) -> Void
  /// Of networks, the batch of the last `forward`, and the sums so far, `[lanes]`.
  public typealias AddLosses =
    @Sendable (NetworkPlan<Scalar>, BatchPlan<Scalar>, UnsafeMutablePointer<Double>) -> Void
  /// Of networks, a batch, the steps, how many there are, and whether the last `forward` was of this
  /// batch with these parameters.
  public typealias Train =
    @Sendable (
      NetworkPlan<Scalar>, BatchPlan<Scalar>, UpdatePlan<Scalar>, _ steps: Int,
      _ isForwardDone: Bool
    ) -> Void

  /// How many networks there are side by side.
  public let lanes: Int
  /// Whether the numbers of units are `[units × rows × lanes]`, not `[rows × units]`.
  public let areUnitsOutermost: Bool
  /// Copies rows of a matrix into the layout of the form.
  public let gather: Gather
  /// Runs all layers as they are evaluated: norms by running statistics, and nothing dropped. Fills
  /// `logits` and `values`.
  public let forward: Forward
  /// Adds the loss terms of all rows, each computed in the precision, by one chain of float64
  /// additions for each network: samples ascending, within them outputs. Overwrites the last layer's
  /// `deltas`.
  public let addLosses: AddLosses
  /// Makes steps on one batch: the gradients of its loss, penalties, clipping, and the optimizer's
  /// formula. The `dropoutFactors` are the same at all steps.
  public let train: Train

  /// Collects the functions of a form.
  public init(
    lanes: Int, areUnitsOutermost: Bool, gather: @escaping Gather, forward: @escaping Forward,
    addLosses: @escaping AddLosses, train: @escaping Train
  ) {
    self.lanes = lanes
    self.areUnitsOutermost = areUnitsOutermost
    self.gather = gather
    self.forward = forward
    self.addLosses = addLosses
    self.train = train
  }
}
