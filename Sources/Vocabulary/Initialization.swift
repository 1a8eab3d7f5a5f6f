/// How the initial weights of a layer are drawn.
///
/// Scales are those of Keras (`keras.initializers`): fan_in is a layer's inputs, fan_out its outputs.
public enum Initialization: String, Keyword {
  /// The standard normal distribution.
  case normal
  /// The uniform distribution on −1 … 1.
  case uniform
  /// Glorot and Bengio 2010, uniform.
  case glorotUniform = "glorot_uniform"
  /// Glorot and Bengio 2010, normal.
  case glorotNormal = "glorot_normal"
  /// He et al. 2015, uniform.
  case heUniform = "he_uniform"
  /// He et al. 2015, normal.
  case heNormal = "he_normal"
  /// LeCun et al. 1998, uniform.
  case lecunUniform = "lecun_uniform"
  /// LeCun et al. 1998, normal.
  case lecunNormal = "lecun_normal"
  /// All weights 0.
  case zeros

  /// What the words are called.
  public static let kind = "init"

  /// One line for the documentation.
  public var summary: String {
    switch self {
    case .normal: "N(0, 1)"
    case .uniform: "uniform in −1 … 1"
    case .glorotUniform: "uniform in ±√(6 / (fan_in + fan_out))"
    case .glorotNormal: "normal cut at 2σ, variance 2 / (fan_in + fan_out)"
    case .heUniform: "uniform in ±√(6 / fan_in)"
    case .heNormal: "normal cut at 2σ, variance 2 / fan_in"
    case .lecunUniform: "uniform in ±√(3 / fan_in)"
    case .lecunNormal: "normal cut at 2σ, variance 1 / fan_in"
    case .zeros: "0"
    }
  }

  /// What other tools call it.
  public var otherNames: [String] {
    switch self {
    case .glorotUniform: ["xavier", "xavier_uniform"]
    case .glorotNormal: ["xavier_normal"]
    case .heUniform: ["kaiming", "kaiming_uniform"]
    case .heNormal: ["kaiming_normal"]
    case .normal, .uniform, .lecunUniform, .lecunNormal, .zeros: []
    }
  }
}
