internal import Experiments
internal import SpecSyntax

/// Where the values of a spec are written, for problems that are found after reading.
struct SpecSites {
  /// The beginning of the spec: where a key that is missing is reported.
  let start: SourceSite
  /// The value of each field that is given.
  var fields: [Field: SyntaxNode] = [:]
  /// The axes of the sweep.
  var axes: [Axis] = []
  /// What stands in each configuration beside them, a value for each key.
  var inclusions: [[Axis]] = []

  /// Where an axis is written.
  struct Axis {
    /// What it gives values to.
    let path: SettingPath
    /// Its key.
    let key: SourceSite
    /// The node of each value; one for all where they are a range or drawn.
    let values: [SyntaxNode]

    /// The node of a value.
    func node(of value: Int) -> SyntaxNode { values.count == 1 ? values[0] : values[value] }
  }

  /// Where to point for a key, or for an element of its value, in one configuration.
  func site(of path: SettingPath, element: Int?, in place: RunPlan.Place) -> SourceSite {
    guard let node = node(of: path, in: place) else { return start }
    guard let element, let items = node.items, items.indices.contains(element) else {
      return node.site
    }
    return items[element].site
  }

  /// The node that gives a key its value: of an axis of just that key, of an axis of its field, or
  /// of the field outside the sweep.
  private func node(of path: SettingPath, in place: RunPlan.Place) -> SyntaxNode? {
    let swept: [(SettingPath, SyntaxNode)] =
      switch place {
      case .combination(let combination):
        zip(axes, combination).map { axis, value in (axis.path, axis.node(of: value)) }
      case .inclusion(let index): inclusions[index].map { ($0.path, $0.node(of: 0)) }
      }
    if let exact = swept.first(where: { $0.0 == path }) { return exact.1 }
    let field = SettingPath(path.field)
    let node = swept.first { $0.0 == field }?.1 ?? fields[path.field]
    return path.setting.flatMap { node?[$0] } ?? node
  }

  /// Where to point for something inside the value of a key, in one configuration: the
  /// innermost of nested keys that is written.
  func site(of path: SettingPath, keys: [String], in place: RunPlan.Place) -> SourceSite {
    guard var node = node(of: path, in: place) else { return start }
    for key in keys { node = node[key] ?? node }
    return node.site
  }

  /// Where a key is written that gets a value in one configuration.
  func key(_ path: SettingPath, in place: RunPlan.Place) -> SourceSite {
    let written =
      switch place {
      case .combination: axes
      case .inclusion(let index): inclusions[index]
      }
    return written.first { $0.path == path }?.key ?? start
  }

  /// Where to point for a configuration as a whole: the `include` item, or the folds of a
  /// combination, as it differs by those from others that have some of its runs.
  func configuration(_ place: RunPlan.Place) -> SourceSite {
    switch place {
    case .combination: return site(of: SettingPath(.split, "fold"), element: nil, in: place)
    case .inclusion(let index):
      let items = fields[.sweep]?["include"]?.items ?? []
      return items.indices.contains(index) ? items[index].site : sweepSite("include")
    }
  }

  /// Where to point for something in the sweep: the innermost of nested keys that is written.
  func sweepSite(_ keys: String...) -> SourceSite {
    guard var node = fields[.sweep] else { return start }
    for key in keys { node = node[key] ?? node }
    return node.site
  }
}
