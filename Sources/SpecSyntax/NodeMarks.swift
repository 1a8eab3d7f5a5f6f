/// What may be written before a node: an anchor and a tag.
struct NodeMarks {
  /// The name after `&`.
  let anchor: String?

  /// Whether there is a tag.
  let hasTag: Bool
}
