import Experiments
import Testing
import Text
import Vocabulary

/// Values of a spec in JSON.
struct SpecValueJSONTests {
  @Test func `values keep their kinds and the order of their members`() {
    let value = SpecValue.mapping([
      .init("name", .text("sgd")), .init("momentum", .number(0.5)), .init("on", .boolean(false)),
      .init("list", .list([.integer(1)])),
    ])
    #expect(JSON(value).text == #"{"name": "sgd", "momentum": 0.5, "on": false, "list": [1]}"#)
  }
}
