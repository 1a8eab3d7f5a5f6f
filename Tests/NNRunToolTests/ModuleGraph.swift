import Foundation

/// The modules of the package, and which imports which.
struct ModuleGraph: Equatable {
  /// An arrow of the picture: the first module imports the second.
  struct Arrow: Hashable, Comparable {
    let from: String
    let to: String

    static func < (left: Arrow, right: Arrow) -> Bool {
      (left.from, left.to) < (right.from, right.to)
    }
  }

  /// The modules, in the order of their names.
  let modules: [String]
  /// The arrows, in the order of their modules.
  let arrows: [Arrow]

  private init(_ modules: some Sequence<String>, _ arrows: some Sequence<Arrow>) {
    self.modules = modules.sorted()
    self.arrows = Set(arrows).sorted()
  }

  /// The folders of the sources.
  private static let folders: [URL] = {
    let sources = Program.root.appending(path: "Sources")
    let found = try? FileManager.default.contentsOfDirectory(
      at: sources, includingPropertiesForKeys: nil)
    return (found ?? []).filter { !$0.lastPathComponent.hasPrefix(".") }
  }()

  /// The graph as the sources import each other.
  static func ofSources() throws -> ModuleGraph {
    let names = Set(folders.map(\.lastPathComponent))
    var arrows: [Arrow] = []
    for folder in folders {
      // The kernels of other instruction sets are links to the folder of the plain ones.
      let real = folder.resolvingSymlinksInPath()
      let files = FileManager.default.enumerator(at: real, includingPropertiesForKeys: nil)
      for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /(?m)^\s*(?:(?:public|internal|package) )?import (\w+)$/) {
          let name = String(match.1)
          let from = folder.lastPathComponent
          if names.contains(name), name != from { arrows.append(Arrow(from: from, to: name)) }
        }
      }
    }
    return ModuleGraph(names, arrows)
  }

  /// The graph as `Package.swift` has it.
  static func ofPackage() throws -> ModuleGraph {
    let text = try String(
      contentsOf: Program.root.appending(path: "Package.swift"), encoding: .utf8)
    let names = Set(folders.map(\.lastPathComponent))
    let kernels = text.matches(of: /[^\w]kernels\(\s*"(\w+)"/).map { String($0.1) }
    let belowKernels = text.firstMatch(of: /func kernels\((?:[^\[]|\[SwiftSetting\])*\[([^\]]*)\]/)
    let declaration =
      /(?:library\(\s*|\.(?:executableTarget|target|systemLibrary)\(\s*name: )"(\w[\w-]*)"([^()]*)/
    var arrows: [Arrow] = []
    for match in text.matches(of: declaration) {
      let (name, rest) = (String(match.1), match.2)
      // Those of the tests are none of the program's.
      guard names.contains(name) else { continue }
      let dependencies = rest.matches(of: /"([\w-]+)"/).map { String($0.1) }
      arrows += dependencies.filter { names.contains($0) && $0 != name }
        .map { Arrow(from: name, to: $0) }
      if rest.contains("vectorKernels.map") {
        arrows += kernels.filter { $0 != "KernelsReference" }.map { Arrow(from: name, to: $0) }
      }
    }
    for module in belowKernels?.1.matches(of: /"(\w+)"/) ?? [] {
      arrows += kernels.map { Arrow(from: $0, to: String(module.1)) }
    }
    return ModuleGraph(names, arrows)
  }

  /// For each module its floor: one above the highest that it imports.
  var floors: [String: Int] {
    let below = Dictionary(grouping: arrows, by: \.from)
    var floors: [String: Int] = [:]
    func floor(_ module: String) -> Int {
      if let known = floors[module] { return known }
      let highest = (below[module] ?? []).map { floor($0.to) }.max()
      floors[module] = highest.map { $0 + 1 } ?? 0
      return floors[module] ?? 0
    }
    for module in modules { _ = floor(module) }
    return floors
  }

  /// The arrows that no chain of others stands for.
  var essentialArrows: Set<Arrow> {
    let below = Dictionary(grouping: arrows, by: \.from).mapValues { $0.map(\.to) }
    func reaches(_ from: String, _ to: String) -> Bool {
      (below[from] ?? []).contains { $0 == to || reaches($0, to) }
    }
    return Set(
      arrows.filter { arrow in
        !(below[arrow.from] ?? []).contains { $0 != arrow.to && reaches($0, arrow.to) }
      })
  }
}
