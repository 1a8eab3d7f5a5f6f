internal import ArgumentParser
internal import Reporting

/// What `--progress` asks for.
enum ProgressChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case bar
  case plain
  case none

  /// How progress is shown: `auto` is a bar where a person looks on, else plain lines.
  func style(isQuiet: Bool) -> ProgressReporter.Style {
    switch self {
    case .auto: isQuiet ? .none : Console.error.canRedraw ? .bar : .plain
    case .bar: .bar
    case .plain: .plain
    case .none: .none
    }
  }
}
