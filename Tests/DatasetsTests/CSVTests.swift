import Datasets
import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing
import Vocabulary

/// The data of a file of comma-separated values with this text.
///
/// - Parameter settings: what a spec has beside the path.
func csv(
  _ text: String, _ settings: [(name: String, value: SpecValue)] = [], threads: Int = 1
) throws -> Dataset {
  try csv(bytes: Array(text.utf8), settings, threads: threads)
}

/// The data of a file of comma-separated values with these bytes.
func csv(
  bytes: [UInt8], _ settings: [(name: String, value: SpecValue)] = [], threads: Int = 1
) throws -> Dataset {
  try withTemporaryFolder { folder in
    try Data(bytes).write(to: URL(filePath: folder + "/x.csv"))
    let members = settings.map { SpecValue.Member($0.name, $0.value) }
    let source = try #require(
      DatasetSource(.mapping([SpecValue.Member("csv", .text("x.csv"))] + members)))
    var library = DataLibrary(root: FilePath(folder), threads: threads)
    _ = try library.facts(of: source)
    return try #require(library[source])
  }
}

/// Files of comma-separated values.
struct CSVTests {
  @Test func `the last column is the target`() throws {
    let data = try csv("a,b,y\n1,2,0\n-3.5,4e1,1\n")
    #expect(data.inputs.elements == [1, 2, -3.5, 40])
    #expect(data.targets.elements == [0, 1])
    #expect(data.columns?.inputs == [DataColumns.Input("a"), DataColumns.Input("b")])
    #expect(data.columns?.targets == ["y"])
    #expect(data.facts.largestInput == 40)
  }

  @Test(arguments: [
    "a,b\r\n1,2\r\n3,4\r\n", "a,b\n1,2\n3,4", "a,b\n1,2\n3,4\n\n\n", "a,b\r\n1,2\r\n3,4\r\n\r\n",
    "\u{FEFF}a,b\n1,2\n3,4\n", "\"a\",\"b\"\n\"1\",2\n3,\"4\"\n", "a, b \n1 , 2\n 3,4 \n",
    "\"a\",b\r\n1,\"2\"\r\n\"3\",4\r\n",
  ])
  func `line ends, quotes and spaces make no difference`(text: String) throws {
    let data = try csv(text)
    #expect(data.inputs.elements == [1, 3])
    #expect(data.targets.elements == [2, 4])
    #expect(data.columns?.inputs == [DataColumns.Input("a")])
  }

  @Test func `texts are categories and classes in the order of their bytes`() throws {
    let data = try csv("color,size,kind\nred,1,b\nblue,2,a\n\"dark, blue\",3,b\nZ,4,c\n")
    #expect(
      data.columns?.inputs == [
        DataColumns.Input("color", categories: ["Z", "blue", "dark, blue", "red"]),
        DataColumns.Input("size"),
      ])
    #expect(data.columns?.classes == ["a", "b", "c"])
    #expect(
      data.inputs.elements == [
        0, 0, 0, 1, 1, 0, 1, 0, 0, 2, 0, 0, 1, 0, 3, 1, 0, 0, 0, 4,
      ])
    #expect(data.targets.elements == [1, 0, 1, 2])
    #expect(data.facts.targets.areLabels)
  }

  @Test func `two classes are 0 and 1`() throws {
    let data = try csv("x,answer\n1,yes\n2,no\n")
    #expect(data.targets.elements == [1, 0])
    #expect(Task.inferred(from: data.facts.targets, outputs: nil).task == .binary)
  }

  @Test func `columns are named or counted`() throws {
    let text = "a,b,c,d\n1,2,3,4\n5,6,7,8\n"
    let named = try csv(
      text, [("target", .text("b")), ("inputs", .list([.text("d"), .text("a")]))])
    #expect(named.inputs.elements == [4, 1, 8, 5])
    #expect(named.targets.elements == [2, 6])
    let counted = try csv(
      text, [("target", .list([.integer(0), .text("c")])), ("inputs", .text("all"))])
    #expect(counted.inputs.elements == [2, 4, 6, 8])
    #expect(counted.targets.elements == [1, 3, 5, 7])
    let headless = try csv(
      "1;2;3\n4;5;6\n",
      [
        ("header", .boolean(false)), ("delimiter", .text(";")), ("target", .integer(0)),
      ])
    #expect(headless.inputs.elements == [2, 3, 5, 6])
    #expect(headless.columns?.inputs.map(\.name) == ["1", "2"])
  }

  @Test func `numbers may be categories`() throws {
    let data = try csv("zip,y\n7,1\n12,2\n7,3\n", [("categorical", .list([.text("zip")]))])
    #expect(data.columns?.inputs == [DataColumns.Input("zip", categories: ["12", "7"])])
    #expect(data.inputs.elements == [0, 1, 1, 0, 0, 1])
  }

  @Test func `quotes may hold anything`() throws {
    let data = try csv(
      "\"a \"\"quoted\"\" name\",\"b\nc\",y\n\"x\ny\",1,2\n\"\"\"\",3,4\n")
    #expect(data.columns?.inputs[0].name == "a \"quoted\" name")
    #expect(data.columns?.inputs[0].categories == ["\"", "x\ny"])
    #expect(data.columns?.inputs[1].name == "b\nc")
  }

  @Test func `texts that look the same stay apart`() throws {
    let data = try csv("t,y\n\u{E9},1\ne\u{301},2\n")
    #expect(data.inputs.columns == 2)
  }

  @Test func `rows with empty fields can be left out`() throws {
    let data = try csv("a,b,y\n1,2,3\n,4,5\n6,,7\n8,9,\n10,11,12\n", [("missing", .text("drop"))])
    #expect(data.inputs.elements == [1, 2, 10, 11])
    #expect(data.targets.elements == [3, 12])
  }

  @Test func `texts of rows that are left out are no categories`() throws {
    let data = try csv(
      "t,x,y\nb,,u\na,1,v\nc,2,w\n", [("missing", .text("drop"))])
    #expect(data.columns?.inputs[0].categories == ["a", "c"])
    #expect(data.columns?.classes == ["v", "w"])
    #expect(data.inputs.elements == [1, 0, 1, 0, 1, 2])
    #expect(data.targets.elements == [0, 1])
  }

  @Test func `empty inputs are the mean of the training rows`() throws {
    let data = try csv("t,x,y\na,1,0\nb,,1\na,3,0\n", [("missing", .text("mean"))])
    let source = try #require(data.facts.source)
    let plain = PreparedData(data, for: DataSelection(source))
    #expect(plain.train.inputs == [1, 0, 1, 0, 1, 2, 1, 0, 3])
    let scaled = PreparedData(data, for: DataSelection(source, normalization: .standard))
    let scale = (2.0 / 3).squareRoot()
    #expect(scaled.train.inputs == [1, 0, -1 / scale, 0, 1, 0, 1, 0, 1 / scale])
  }

  @Test func `fields of columns that are not used may be anything`() throws {
    let data = try csv(
      "a,note,y\n1,,3\n2,nan,5\n",
      [("inputs", .list([.text("a")])), ("target", .text("y"))])
    #expect(data.inputs.elements == [1, 2])
  }

  @Test func `what was found is in the canonical form`() throws {
    let data = try csv("color,size,kind\nred,1,b\nblue,2,a\n")
    let source = try #require(data.facts.source)
    let digest = try #require(source.digest)
    #expect(
      source.specValue.text
        == "{csv: x.csv, target: kind, categorical: [color, kind], digest: \(digest)}")
    #expect(DatasetSource(source.specValue) == source)
  }

  @Test(arguments: [1, 2, 5])
  func `any number of threads reads the same`(threads: Int) throws {
    var text = "word,x,\"long\nname\",y\n"
    for row in 0..<120_000 {
      let word = row % 7 == 0 ? "\"a,\n\(row % 3)\"" : "w\(row % 11)"
      text += "\(word),\(row),\(Double(row) / 7),\(row % 2)\n"
    }
    let data = try csv(text, threads: threads)
    #expect(data.rows == 120_000)
    #expect(data.columns?.inputs[0].categories.count == 14)
    for row in stride(from: 0, to: data.rows, by: 997) {
      #expect(data.inputs[row, 14] == Double(row))
      #expect(data.inputs[row, 15] == Double(row) / 7)
    }
  }

  /// What ends a file, and the SHA-256 of the file, by Python's `hashlib`.
  private static let endings = [
    ("", "994fac584702694c847e7f8b2548846dd74a6823dedf27545285979dfa8e6053"),
    ("\r\n\n", "88d6e2adb8b228b96402cb04c81030311233b1a723d9af1e28abc65988ccf4b4"),
    (
      String(repeating: "\n", count: 600_000),
      "92f653eb4c4a727bd55ac98351a4411e3f82843819dac6d9ea0d427cc8956f58"
    ),
  ]

  @Test(arguments: endings, [1, 3])
  func `the digest is of all bytes, whoever reads them`(
    ending: (text: String, hash: String), threads: Int
  ) throws {
    let text = "a,b\n" + String(repeating: "1.25,-3\n", count: 150_000) + ending.text
    let data = try csv(text, threads: threads)
    #expect(data.rows == 150_000)
    // The digits are those of hexadecimal numbers, from z for 0 to k for 15.
    let letters = Array("zyxwvutsrqponmlk")
    let digest = try #require(data.facts.source?.digest)
    let expected = ending.hash.compactMap { $0.hexDigitValue.map { letters[$0] } }
    #expect(digest.count >= 16 && String(expected).hasPrefix(digest))
  }

  @Test func `rows that get shorter are all read`() throws {
    var text = "x,y\n"
    for row in 0..<400_000 {
      text += row < 20_000 ? "0.\(1_234_567_890 + row)\(row)5,1.000000000\n" : "\(row % 10),1\n"
    }
    #expect(try csv(text, threads: 2).rows == 400_000)
  }
}
