import Experiments
import Foundation
import SystemPackage
import TestSupport
import Testing
import Vocabulary

@testable import Datasets

/// Data of its own for validation and test.
struct HeldDataTests {
  private static let training = "color,size,kind\nred,1,oak\nblue,3,elm\nred,5,elm\n"

  /// The data of files for training and for validation, with the same normalization.
  private func prepared(
    _ held: String, training: String = training, settings: [(String, SpecValue)] = []
  ) throws -> PreparedData {
    try withTemporaryFolder { folder in
      try Data(training.utf8).write(to: URL(filePath: folder + "/train.csv"))
      try Data(held.utf8).write(to: URL(filePath: folder + "/held.csv"))
      var library = DataLibrary(root: FilePath(folder))
      let members = settings.map { SpecValue.Member($0.0, $0.1) }
      let source = try #require(
        DatasetSource(.mapping([SpecValue.Member("csv", .text("train.csv"))] + members)))
      let facts = try library.facts(of: source)
      let other = try #require(
        DatasetSource(.mapping([SpecValue.Member("csv", .text("held.csv"))] + members))
      ).readAs(facts)
      let heldFacts = try library.facts(of: other)
      let split = Split(validation: .source(try #require(heldFacts.source)), isStratified: true)
      return library.prepared(
        for: DataSelection(
          try #require(facts.source), split: split, normalization: .standard))
    }
  }

  @Test func `columns are found by their names`() throws {
    let data = try prepared("kind,id,size,color\noak,7,3,blue\noak,8,9,blue\n")
    let validation = try #require(data.validation)
    #expect(data.train.rows == 3)
    #expect(validation.targets == [1, 1])
    let scale = (8.0 / 3).squareRoot()
    // blue, red, size: the constants are those of the training rows.
    #expect(validation.inputs == [1, 0, 0, 1, 0, 6 / scale])
    #expect(validation.sourceRows == [0, 1])
  }

  @Test func `what is missing is the training rows' mean`() throws {
    let data = try prepared(
      "color,size,kind\nred,,oak\n", settings: [("missing", .text("mean"))])
    #expect(data.validation?.inputs == [0, 1, 0])
  }

  @Test func `texts that training never saw are told of`() throws {
    let problem = #expect(throws: DataProblem.self) {
      try prepared("color,size,kind\nred,1,oak\ngreen,2,oak\nred,2,oak\npink,1,elm\n")
    }
    #expect(
      problem?.fault == #"has what no row for training has in column "color": "#
        + #""green" in line 3, "pink" in line 5"#)
    let classes = #expect(throws: DataProblem.self) {
      try prepared("color,size,kind\nred,1,ash\n")
    }
    #expect(
      classes?.fault == #"has what no row for training has in column "kind": "ash" in line 2"#)
  }

  @Test func `a column that is not there is told of`() throws {
    let problem = #expect(throws: DataProblem.self) {
      try prepared("color,sise,kind\nred,1,oak\n")
    }
    #expect(problem?.fault == #"has no column called "size""#)
    #expect(problem?.suggestion?.names == ["color", "sise", "kind"])
  }

  @Test func `texts where training has numbers are told of`() throws {
    let problem = #expect(throws: DataProblem.self) {
      try prepared("color,size,kind\nred,large,oak\n")
    }
    #expect(problem?.fault.contains(#""large" in line 2"#) == true)
  }
}
