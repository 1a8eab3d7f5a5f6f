import Engine
import Experiments
import Foundation
import TestPlans
import Testing
import Training

/// How runs are dealt out.
@Suite struct TrainingPieceTests {
  private func pieces(_ spec: String, workers: Int) throws -> [TrainingPiece] {
    let runs = try RunPlan(spec: spec).runs
    return TrainingPiece.pieces(
      of: runs.indices.map { ($0, runs[$0].configuration) }, workers: workers,
      engine: try Engine())
  }

  /// The golden digests by threads are of runs that threads do share.
  @Test(arguments: [(1, 1), (4, 2), (10, 5)])
  func fewLargeRunsAreSharedByThreads(workers: Int, threads: Int) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "NNRunToolTests/Golden/threads.yaml")
    let pieces = try pieces(String(contentsOf: file, encoding: .utf8), workers: workers)
    #expect(pieces.map(\.form) == [.matrix, .matrix])
    #expect(pieces.map(\.threads) == [threads, threads])
  }

  /// Every run is in one piece, none has more than its share, and tiny ones are side by side.
  @Test(arguments: [1, 2, 7])
  func manySmallRunsAreTrainedSideBySide(workers: Int) throws {
    let spec = "dataset: xor\nlayers: [2, 4, 1]\nactivation: tanh\nlearning_rate: 1\nepochs: 9\n"
    let pieces = try pieces(spec + "batch_size: full\nsweep: {seeds: 100}", workers: workers)
    #expect(pieces.flatMap(\.runs).sorted() == Array(0..<100))
    #expect(pieces.allSatisfy { $0.runs.count <= (100 + workers - 1) / workers })
    #expect(pieces.contains { $0.form != .matrix && $0.runs.count > 1 })
    #expect(pieces.allSatisfy { $0.threads == 1 })
  }
}
