import Testing

@testable import RunRecords

/// How things are called before they are whole.
struct DraftNameTests {
  @Test func `no name is given twice`() {
    let names = DraftNames(host: "here", process: 7)
    #expect(names.next(for: "spec.yaml") == "spec.yaml.here-7-1")
    #expect(names.next(for: "spec.yaml") == "spec.yaml.here-7-2")
    #expect(names.next(for: "kkkkkkkkkkkkkkkk") == "kkkkkkkkkkkkkkkk.here-7-3")
    #expect(DraftNames(host: "here", process: 8).next(for: "a") == "a.here-8-1")
  }

  @Test(arguments: [
    ("node-1.rack-2.example.org", "node-1.rack-2.example.org"), ("", "localhost"),
    ("a/../b c", "a_.._b_c"), ("Zürich\n", "Z_rich_"), ("x_1", "x_1"), ("٣", "_"),
  ])
  func `a machine's name has letters that any file system takes`(host: String, letters: String) {
    #expect(DraftNames(host: host, process: 1).host == letters)
  }

  @Test(arguments: [
    "here", "node-1.rack-2.example.org", "a-1-2", "-", "--", "1", "-7-8-9", "torn", "localhost.",
  ])
  func `a name says what it is of, and who writes it`(host: String) throws {
    let id = "kkkkkkkkkkkkkkkk"
    for name in ["summary.csv", id] {
      let text = DraftNames(host: host, process: 4_194_304).next(for: name)
      let draft = try #require(DraftName(text, of: name))
      #expect(draft.name == name)
      #expect(draft.host == host)
      #expect(draft.process == 4_194_304)
    }
    let run = DraftNames(host: host, process: 3).next(for: id)
    #expect(DraftName(ofRun: run) == DraftName(run, of: id))
    #expect(DraftName(ofRun: run)?.host == host)
  }

  @Test(arguments: [
    "", "kkkkkkkkkkkkkkkk", "kkkkkkkkkkkkkkkk.", "kkkkkkkkkkkkkkkk.torn",
    "kkkkkkkkkkkkkkkk.removed",
    "kkkkkkkkkkkkkkkk.here", "kkkkkkkkkkkkkkkk.here-1", "kkkkkkkkkkkkkkkk.here-1-",
    "kkkkkkkkkkkkkkkk.here--1", "kkkkkkkkkkkkkkkk.here-x-1", "kkkkkkkkkkkkkkkk.here-1-x",
    "kkkkkkkkkkkkkkkkhere-1-1", "kkkkkkkkkkkkkkk.here-1-1", "kkkkkkkkkkkkkkkkk.here-1-1",
    "aaaaaaaaaaaaaaaa.here-1-1", "spec.yaml.here-1-1",
    "kkkkkkkkkkkkkkkk.here-99999999999999999999-1",
  ])
  func `other names are no drafts of runs`(text: String) {
    #expect(DraftName(ofRun: text) == nil)
  }

  @Test func `a draft of one file is none of another`() {
    #expect(DraftName("spec.yaml.here-1-1", of: "spec.yaml") != nil)
    #expect(DraftName("spec.yaml.here-1-1", of: "spec") != nil)
    #expect(DraftName("spec.yaml.here-1-1", of: "summary.csv") == nil)
    #expect(DraftName("spec.yaml", of: "spec.yaml") == nil)
  }
}
