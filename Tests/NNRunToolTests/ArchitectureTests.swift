import Foundation
import Testing

/// What docs/Architecture.md says of the modules.
struct ArchitectureTests {
  /// The modules: each is a folder of the sources.
  private static let modules: [String] = {
    let sources = Program.root.appending(path: "Sources").path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: sources)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  /// A file of the documentation.
  private func read(_ name: String) throws -> String {
    try String(contentsOf: Program.root.appending(path: "docs/\(name)"), encoding: .utf8)
  }

  @Test func `every module has its box on a floor of the picture, and no other has`() throws {
    let picture = try read("architecture.svg")
    let floors = try #require(picture.range(of: "The floors:")).upperBound
    let boxes = picture[floors...].matches(of: /<text class="t"[^>]*>([^<]+)</).map {
      String($0.1)
    }
    #expect(Self.modules.contains("NNRunTool"))
    #expect(boxes.sorted() == Self.modules)
  }

  @Test func `every module is in the table`() throws {
    let rows = try read("Architecture.md").split(separator: "\n").filter { $0.hasPrefix("| `") }
    let names = rows.flatMap { row in
      (row.split(separator: "|").first ?? "").matches(of: /`([^`]+)`/).map { String($0.1) }
    }
    // The kernels are one row.
    #expect(Set(names) == Set(Self.modules.filter { !$0.hasPrefix("KernelsAVX") }))
  }
}
