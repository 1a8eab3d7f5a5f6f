import Reporting
import Running
import Testing

/// Results that were read back, in each form.
struct ResultTableFormatTests {
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

  @Test func `people read short ids and few digits, and no empty columns`() throws {
    #expect(
      try table().text(style: TextStyle(width: .max, isColoured: false)) == """
          run_id     status     rank  learning_rate  optimizer.momentum  train_loss
          kkkkkkkkk  completed     2            0.1  0.9                    0.25000
          kkkkkkkkm  completed     1             10  0.9                    0.01235
          nnnnnnnnn  diverged      3              5  [1, 2]                     nan
          ooooooooo  failed                       2  0.9

        """)
    #expect(
      try table().text(style: TextStyle(width: 44, isColoured: true)) == """
        \u{1B}[1m  run_id     status     rank  train_loss\u{1B}[0m
          kkkkkkkkk  completed     2     0.25000
          kkkkkkkkm  completed     1     0.01235
          nnnnnnnnn  diverged      3         nan
          ooooooooo  failed
        \u{1B}[2m  no room here for learning_rate, optimizer.momentum\u{1B}[0m

        """)
  }

  @Test func `Markdown has the cells that people read`() throws {
    var table = try table()
    table.limit(to: 2)
    #expect(
      table.markdown == """
        | run_id    | status    | rank | learning_rate | optimizer.momentum | train_loss |
        | --------- | --------- | ---: | ------------: | -----------------: | ---------: |
        | kkkkkkkkk | completed |    2 |           0.1 |                0.9 |    0.25000 |
        | kkkkkkkkm | completed |    1 |            10 |                0.9 |    0.01235 |

        """)
  }

  @Test func `JSON has numbers as numbers, and null for what is none`() throws {
    var table = try table()
    table.rows = Array(table.rows[2...])
    #expect(
      table.json == """
        [
          {"run_id": "nnnnnnnnnnnnnnnn", "status": "diverged", "rank": 3, "param_learning_rate": 5, \
        "param_optimizer__momentum": "[1, 2]", "train_loss": null, "val_loss": null, "digest": "cccc"},
          {"run_id": "oooooooooooooooo", "status": "failed", "rank": null, "param_learning_rate": 2, \
        "param_optimizer__momentum": 0.9, "train_loss": null, "val_loss": null, "digest": null}
        ]

        """)
    table.limit(to: 0)
    #expect(table.json == "[]\n")
  }

  @Test func `the column decides what is a text`() throws {
    let table = ResultTable(
      columns: ["experiment", "runs", "best_run", "shard", "rung", "param_shuffle", "bias"],
      rows: [
        ["0x10", "1", "nan", "1/2", "2", "true", "0x10"],
        ["007", "3", "1e5", "", "", "false", "-1.5e-07"],
        ["nan", "2", "9", "3", "10", "none", "inf"],
      ])
    #expect(
      table.json == """
        [
          {"experiment": "0x10", "runs": 1, "best_run": "nan", "shard": "1/2", "rung": 2, \
        "param_shuffle": true, "bias": "0x10"},
          {"experiment": "007", "runs": 3, "best_run": "1e5", "shard": null, "rung": null, \
        "param_shuffle": false, "bias": -1.5e-07},
          {"experiment": "nan", "runs": 2, "best_run": "9", "shard": "3", "rung": 10, \
        "param_shuffle": "none", "bias": "inf"}
        ]

        """)
    #expect(table.sheet(ofRow: 1).json.contains(#""experiment": "007""#))
  }

  @Test func `rungs and shards are told in every form`() throws {
    let csv = """
      run_id,status,rung,rank,shard
      kkkkkkkkkkkkkkkk,completed,10,,1/2
      mmmmmmmmmmmmmmmm,interrupted,,,1/2

      """
    let table = try #require(ResultTable(Array(csv.utf8)))
    #expect(
      table.text(style: TextStyle(width: .max, isColoured: false)) == """
          run_id    status       rung  shard
          kkkkkkkk  completed      10  1/2
          mmmmmmmm  interrupted        1/2

        """)
    #expect(
      table.markdown == """
        | run_id   | status      | rung | shard |
        | -------- | ----------- | ---: | ----- |
        | kkkkkkkk | completed   |   10 | 1/2   |
        | mmmmmmmm | interrupted |      | 1/2   |

        """)
    #expect(String(decoding: table.csv, as: UTF8.self) == csv)
    #expect(table.json.contains(#""rung": 10, "rank": null, "shard": "1/2"}"#))
  }

  /// Files that are read back may hold anything.
  @Test func `what would steer a terminal is spelled out`() throws {
    let evil = "\u{1B}[2J"
    var table = ResultTable(
      columns: ["run_id", "status", "param_a\(evil)", "b\(evil)"],
      rows: [[evil + "kkkkkkkkkkkk", evil, evil, evil], ["mmmmmmmm", "", "1", "2"]])
    let style = TextStyle(width: 60, isColoured: false)
    let sheet = table.sheet(ofRow: 0).text(style: style)
    for text in [
      table.text(style: style), table.markdown, table.transposed.text(style: style), sheet,
    ] {
      #expect(!text.contains("\u{1B}") && text.contains("u{1B}"))
    }
    let error = #expect(throws: ResultTable.UnknownColumn.self) {
      try table.sort(by: "c", isDescending: false)
    }
    #expect(error?.columns.contains { $0.contains("\u{1B}") } == false)
  }

  @Test func `CSV is read back to the same table`() throws {
    let table = try table()
    let again = try #require(ResultTable(table.csv))
    #expect(again.columns == table.columns)
    #expect(again.rows == table.rows)
    #expect(ResultTable(Array("a,b\n1\n".utf8)) == nil)
    #expect(ResultTable([]) == nil)
  }
}
