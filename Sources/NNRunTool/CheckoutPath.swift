internal import SystemPackage

/// Paths as CI services know them.
enum CheckoutPath {
  /// A path as one from the folder that the service has checked out to, where the file is in it, or
  /// from the working folder where there is no service; else the path as it is.
  static func relative(_ path: String) -> String {
    let working = Machine.workingFolder
    let variable = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR"].lazy.compactMap { Environment[$0] }
      .first { !$0.isEmpty }
    let checkout = variable.map { FilePath($0).lexicallyNormalized() } ?? working
    var relative = working.pushing(FilePath(path)).lexicallyNormalized()
    return relative.removePrefix(checkout) ? relative.string : path
  }
}
