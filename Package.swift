// swift-tools-version: 6.3
import PackageDescription

/// What every target is compiled with.
let common: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: common)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: common)
}

let package = Package(
  name: "nn-run",
  platforms: [.macOS(.v26)],
  // An arrow of docs/Architecture.md is a dependency here; floors from the ground up.
  targets: [
    library("Vocabulary"),
    library("TerminalText"),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    library("SpecSyntax", ["CLibYAML", "TerminalText"]),

    .target(
      name: "TestSupport", dependencies: ["SpecSyntax"], path: "Tests/TestSupport",
      swiftSettings: common),
    tests(of: "Vocabulary"),
    tests(of: "TerminalText"),
    tests(of: "SpecSyntax"),
  ],
  swiftLanguageModes: [.v6]
)
