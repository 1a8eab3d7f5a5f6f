import Testing
import Vocabulary

/// Values that were read by one shape and are wanted in another.
@Suite struct AdmissionTests {
  @Test(
    arguments: [
      (.integer(1...9), .integer(9), .integer(9)), (.integer(1...9), .integer(10), nil),
      (.integer(1...9), .number(3), .integer(3)), (.integer(1...9), .number(3.5), nil),
      (.integer(1...9), .text("3"), nil), (.number(.positive), .integer(3), .number(3)),
      (.number(.positive), .number(0), nil), (.number(.positive), .boolean(true), nil),
      (.boolean, .boolean(false), .boolean(false)), (.boolean, .integer(0), nil),
      (.text, .text("a"), .text("a")), (.text, .number(1), nil),
      (.choice(of: Goal.self), .text("minimize"), .text("minimize")),
      (.choice(of: Goal.self), .text("most"), nil),
      (.list(of: .text, count: 0...1), .list([]), .list([])),
      (.list(of: .text, count: 0...1), .text("a"), nil),
      (.either([.integer(1...9), .number(.all)]), .number(0.5), .number(0.5)),
      (.either([.integer(1...9), .boolean]), .integer(10), nil),
      (.mapping([]), .mapping([]), .mapping([])), (.mapping([]), .list([]), nil),
    ] as [(Shape, SpecValue, SpecValue?)])
  func valueIsAdmitted(shape: Shape, value: SpecValue, admitted: SpecValue?) {
    #expect(shape.admitted(value) == admitted)
  }

  @Test func membersAreFreeWhereNoneIsRequired() {
    let (free, required) = (
      Setting("a", .text, .absent, ""), Setting("b", .text, .required, "")
    )
    #expect(Shape.mapping([free]).freeMembers == [free])
    #expect(Shape.mapping([free, required]).freeMembers.isEmpty)
    #expect(Shape.either([.boolean, .mapping([free])]).freeMembers == [free])
    #expect(Shape.choice(of: Optimizer.self).freeMembers.isEmpty)
  }
}
