/// A family of processor instructions that the kernels are compiled for, from the plainest up.
///
/// Results are the same bits on all of them; only the speed differs.
public enum InstructionSet: String, CaseIterable, Hashable, Sendable {
  /// What every processor of the architecture has; on x86-64 without fused multiply-add.
  case baseline
  /// x86-64-v3: 256-bit vectors with fused multiply-add.
  case avx2
  /// x86-64-v4: 512-bit vectors.
  case avx512
}

extension InstructionSet: Comparable {
  /// Whether `a` is the plainer of the two.
  public static func < (a: InstructionSet, b: InstructionSet) -> Bool {
    a.rank < b.rank
  }

  /// Its place from the plainest up.
  private var rank: Int {
    switch self {
    case .baseline: 0
    case .avx2: 1
    case .avx512: 2
    }
  }
}
