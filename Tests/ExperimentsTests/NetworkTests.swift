import Experiments
import Testing
import Vocabulary

/// Layers with settings of their own, and the weights that a network has.
@Suite struct NetworkTests {
  private func resolve(
    _ layers: [SpecValue], _ changes: [Field: SpecValue] = [:]
  ) throws -> RunConfiguration {
    var changes = changes
    changes[.layers] = .list(layers)
    return try RunConfiguration(resolving: settings(changes), facts: facts())
  }

  private func layer(_ units: Int, _ members: KeyValuePairs<String, SpecValue>) -> SpecValue {
    .mapping(
      [SpecValue.Member("units", .integer(units))]
        + members.map { SpecValue.Member($0.key, $0.value) })
  }

  @Test func layersTakeWhatTheyHaveNotFromTheSpec() throws {
    let run = try resolve(
      [
        .integer(2), .integer(8), layer(4, ["activation": .text("relu")]),
        layer(3, ["dropout": .number(0), "norm": .text("batch")]), .integer(1),
      ], [.dropout: .number(0.5)])
    #expect(
      run.hidden == [
        HiddenLayer(units: 8, activation: Choice(.tanh), dropout: 0.5),
        HiddenLayer(units: 4, activation: Choice(.relu), dropout: 0.5),
        HiddenLayer(units: 3, activation: Choice(.tanh), norm: Choice(.batch)),
      ])
    #expect((run.inputs, run.outputs) == (2, 1))
    #expect(run.layers == [2, 8, 4, 3, 1])
    #expect(run.activation == Choice(.tanh))
    #expect(run.value(of: .dropout) == .number(0.5))
    #expect(
      run.value(of: .layers)?.text == "[2, 8, {units: 4, activation: relu}, "
        + "{units: 3, dropout: 0, norm: {name: batch, momentum: 0.1, epsilon: 1e-5}}, 1]")
  }

  @Test func firstLayerGivesTheKeysOfAll() throws {
    let run = try resolve([
      .integer(2), layer(8, ["activation": .text("relu"), "dropout": .number(0.25)]), .integer(4),
      .integer(1),
    ])
    #expect(run.value(of: .activation)?.text == "relu")
    #expect(run.value(of: .dropout)?.text == "0.25")
    #expect(
      run.value(of: .layers)?.text == "[2, 8, {units: 4, activation: tanh, dropout: 0}, 1]")
  }

  @Test func activationIsNeededByLayersWithoutOne() throws {
    var settings = settings()
    settings[.activation] = nil
    let own = layer(4, ["activation": .text("relu")])
    settings[.layers] = .list([.integer(2), own, .integer(1)])
    #expect(throws: Never.self) { try RunConfiguration(resolving: settings, facts: facts()) }
    settings[.layers] = .list([.integer(2), own, .integer(4), .integer(1)])
    #expect(throws: RunConfiguration.Problems.self) {
      try RunConfiguration(resolving: settings, facts: facts())
    }
  }

  @Test func normsHaveAScaleAndAShift() throws {
    let plain = try resolve([.integer(2), .integer(4), .integer(1)])
    let normed = try resolve([.integer(2), layer(4, ["norm": .text("layer")]), .integer(1)])
    #expect(plain.parameterCount == 17)
    #expect(normed.parameterCount == 25)
  }

  @Test func tensorsAreNamedAndShaped() throws {
    let run = try resolve([
      .integer(2), layer(4, ["norm": .text("batch")]), layer(3, ["norm": .text("layer")]),
      .integer(1),
    ])
    #expect(
      run.tensorShapes.map { "\($0.name) \($0.shape)" } == [
        "layers.0.weight [4, 2]", "layers.0.bias [4]", "layers.0.norm.weight [4]",
        "layers.0.norm.bias [4]", "layers.0.norm.running_mean [4]",
        "layers.0.norm.running_var [4]", "layers.1.weight [3, 4]", "layers.1.bias [3]",
        "layers.1.norm.weight [3]", "layers.1.norm.bias [3]", "layers.2.weight [1, 3]",
        "layers.2.bias [1]",
      ])
  }

  @Test func initializationGoesByEachActivation() throws {
    let mixed = try resolve([
      .integer(2), layer(4, ["activation": .text("relu")]),
      layer(4, ["activation": .text("selu")]), .integer(4), .integer(1),
    ])
    #expect(
      mixed.initialization == .drawn([.heUniform, .lecunNormal, .glorotUniform, .glorotUniform]))
    #expect(mixed.value(of: .initialization) == .text("auto"))
    let alike = try resolve([
      .integer(2), layer(4, ["activation": .text("relu")]),
      layer(4, ["activation": .text("gelu")]), .integer(1),
    ])
    #expect(alike.initialization == .drawn([.heUniform, .heUniform, .heUniform]))
    #expect(alike.value(of: .initialization) == .text("he_uniform"))
    #expect(
      try resolve([.integer(2), .integer(1)]).initialization == .drawn([.glorotUniform]))
  }
}
