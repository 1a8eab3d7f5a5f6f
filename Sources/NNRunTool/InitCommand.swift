public import ArgumentParser
internal import Files
public import SpecReading
internal import SystemPackage

/// `nn-run init`: a spec to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a spec to begin with, whose comments say what its keys mean.",
    discussion: """
      Examples:
        nn-run init
        nn-run init exam --template csv
        nn-run init experiments/rates --template sweep
      """)

  @Argument(
    help: ArgumentHelp(
      "The file to write, with or without .yaml; none is overwritten.", valueName: "name"))
  var name = "experiment"

  @Option(
    help: ArgumentHelp(
      """
      What to begin with: xor is the smallest spec, csv learns from a table that is written beside \
      it, sweep trains many runs.
      """))
  var template = SpecTemplate.xor

  /// The schema that editors find beside a spec, if it was written there.
  private static let schema = "nn-run.schema.json"

  func run() throws {
    let path = FilePath(name)
    let spec = ["yaml", "yml"].contains(path.extension) ? path : FilePath(name + ".yaml")
    let folder = spec.removingLastComponent()
    guard let file = spec.lastComponent?.string, let stem = spec.stem, isFolderName(stem) else {
      throw ExitError(
        .badCommandLine,
        "\"\(name)\" cannot name a spec; use letters, digits, \".\", \"_\" and \"-\", and do not "
          + "begin with \".\"")
    }
    let hasSchema = folder.appending(Self.schema).exists
    let modeline = hasSchema ? "# yaml-language-server: $schema=\(Self.schema)\n" : ""
    let files = template.files(spec: file, stem: stem, modeline: modeline).map { file in
      (path: folder.appending(file.name), content: file.content)
    }
    if let taken = files.map(\.path).first(where: \.exists) {
      throw ExitError(
        .cannotCreate, "\(taken) is there already; give another name: nn-run init NAME")
    }
    do throws(FileError) {
      if !folder.isEmpty { try folder.makeFolder() }
      for (path, content) in files { try path.create(Array(content.utf8)) }
    } catch {
      throw ExitError(.cannotCreate, "\(error)")
    }
    try Console.output.deliver(
      SpecTemplate.report(
        spec: spec.string, stem: stem, wrote: files.map(\.path.string),
        schema: hasSchema ? nil : folder.appending(Self.schema).string))
  }
}

extension SpecTemplate: ExpressibleByArgument {}
