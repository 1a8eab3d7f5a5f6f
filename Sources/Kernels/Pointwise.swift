/// What is done at every place of some arrays, each place by itself: as a type, so that each has a
/// loop of its own.
protocol Pointwise {
  /// The precision.
  associatedtype S: KernelScalar
  /// Does it at the `L.count` places from `place` on.
  func apply<L: Lanes>(at place: Int, _: L.Type) where L.Scalar == S
}

/// Does something at the places from `start` up to `count`: a `V` at once, then a vector, then one.
///
/// Not inlined, so that the elementary functions are in the program once for each loop.
@inline(never) func forEach<Operation: Pointwise, V: Lanes>(
  _ operation: Operation, from start: Int = 0, count: Int, _: V.Type
) where V.Scalar == Operation.S {
  var place = start
  while place &+ V.count <= count {
    operation.apply(at: place, V.self)
    place &+= V.count
  }
  if V.count > Operation.S.Vector.count {
    while place &+ Operation.S.Vector.count <= count {
      operation.apply(at: place, Operation.S.Vector.self)
      place &+= Operation.S.Vector.count
    }
  }
  if V.count > 1 {
    while place < count {
      operation.apply(at: place, Operation.S.self)
      place &+= 1
    }
  }
}
