// swift-tools-version: 6.3
import PackageDescription

/// What every target is compiled with.
let common: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What the kernels are compiled with: optimised in debug builds too, each module as a whole
/// (generics across files are specialised only so), and for one instruction set. What guards the stack
/// against vectors in memory would stay where these have gone to registers.
func kernelSettings(_ instructionSet: String? = nil) -> [SwiftSetting] {
  var flags = [
    "-O", "-wmo", "-num-threads", "2", "-disable-batch-mode", "-Xcc", "-fno-math-errno",
    "-Xfrontend", "-disable-stack-protector",
  ]
  if let instructionSet { flags += ["-Xcc", "-march=\(instructionSet)"] }
  return common + [.unsafeFlags(flags)]
}

/// Tells the kernels that fused multiply-adds are instructions.
let fusedInstructions = SwiftSetting.define("FMA")
/// Tells the kernels that vectors are 512 bits wide and that there are 32 of them.
let wideVectors = SwiftSetting.define("AVX512")

let mathLibrary: [LinkerSetting] = [.linkedLibrary("m", .when(platforms: [.linux]))]

/// A module of the kernels, whose source is the folder `Kernels` for all of them (the other folders are
/// symbolic links), without a part of it.
func kernels(_ name: String, except part: String, _ settings: [SwiftSetting]) -> Target {
  .target(
    name: name, dependencies: ["CLanes", "KernelInterface", "Vocabulary"], exclude: [part],
    swiftSettings: settings, linkerSettings: mathLibrary)
}

/// The plain form of the kernels.
let plainKernels = kernels("KernelsReference", except: "Suite.swift", kernelSettings())

/// The kernels for each instruction set.
var vectorKernels = [kernels("Kernels", except: "Reference", kernelSettings())]
#if arch(x86_64)
  vectorKernels += [
    kernels(
      "KernelsAVX2", except: "Reference", kernelSettings("x86-64-v3") + [fusedInstructions]),
    kernels(
      "KernelsAVX512", except: "Reference",
      kernelSettings("x86-64-v4") + [fusedInstructions, wideVectors]),
  ]
#endif

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: common)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    swiftSettings: common)
}

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "nn-run",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "nn-run", targets: ["nn-run"]),
    .executable(name: "nn-run-bench", targets: ["nn-run-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  // An arrow of docs/Architecture.md is a dependency here; floors from the ground up.
  targets: [
    library("Vocabulary"),
    library("Text"),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    // On Linux the archive, not the shared library, which would be loaded at each start.
    .target(
      name: "CSHA256", linkerSettings: [.linkedLibrary(":libcrypto.a", .when(platforms: [.linux]))]),
    .target(name: "CLanes"),
    .target(name: "CProcessor"),
    library("Digests", ["CSHA256"]),
    library("Files", [system]),
    library("KernelInterface", ["Vocabulary"]),
    library("SpecSyntax", ["CLibYAML", "Text"]),
  ] + vectorKernels + [
    plainKernels,
    library("Randomness", ["KernelsReference", "KernelInterface"]),
    library(
      "Engine",
      ["CProcessor", "KernelInterface", "Randomness", "Vocabulary"]
        + vectorKernels.map { .byName(name: $0.name) }),
    library("Experiments", ["Digests", "Vocabulary", "Randomness", "Text"]),
    library(
      "Datasets",
      ["CZlib", "Digests", "Files", "Vocabulary", "Randomness", "Experiments", system]),
    library("SpecReading", ["SpecSyntax", "Experiments", "Text", "Vocabulary"]),
    library("RunRecords", ["Digests", "Files", "Experiments", "Text", "Vocabulary", system]),
    library(
      "Training",
      ["Engine", "Datasets", "Experiments", "RunRecords", "Randomness", "Vocabulary"]),
    library(
      "Running",
      [
        "Files", "SpecSyntax", "SpecReading", "Experiments", "Datasets", "Engine", "RunRecords",
        "Training", "Text", "Vocabulary", system,
      ]),
    library(
      "Reporting",
      [
        "Datasets", "Digests", "Engine", "Experiments", "Files", "RunRecords", "Running",
        "SpecSyntax", "Text", "Training", "Vocabulary", system,
      ]),
    library(
      "NNRunTool",
      [
        "CProcessor", "Files", "SpecSyntax", "SpecReading", "Experiments", "Datasets",
        "Engine", "RunRecords", "Running", "Reporting", "Text",
        "Vocabulary", argumentParser, system,
      ]),
    .executableTarget(name: "nn-run", dependencies: ["NNRunTool"], swiftSettings: common),

    .target(name: "CPeak"),
    library(
      "Benchmarking",
      [
        "CPeak", "CProcessor", "Datasets", "Engine", "Experiments", "Files", "KernelInterface",
        "KernelsReference", "Randomness", "Reporting", "RunRecords", "Running", "SpecSyntax",
        "Text", "Training", "Vocabulary", argumentParser, system,
      ]),
    .executableTarget(
      name: "nn-run-bench", dependencies: ["Benchmarking"], swiftSettings: common),

    .target(
      name: "TestSupport", dependencies: ["SpecSyntax"], path: "Tests/TestSupport",
      swiftSettings: common),
    .target(
      name: "TestPlans",
      dependencies: [
        "Datasets", "Experiments", "Files", "RunRecords", "Running", "SpecReading", "SpecSyntax",
        system,
      ],
      path: "Tests/TestPlans", swiftSettings: common),
    tests(of: "Vocabulary"),
    tests(of: "Text"),
    tests(of: "Digests"),
    tests(of: "Files", [system]),
    tests(of: "SpecSyntax"),
    // Goes through all float32 numbers: optimised, like what it surveys.
    .target(
      name: "ElementaryErrors", dependencies: ["KernelInterface"], path: "Tests/ElementaryErrors",
      swiftSettings: kernelSettings()),
    tests(
      of: "Kernels",
      ["ElementaryErrors", "KernelsReference", "KernelInterface", "Engine", "Vocabulary"]),
    tests(of: "Randomness"),
    tests(of: "Engine", ["KernelInterface", "Randomness", "Vocabulary"]),
    tests(of: "Experiments", ["Text", "Vocabulary"]),
    tests(of: "Datasets", ["Experiments", "Vocabulary", system]),
    tests(
      of: "SpecReading",
      ["Datasets", "SpecSyntax", "Experiments", "Vocabulary", system]),
    tests(of: "RunRecords", ["TestPlans", "Files", "Experiments", "Text", "Vocabulary", system]),
    tests(
      of: "Training",
      ["TestPlans", "Datasets", "Engine", "Experiments", "Randomness", "RunRecords", "Vocabulary"]),
    tests(
      of: "Running",
      [
        "TestPlans", "Datasets", "Engine", "SpecReading", "SpecSyntax", "Files", "RunRecords",
        "Experiments", "Text", "Vocabulary", system,
      ]),
    tests(
      of: "Reporting",
      [
        "TestPlans", "Engine", "Running", "SpecReading", "SpecSyntax", "RunRecords", "Experiments",
        "Text", "Vocabulary",
      ]),
    tests(of: "Benchmarking", ["Engine", "KernelInterface", "KernelsReference", "Vocabulary"]),
    .testTarget(
      name: "NNRunToolTests", dependencies: ["nn-run", "Engine", "SpecSyntax", "TestSupport"],
      exclude: ["Golden"],
      swiftSettings: common),
  ],
  swiftLanguageModes: [.v6]
)

// Only `make fuzz` needs it: the tools that it is built with are not everywhere.
if Context.environment["NN_RUN_FUZZ"] != nil {
  package.products.append(.executable(name: "nn-run-fuzz", targets: ["nn-run-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "nn-run-fuzz",
      dependencies: ["Datasets", "Experiments", "Files", "Vocabulary", system],
      path: "Tests/Fuzzing", exclude: ["Corpus", "fuzz.sh"],
      swiftSettings: common + [
        .enableExperimentalFeature("Extern"), .unsafeFlags(["-parse-as-library"]),
      ],
      // libFuzzer has a `main` of its own, which other linkers do not let be replaced.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}
