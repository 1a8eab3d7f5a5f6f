internal import Randomness
internal import Vocabulary

// Data sets whose inputs are drawn.
extension Dataset {
  /// Normal points around centers, which are drawn evenly from −10 … 10 in every direction.
  ///
  /// scikit-learn's `make_blobs` without shuffling: each center has ⌊rows / centers⌋ rows, the first
  /// rows mod centers of them one more. Draws: the centers, one after another; then the points.
  init(blobs choice: Choice<BuiltInDataset>) {
    let (rows, centers) = (choice.integer("rows"), choice.integer("centers"))
    let (features, spread) = (choice.integer("features"), choice.number("spread"))
    var stream = choice.stream
    let means = (0..<centers * features).map { _ in 20 * stream.nextUniform() - 10 }
    let (least, longer) = rows.quotientAndRemainder(dividingBy: centers)
    let classes = (0..<centers).flatMap { repeatElement($0, count: least + ($0 < longer ? 1 : 0)) }
    var inputs: [Double] = []
    inputs.reserveCapacity(rows * features)
    for center in classes {
      for feature in 0..<features {
        inputs.append(means[center * features + feature] + spread * stream.nextNormal())
      }
    }
    self.init(
      inputs: inputs, inputCount: features, targets: classes.map(Double.init), areLabels: true)
  }

  /// Inputs drawn evenly from 0 … 1, of which the first five decide the target:
  /// 10 sin(π x₀ x₁) + 20 (x₂ − ½)² + 10 x₃ + 5 x₄ + noise · N(0, 1).
  ///
  /// J. Friedman, Multivariate Adaptive Regression Splines, The Annals of Statistics 19, 1991; as
  /// scikit-learn's `make_friedman1`. Draws: for each row its inputs, then its noise.
  init(friedman1 choice: Choice<BuiltInDataset>) {
    let (rows, features) = (choice.integer("rows"), choice.integer("features"))
    let noise = choice.number("noise")
    var stream = choice.stream
    var (inputs, targets): ([Double], [Double]) = ([], [])
    inputs.reserveCapacity(rows * features)
    for _ in 0..<rows {
      let x = (0..<features).map { _ in stream.nextUniform() }
      let wave = 10 * ScalarFunctions.sinPi(x[0] * x[1])
      let bowl = 20 * (x[2] - 0.5) * (x[2] - 0.5)
      targets.append(wave + bowl + 10 * x[3] + 5 * x[4] + noise * stream.nextNormal())
      inputs += x
    }
    self.init(inputs: inputs, inputCount: features, targets: targets)
  }
}
