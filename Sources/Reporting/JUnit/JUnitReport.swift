/// The results of experiments in the XML that continuous integration reads: the form of Ant's JUnit task.
public enum JUnitReport {
  /// The content of the file.
  public static func content(_ suites: [JUnitSuite]) -> [UInt8] {
    let elements = suites.enumerated().map { index, suite in suite.xml(index: index) }
    let text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n" + elements.joined()
      + "</testsuites>\n"
    return Array(text.utf8)
  }
}
