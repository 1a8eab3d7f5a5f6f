import Experiments
import Vocabulary

/// A reader of data files.
enum Reader: String {
  case csv, npy, npz, idx, gzip

  /// A file as sources that go different ways through the reader.
  func sources(at path: String) -> [DatasetSource] {
    switch self {
    case .csv:
      [
        [SpecValue.Member("missing", .text("mean"))],
        [
          SpecValue.Member("header", .boolean(false)),
          SpecValue.Member("missing", .text("drop")), SpecValue.Member("target", .integer(0)),
        ],
      ].compactMap {
        DatasetSource(.mapping([SpecValue.Member("csv", .text(path))] + $0))
      }
    case .npy: [.arrays(ArrayFiles(.npy, .table(path)))]
    case .npz: [.npz(NPZFile(path, NPZFile.Arrays(inputs: "x", targets: "y")))]
    case .idx, .gzip: [.arrays(ArrayFiles(.idx, .table(path)))]
    }
  }
}
