/// Why the header of an array of IDX cannot be read.
enum IDXFault: Error, Hashable {
  /// It does not begin as such files do.
  case notIDX
  /// The elements are of a type that there is not.
  case type(UInt8)
  /// It ends too soon, at an offset of what is written.
  case headerCut(at: Int)
  /// Targets have more axes than two.
  case targetAxes(Int)

  /// What is wrong with the file: what follows its name in a sentence.
  var fault: String {
    switch self {
    case .notIDX: "is no file of IDX: it does not begin with two bytes of 0"
    case .type(let byte): "has type \(byte) of elements in byte 2, which is none of IDX's"
    case .headerCut(let offset): "ends inside its header, at byte \(offset)"
    case .targetAxes(let count): "has \(count) axes, but targets have one or two"
    }
  }

  /// How it is mended.
  var note: String {
    switch self {
    case .notIDX, .type:
      "MNIST's files are of IDX, plain or by gzip; numpy.save writes files for `npy`"
    case .headerCut: "get it anew: it was not copied or written as a whole"
    case .targetAxes: "inputs and targets may have been mistaken for each other"
    }
  }
}
