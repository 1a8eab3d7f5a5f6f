import Running
import Testing

/// Results that were read back: selected and ordered.
struct ResultTableTests {
  private func table() throws -> ResultTable {
    try #require(
      ResultTable(
        Array(
          """
          run_id,status,rank,param_learning_rate,param_optimizer__momentum,train_loss,val_loss,digest
          kkkkkkkkkkkkkkkk,completed,2,0.1,0.9,0.25,,aaaa
          kkkkkkkkmmmmmmmm,completed,1,10,0.9,0.0123456,,bbbb
          nnnnnnnnnnnnnnnn,diverged,3,5,"[1, 2]",nan,,cccc
          oooooooooooooooo,failed,,2,0.9,,,

          """.utf8)))
  }

  /// The first letters of the runs that a table has.
  private func runs(_ table: ResultTable) -> String {
    String((table["run_id"] ?? []).compactMap(\.last))
  }

  @Test(arguments: [
    ("learning_rate>2", "mn"), ("learning_rate>=2", "mno"), ("learning_rate<2", "k"),
    ("learning_rate<=2", "ko"), ("learning_rate=0.10", "k"), ("learning_rate != 1e1", "kno"),
    ("param_learning_rate=5", "n"), ("optimizer.momentum=0.9", "kmo"),
    ("optimizer.momentum=[1, 2]", "n"), ("param_optimizer__momentum>0", "kmo"),
    ("status=completed", "km"), (" status != completed ", "no"), ("train_loss<1", "km"),
    ("train_loss>0", "km"), ("train_loss=nan", "n"), ("train_loss=", "o"), ("rank!=", "kmn"),
    ("val_loss>0", ""),
  ])
  func `a filter keeps what meets its condition`(condition: String, kept: String) throws {
    var table = try table()
    try table.keep(ResultFilter(condition))
    #expect(runs(table) == kept)
  }

  @Test(arguments: [
    ("learning_rate", ResultFilter.Fault.noComparison), (">1", .noColumn),
    ("a==1", .doubledEquals), ("a>b", .noNumber(.above, "b")), ("a<=", .noNumber(.atMost, "")),
  ])
  func `a text that states no condition is refused`(text: String, fault: ResultFilter.Fault) {
    #expect(throws: fault) { try ResultFilter(text) }
  }

  @Test(arguments: [
    ("learning_rate", "konm", "mnok"), ("rank", "mkno", "nkmo"), ("train_loss", "mkno", "kmno"),
    ("status", "kmno", "onkm"), ("val_loss", "kmno", "kmno"),
    ("optimizer.momentum", "kmon", "kmon"),
  ])
  func `rows are ordered by numbers and texts, nothing last`(
    column: String, up: String, down: String
  ) throws {
    var table = try table()
    try table.sort(by: column, isDescending: false)
    #expect(runs(table) == up)
    table = try self.table()
    try table.sort(by: column, isDescending: true)
    #expect(runs(table) == down)
  }

  @Test func `a column that is not there is told with those that are`() throws {
    var table = try table()
    let error = #expect(throws: ResultTable.UnknownColumn.self) {
      try table.sort(by: "lr", isDescending: false)
    }
    #expect(error?.name == "lr")
    #expect(
      error?.columns == [
        "run_id", "status", "rank", "learning_rate", "optimizer.momentum", "train_loss",
        "val_loss", "digest",
      ])
  }

  @Test func `a table has as many fields in every row as in its header`() {
    #expect(ResultTable(Array("a,b\n1,2\n".utf8))?["b"] == ["2"])
    #expect(ResultTable(Array("a,b\n1\n".utf8)) == nil)
    #expect(ResultTable([]) == nil)
  }

  @Test func `what has become known later is put into the rows of runs, or added`() throws {
    var table = try table()
    table.update([
      ("oooooooooooooooo", [("status", "running"), ("train_loss", "0.5"), ("unknown", "1")]),
      ("pppppppppppppppp", [("status", "running")]),
    ])
    #expect(table["status"]?.suffix(3) == ["diverged", "running", "running"])
    #expect(table["train_loss"]?.suffix(2) == ["0.5", ""])
    #expect(runs(table) == "kmnop")
  }
}
