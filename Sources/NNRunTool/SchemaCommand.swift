internal import ArgumentParser
internal import SpecReading

/// `nn-run schema`: what editors know of specs.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of specs, by which editors complete and check them.",
    discussion: """
      An editor with a YAML language server follows the first line of a spec:

        nn-run schema > nn-run.schema.json
        # yaml-language-server: $schema=nn-run.schema.json
      """)

  func run() throws { try Console.output.deliver(SpecSchema.text) }
}
