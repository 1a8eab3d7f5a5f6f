#!/usr/bin/env python3
"""The coefficients of every polynomial in Sources/Kernels/Elementary.

Each polynomial is the best one in the minimax sense: Remez's exchange algorithm on a dense grid of
Chebyshev points, at 60 digits, for the weighted error w(x) * |P(x) - g(x)|. The coefficients are
then rounded to the precision of the kernel.

    python3 Tests/Oracle/elementary_coefficients.py [name ...]

prints, for each polynomial, the coefficients from the constant term on as Swift literals, and the
largest weighted error of the rounded polynomial as a power of two. Needs mpmath.
"""

import struct
import sys

from mpmath import mp, mpf

mp.dps = 60


def rounded(value, bits):
    """The nearest number with `bits` bits of significand: 24 for float32, 53 for float64."""
    if value == 0:
        return mpf(0)
    exponent = int(mp.floor(mp.log(abs(value), 2)))
    unit = mpf(2) ** (exponent - bits + 1)
    return mp.nint(value / unit) * unit


def literal(value):
    """A Swift hexadecimal literal."""
    mantissa, exponent = float(value).hex().split("p")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}p{int(exponent)}"


def evaluate(coefficients, x):
    """Horner's rule."""
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def remez(xs, gs, ws, count):
    """The `count` coefficients whose largest weighted error over the grid is smallest."""
    n = len(xs)
    reference = [round((n - 1) * (1 - mp.cos(mp.pi * i / count)) / 2) for i in range(count + 1)]
    for _ in range(100):
        # Errors of one size and alternating sign at the points of the reference.
        rows, right = mp.matrix(count + 1, count + 1), mp.matrix(count + 1, 1)
        for row, i in enumerate(reference):
            for column in range(count):
                rows[row, column] = ws[i] * xs[i] ** column
            rows[row, count] = (-1) ** row
            right[row] = ws[i] * gs[i]
        solution = mp.lu_solve(rows, right)
        coefficients = [solution[k] for k in range(count)]
        errors = [w * (evaluate(coefficients, x) - g) for x, g, w in zip(xs, gs, ws)]
        if max(abs(e) for e in errors) <= abs(solution[count]) * mpf("1.0001"):
            return coefficients
        # The new reference: the largest error of each run of one sign. Those too many go: the
        # smallest pair of neighbours, so that the signs still alternate, or one end.
        extremes, start = [], 0
        for i in range(1, n + 1):
            if i == n or (errors[i] > 0) != (errors[start] > 0):
                extremes.append(max(range(start, i), key=lambda k: abs(errors[k])))
                start = i
        while len(extremes) > count + 1:
            sizes = [abs(errors[i]) for i in extremes]
            if len(extremes) == count + 2:
                del extremes[0 if sizes[0] < sizes[-1] else -1]
            else:
                pair = min(range(len(sizes) - 1), key=lambda k: max(sizes[k], sizes[k + 1]))
                del extremes[pair : pair + 2]
        reference = extremes
    raise ArithmeticError("the exchange does not converge")


def fit(function, weight, low, high, degree, bits):
    """The rounded coefficients, and the largest weighted error."""
    size = 40 * (degree + 2)
    middle, half = (mpf(high) + mpf(low)) / 2, (mpf(high) - mpf(low)) / 2
    xs = [middle - half * mp.cos(mp.pi * (i + mpf("0.5")) / size) for i in range(size)]
    gs, ws = [function(x) for x in xs], [abs(weight(x)) for x in xs]
    coefficients = [rounded(c, bits) for c in remez(xs, gs, ws, degree + 1)]
    error = max(w * abs(evaluate(coefficients, x) - g) for x, g, w in zip(xs, gs, ws))
    return coefficients, error


def float32(pattern):
    """The float32 of a bit pattern."""
    return mpf(struct.unpack("<f", struct.pack("<I", pattern))[0])


def scaled_complement(t):
    """exp(t^2) * erfc(t)."""
    return mp.exp(t * t) * mp.erfc(t)


def complement_over(pole, top):
    """(t + pole) * exp(t^2) * erfc(t) over y = (t - pole) / (t + pole), for 0 <= t <= top."""
    argument = lambda y: pole * (1 + y) / (1 - y)
    function = lambda y: (argument(y) + pole) * scaled_complement(argument(y))
    return function, lambda y: 1 / function(y), mpf(-1), (mpf(top) - pole) / (mpf(top) + pole)


def atanh_tail(z):
    """(2 atanh(s) / s - 2) / z where z = s^2."""
    s = mp.sqrt(z)
    return (2 * mp.atanh(s) / s - 2) / z


def atanh_weight(z):
    """What an error of `atanh_tail` means relative to the logarithm."""
    s = mp.sqrt(z)
    return z * s / (2 * mp.atanh(s))


EXP = (
    lambda r: (mp.expm1(r) - r) / r**2,
    lambda r: r**2 / mp.expm1(r),
    -mp.log(2) / 2 * mpf("1.00001"),
    mp.log(2) / 2 * mpf("1.00001"),
)
LOG32 = (
    lambda f: (mp.log1p(f) - f) / f**2,
    lambda f: f**2 / mp.log1p(f),
    float32(0x3F3504F3) - 1,
    2 * float32(0x3F3504F3) - 1,
)
LOG64 = (atanh_tail, atanh_weight, mpf(0), (3 - 2 * mp.sqrt(2)) ** 2 * mpf("1.0001"))
ERF = (
    lambda s: mp.erf(mp.sqrt(s)) / mp.sqrt(s) - 1,
    lambda s: mp.sqrt(s) / mp.erf(mp.sqrt(s)),
    mpf(0),
    mpf(1),
)

# name: (function, weight, low, high), degree, bits of significand
POLYNOMIALS = {
    "exp float32": (EXP, 4, 24),
    "exp float64": (EXP, 10, 53),
    "log float32": (LOG32, 8, 24),
    "log float64": (LOG64, 6, 53),
    "erf float32": (ERF, 6, 24),
    "erf float64": (ERF, 11, 53),
    "complement float32": (complement_over(3, mpf("10.2")), 9, 24),
    "complement float64": (complement_over(4, mpf("27.5")), 21, 53),
}

if __name__ == "__main__":
    for name, (target, degree, bits) in POLYNOMIALS.items():
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        coefficients, error = fit(*target, degree, bits)
        print(f"{name}: largest error 2^{float(mp.log(error, 2)):.2f}")
        for c in coefficients:
            print(f"  {literal(c)},")
