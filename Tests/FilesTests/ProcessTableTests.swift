import Foundation
import Testing

@testable import Files

struct ProcessTableTests {
  @Test func `this process is there, and one of no number is not`() {
    #expect(ProcessTable.contains(Int(getpid())))
    #expect(!ProcessTable.contains(0) && !ProcessTable.contains(-1) && !ProcessTable.contains(.max))
  }

  @Test func `the namespace of a container is told by its number`() {
    #expect(ProcessTable.namespace(named: "pid:[4026532281]") == "4026532281")
    // The machine's own, by which nothing is told apart.
    #expect(ProcessTable.namespace(named: "pid:[4026531836]") == nil)
    #expect(ProcessTable.namespace(named: "") == nil)
  }
}
