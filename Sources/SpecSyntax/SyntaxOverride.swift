/// A value for a dotted key, given on the command line: `--set optimizer.momentum=0.9`.
public struct SyntaxOverride: Sendable {
  /// One part of a dotted key.
  public struct Step: Hashable, Sendable {
    /// The key.
    public let key: String

    /// Where it stands in the argument.
    public let site: SourceSite
  }

  /// The parts of the key, outermost first; never empty.
  public let path: [Step]

  /// The value, with its sites in the argument.
  public let value: SyntaxNode

  /// The whole key, dots included.
  public var key: String { path.map(\.key).joined(separator: ".") }

  /// Where the whole key stands in the argument.
  public var keySite: SourceSite {
    let start = path[0].site.bytes.lowerBound
    return path[0].site.source.site(start..<path[path.count - 1].site.bytes.upperBound)
  }

  /// Where the whole assignment stands in the argument.
  var site: SourceSite {
    keySite.source.site(keySite.bytes.lowerBound..<value.site.bytes.upperBound)
  }

  /// Reads the arguments of `--set`.
  ///
  /// - Throws: what is wrong with all of them.
  public static func all(parsing arguments: [String]) throws(DiagnosticError) -> [SyntaxOverride] {
    var log = DiagnosticLog()
    let overrides = arguments.compactMap {
      SyntaxOverride(parsing: SourceText(name: "--set", text: $0), reportingTo: &log)
    }
    try log.throwIfErrors()
    return overrides
  }

  /// Reads `key.path=value`, the value in YAML's flow form.
  ///
  /// Returns nil after adding what is wrong to `log`, so that all arguments can be read in one go.
  public init?(
    parsing argument: SourceText, limits: SyntaxLimits = .standard,
    reportingTo log: inout DiagnosticLog
  ) {
    do throws(SyntaxStop) {
      if let fault = argument.fault(limits: limits) { throw SyntaxStop(diagnostic: fault) }
      guard let sign = argument.bytes.firstIndex(of: UInt8(ascii: "=")) else {
        throw SyntaxStop(diagnostic: .assignmentWithoutSign(in: argument))
      }
      path = try Self.path(in: argument, upTo: sign, limits: limits)
      try Self.checkValue(in: argument, after: sign)
      var builder = TreeBuilder(source: argument, limits: limits, allowsBlocks: false, log: log)
      let value = builder.document(from: sign + 1)
      let isSound = builder.mistakeCount == 0
      log = builder.log
      guard let value, isSound else { return nil }
      self.value = value
    } catch {
      log.insert(error.diagnostic)
      return nil
    }
  }

  /// Splits the key at its dots.
  private static func path(
    in argument: SourceText, upTo end: Int, limits: SyntaxLimits
  ) throws(SyntaxStop) -> [Step] {
    let parts = argument.bytes[..<end].split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    var path: [Step] = []
    for part in parts {
      let start = part.firstIndex { $0 != UInt8(ascii: " ") } ?? part.endIndex
      let site = argument.site(start..<argument.trimmedEnd(of: start..<part.endIndex))
      if site.bytes.isEmpty { throw SyntaxStop(diagnostic: .emptyKey(at: site)) }
      path.append(Step(key: site.text, site: site))
      if path.count > limits.depth {
        throw SyntaxStop(diagnostic: .tooDeep(limits.depth, at: site, anchor: nil))
      }
    }
    return path
  }

  /// Sees to it that there is a value to read.
  private static func checkValue(in argument: SourceText, after sign: Int) throws(SyntaxStop) {
    let start = argument.contentStart(from: sign + 1)
    if start == argument.bytes.count {
      throw SyntaxStop(diagnostic: .emptyValue(at: argument.site(sign + 1..<start)))
    }
    if argument.bytes[start] == UInt8(ascii: "%") {
      throw SyntaxStop(diagnostic: .reserved(at: argument.site(start..<start + 1)))
    }
  }
}
