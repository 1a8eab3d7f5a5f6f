/// The picture of docs/Architecture.md: the way of a spec, and the modules on their floors with an arrow
/// for each import.
struct ArchitecturePicture {
  /// The modules.
  let graph: ModuleGraph

  private static let width = 1180.0
  private static let floorHeight = 62.0
  private static let boxHeight = 26.0
  private static let top = 170.0

  /// The stages of a spec, with the modules that they are in, and what leads from each to the next.
  private static let stages: [(name: String, module: String, next: String)] = [
    ("spec text", "SourceText", "libyaml"), ("SyntaxTree", "SpecSyntax", "table of fields"),
    ("Experiment", "SpecReading", "facts of the data"),
    ("RunPlan", "Experiments", "SearchStrategy, Launcher"),
    ("ExperimentRunner", "Running", "RunEvent"), ("recorders", "Reporting", ""),
  ]

  /// Where a module's box is.
  private struct Box {
    let x: Double
    let y: Double
    let width: Double

    var middle: Double { x + width / 2 }
  }

  /// The text of the SVG.
  var svg: String {
    let floors = graph.floors
    let height = Self.top + Double((floors.values.max() ?? 0) + 1) * Self.floorHeight + 20
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Int(Self.width)) \(Int(height))" \
      font-family="Helvetica, Arial, sans-serif" role="img" \
      aria-label="The way from a spec to its results, and the modules on their floors">
      """,
      """
      <style>.t{font-size:13px;fill:#1f2933}.m{font-size:11px;fill:#52606d}\
      .h{font-size:13px;fill:#52606d;font-weight:bold}.b{fill:#e3ecf7;stroke:#5b7fa6}\
      .f{fill:#f3f1e7;stroke:#a89f7a}.w{stroke:#52606d;stroke-width:1.4;fill:none;marker-end:url(#p)}\
      .a{stroke:#b9c4d0;stroke-width:.6;fill:none}.e{stroke:#5b7fa6;stroke-width:1.2;fill:none}</style>
      """,
      """
      <defs><marker id="p" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" \
      orient="auto"><path d="M0 0L10 5L0 10z" fill="#52606d"/></marker></defs>
      """,
      "<rect width=\"\(Int(Self.width))\" height=\"\(Int(height))\" fill=\"#ffffff\"/>",
      text(
        "h", 20, 26, "The way of a spec: a stage is a type made from the one before",
        anchor: "start"),
    ]
    lines += way
    lines.append(
      text(
        "h", 20, Self.top - 16,
        "The floors: a line for each import, downwards; those that a chain of others stands for are faint",
        anchor: "start"))
    let boxes = boxes(floors)
    let essential = graph.essentialArrows
    // The faint ones first, so that the others are drawn over them.
    let ordered = graph.arrows.filter { !essential.contains($0) } + essential.sorted()
    lines += ordered.compactMap { arrow in
      guard let from = boxes[arrow.from], let to = boxes[arrow.to] else { return nil }
      let (start, end) = (from.y + Self.boxHeight, to.y)
      let bend = (end - start) / 2
      return """
        <path class="\(essential.contains(arrow) ? "e" : "a")" data-from="\(arrow.from)" \
        data-to="\(arrow.to)" d="M\(number(from.middle)) \(number(start))C\(number(from.middle)) \
        \(number(start + bend)) \(number(to.middle)) \(number(end - bend)) \(number(to.middle)) \(number(end))"/>
        """
    }
    lines += graph.modules.compactMap { module in
      boxes[module].map { box in
        """
        <rect class="f" x="\(number(box.x))" y="\(number(box.y))" width="\(number(box.width))" \
        height="\(number(Self.boxHeight))" rx="4"/>
        """ + "\n" + text("t", box.middle, box.y + 17.5, module)
      }
    }
    return (lines + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  /// The stages from left to right.
  private var way: [String] {
    let (step, width) = (Self.width / Double(Self.stages.count), 128.0)
    return Self.stages.enumerated().flatMap { index, stage in
      let x = 20 + Double(index) * step
      var lines = [
        "<rect class=\"b\" x=\"\(number(x))\" y=\"44\" width=\"\(number(width))\" height=\"46\" rx=\"6\"/>",
        text("t", x + width / 2, 64, stage.name), text("m", x + width / 2, 81, stage.module),
      ]
      if !stage.next.isEmpty {
        lines.append("<path class=\"w\" d=\"M\(number(x + width)) 67H\(number(x + step))\"/>")
        lines.append(text("m", x + (width + step) / 2, 108, stage.next))
      }
      return lines
    }
  }

  /// Where the boxes are: those of a floor side by side.
  private func boxes(_ floors: [String: Int]) -> [String: Box] {
    let highest = floors.values.max() ?? 0
    var boxes: [String: Box] = [:]
    for floor in 0...highest {
      let modules = graph.modules.filter { floors[$0] == floor }
      let space = (Self.width - 40) / Double(modules.count)
      for (index, module) in modules.enumerated() {
        let width = Double(module.count) * 8 + 20
        let x = 20 + (Double(index) + 0.5) * space - width / 2
        let y = Self.top + Double(highest - floor) * Self.floorHeight
        boxes[module] = Box(x: x, y: y, width: width)
      }
    }
    return boxes
  }

  private func text(
    _ kind: String, _ x: Double, _ y: Double, _ text: String, anchor: String = "middle"
  ) -> String {
    "<text class=\"\(kind)\" x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\">\(text)</text>"
  }

  /// A number with one digit after the point at most.
  private func number(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
