internal import NNRunTool

/// The program `nn-run`; everything it does is in `NNRunTool`.
@main
enum NNRunMain {
  static func main() { CommandLineTool.main() }
}
