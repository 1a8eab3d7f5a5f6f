internal import Benchmarking

/// The program `nn-run-bench`; everything it does is in `Benchmarking`.
@main
enum NNRunBenchMain {
  static func main() { BenchTool.main() }
}
