/// A spec that is sound YAML within the limits; what its keys mean is not yet known.
///
/// Anchors, aliases and `<<` are resolved. Where an entry was merged its value's `aliasSite` tells.
public struct SyntaxTree: Sendable {
  /// The text that was read.
  public let source: SourceText

  /// The spec's one document.
  public let root: SyntaxNode

  /// The limits it was read under, and under which it may be overridden.
  let limits: SyntaxLimits

  /// Makes a tree of a root that keeps to `limits`.
  init(source: SourceText, root: SyntaxNode, limits: SyntaxLimits) {
    self.source = source
    self.root = root
    self.limits = limits
  }

  /// Reads `source`, adding each mistake to `log`.
  ///
  /// Throws everything in `log` if it contains an error, this reading's or an earlier one.
  public init(
    parsing source: SourceText, limits: SyntaxLimits = .standard,
    reportingTo log: inout DiagnosticLog
  ) throws(DiagnosticError) {
    let tree = Self(recovering: source, limits: limits, reportingTo: &log)
    try log.throwIfErrors()
    guard let tree else { preconditionFailure("a text without a tree has an error") }
    self = tree
  }

  /// Reads `source` as far as it makes sense, so that later stages can add mistakes of their own.
  ///
  /// Returns nil if a part could not be understood. A tree is also returned beside mistakes that
  /// leave its meaning plain (a duplicate key, where the first counts; a tag; a key that is no
  /// word): `log` then contains errors, and the caller must `throwIfErrors()` before trusting it.
  public init?(
    recovering source: SourceText, limits: SyntaxLimits = .standard,
    reportingTo log: inout DiagnosticLog
  ) {
    if let mistake = Self.obstacle(in: source, limits: limits) {
      log.insert(mistake)
      return nil
    }
    var builder = TreeBuilder(source: source, limits: limits, allowsBlocks: true, log: log)
    let root = builder.document(from: SourceText.byteOrderMark(of: source.bytes))
    log = builder.log
    guard let root else { return nil }
    if root.scalar?.isMissing == true {
      log.insert(.emptySpec(at: source.site(0..<0)))
      return nil
    }
    self.init(source: source, root: root, limits: limits)
  }

  /// What makes it pointless, or too slow, to ask libyaml: a fault in the bytes, no content, a
  /// directive (libyaml compares each with all before it).
  private static func obstacle(in source: SourceText, limits: SyntaxLimits) -> Diagnostic? {
    if let fault = source.fault(limits: limits) { return fault }
    let start = source.contentStart(from: SourceText.byteOrderMark(of: source.bytes))
    if start == source.bytes.count { return .emptySpec(at: source.site(0..<0)) }
    guard source.bytes[start] == UInt8(ascii: "%") && source.isLineStart(start) else { return nil }
    return .directive(at: source.site(source.content(ofLine: source.position(at: start).line)))
  }
}
