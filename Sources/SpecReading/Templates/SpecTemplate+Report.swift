extension SpecTemplate {
  /// What is told of a spec that has been written: its files, and what can be done with it.
  ///
  /// - Parameters:
  ///   - spec: the spec's file.
  ///   - stem: its name without the ending.
  ///   - files: all files that were written.
  ///   - schema: where the schema for editors would be; nil where it is.
  public static func report(
    spec: String, stem: String, wrote files: [String], schema: String?
  ) -> String {
    let commands = [
      ("nn-run check \(spec)", "what is found in its data"),
      ("nn-run \(spec)", "train it; results go to runs/\(stem)"),
      ("nn-run explain", "the keys that a spec can have"),
    ]
    let width = commands.map(\.0.count).max() ?? 0
    let lines = commands.map { command, purpose in
      "  " + command + String(repeating: " ", count: width - command.count + 2) + purpose
    }
    let name = schema.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
    let note = schema.map {
      """

      Editors complete and check it by a JSON Schema: `nn-run schema > \($0)`, and
      `# yaml-language-server: $schema=\(name)` as its first line.

      """
    }
    return "wrote \(files.joined(separator: " and "))\n\n"
      + lines.joined(separator: "\n") + "\n" + (note ?? "")
  }
}
