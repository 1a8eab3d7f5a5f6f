internal import Experiments

/// Whether a text can be the name of a folder under `runs/`: a run's own name would make that folder a
/// batch.
package func isFolderName(_ text: String?) -> Bool {
  guard let text, (1...100).contains(text.utf8.count), text.first != ".",
    RunID(text) == nil
  else { return false }
  return text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
