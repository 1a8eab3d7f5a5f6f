internal import Reporting

extension Console {
  /// How texts for people are laid out here.
  var style: TextStyle { TextStyle(width: width, isColoured: mayColour) }

  /// What curves are drawn with: dots where the locale says that texts are UTF-8 and the terminal knows
  /// more than lines, else plain letters.
  var glyphs: CurveChart.Glyphs {
    guard Environment["TERM"] != "dumb" else { return .ascii }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { Environment[$0] }
      .first { !$0.isEmpty }
    let encoding = (locale ?? "").lowercased().filter { $0 != "-" }
    return encoding.hasSuffix("utf8") || encoding.contains("utf8@") ? .braille : .ascii
  }
}
