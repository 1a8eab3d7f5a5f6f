import Datasets
import Experiments
import Files
import SystemPackage
import Vocabulary

/// libFuzzer's own loop, with the program's arguments and what is done with bytes.
@_extern(c, "LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Gives a reader of data files whatever bytes libFuzzer thinks of: they must be read or refused.
///
///     nn-run-fuzz READER FILE [libFuzzer's options and folders]
///
/// FILE takes the bytes; it is best in memory.
@main enum Fuzzer {
  /// The sources that are read.
  private static let sources = Reader(rawValue: CommandLine.arguments[1])?.sources(at: path) ?? []
  /// The file that takes the bytes.
  private static let path = CommandLine.arguments[2]

  /// Runs libFuzzer, which sees neither READER nor FILE.
  static func main() {
    guard CommandLine.argc > 2, !sources.isEmpty else {
      print("usage: nn-run-fuzz csv|npy|npz|idx|gzip FILE [libFuzzer's arguments]")
      return
    }
    var count = CommandLine.argc - 2
    var arguments = CommandLine.unsafeArgv + 2
    _ = runDriver(&count, &arguments) { bytes, count in
      Fuzzer.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
      return 0
    }
  }

  /// Reads bytes as a file.
  private static func read(_ bytes: [UInt8]) {
    do throws(FileError) {
      try FilePath(path).write(bytes)
    } catch {
      preconditionFailure("\(error)")
    }
    for source in sources {
      var library = DataLibrary(root: FilePath(""), threads: 2)
      do throws(DataProblem) {
        let facts = try library.facts(of: source)
        precondition(facts.rows > 0 && facts.inputs > 0)
      } catch {
        precondition(!error.fault.isEmpty && !error.isFileMissing)
      }
    }
  }
}
