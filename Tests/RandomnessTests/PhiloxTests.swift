import Randomness
import Testing

/// The random function, against its authors' and NumPy's values.
@Suite struct PhiloxTests {
  /// The known answers of Random123, `kat_vectors`, for `philox4x64 10`.
  @Test func knownAnswers() {
    #expect(
      Philox4x64.block(counter: SIMD4(), key: SIMD2())
        == SIMD4(
          0x1655_4d9e_ca36_314c, 0xdb20_fe9d_672d_0fdc, 0xd7e7_72ce_e186_176b,
          0x7e68_b68a_ec7b_a23b))
    #expect(
      Philox4x64.block(counter: SIMD4(repeating: .max), key: SIMD2(repeating: .max))
        == SIMD4(
          0x87b0_92c3_013f_e90b, 0x438c_3c67_be8d_0224, 0x9cc7_d7c6_9cd7_77b6,
          0xa09c_aebf_594f_0ba0))
    #expect(
      Philox4x64.block(
        counter: SIMD4(
          0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344, 0xa409_3822_299f_31d0,
          0x082e_fa98_ec4e_6c89),
        key: SIMD2(0x4528_21e6_38d0_1377, 0xbe54_66cf_34e9_0c6c))
        == SIMD4(
          0xa528_f454_03e6_1d95, 0x38c7_2dbd_566e_9788, 0xa5a1_610e_72fd_18b5,
          0x57bd_43b5_e52b_7fe6))
  }

  @Test func wordsAreThoseOfNumPy() {
    for (stream, words) in PhiloxValues.streams {
      var sequential = stream
      #expect(words.indices.map(stream.word(at:)) == words)
      #expect(words.indices.map { _ in sequential.next() } == words)
    }
  }

  @Test func anyOrderGivesTheSameWords() {
    let stream = RandomStream(seed: 3, purpose: .dropout, index: 1, step: 9)
    var sequential = stream
    let words = (0..<50).map { _ in sequential.next() }
    #expect((0..<50).reversed().map(stream.word(at:)) == words.reversed())
    // What has been drawn does not matter, and copies go on by themselves.
    #expect((0..<50).map(sequential.word(at:)) == words)
    var copy = sequential
    #expect(copy.next() == sequential.next())
  }

  @Test func codes() {
    #expect(RandomPurpose.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 7])
  }

  @Test func streamsDiffer() {
    var first: Set<UInt64> = []
    var count = 0
    for purpose in RandomPurpose.allCases {
      for seed in [0, 1, .max] as [UInt64] {
        for index in 0..<3 {
          for step in 0..<3 {
            let stream = RandomStream(seed: seed, purpose: purpose, index: index, step: step)
            first.insert(stream.word(at: 0))
            count += 1
          }
        }
      }
    }
    #expect(first.count == count)
  }
}
