#!/usr/bin/env python3
"""Random numbers for Tests/RandomnessTests, made without the code that is tested.

    python3 Tests/Oracle/philox_values.py

writes PhiloxValues.swift there: words of NumPy's Philox, normal quantiles from 50 digits of mpmath
(held to SciPy's here), and integers and orders by a plain implementation.
"""

import math
import pathlib

import numpy
import scipy.special
from mpmath import mp, mpf

mp.dps = 50
folder = pathlib.Path(__file__).parent.parent / "RandomnessTests"

# seed, purpose, its code, index, step
STREAMS = [
    (0, "weights", 1, 0, 0),
    (1, "biases", 2, 3, 0),
    (42, "shuffle", 3, 17, 0),
    (2**64 - 1, "dropout", 4, 2, 12345),
    (7, "split", 5, 0, 0),
    (2**63, "dataset", 6, 0, 0),
    (20240601, "sweep", 7, 5, 0),
]


def words(seed, code, index, step, count):
    generator = numpy.random.Philox(
        key=numpy.array([seed, code], dtype=numpy.uint64),
        counter=numpy.array([0, index, step, 0], dtype=numpy.uint64),
    )
    return [int(word) for word in generator.random_raw(count)]


def quantile(p):
    """The normal quantile of an exact float64, as a float64."""
    p = mpf(p)
    start = mpf(float(scipy.special.ndtri(float(p))))
    # Newton's method on ln of the smaller tail, which converges from anywhere near.
    sign = 1 if p <= mpf("0.5") else -1
    tail, x = min(p, 1 - p), sign * start
    for _ in range(5):
        area = mp.erfc(-x / mp.sqrt(2)) / 2
        density = mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi)
        x -= (mp.log(area) - mp.log(tail)) * area / density
    assert abs(sign * x - start) <= mpf("2e-15") * max(abs(start), mpf("1e-2"))
    return float(sign * x)


def open_uniform(word):
    return ((word >> 12) + 0.5) * 2.0**-52


def below(source, bound):
    """Lemire's multiplication with rejection."""
    while True:
        product = next(source) * bound
        if product % 2**64 >= 2**64 % bound:
            return product >> 64


def shuffled(source, count):
    order = list(range(count))
    for last in range(count - 1, 0, -1):
        other = below(source, last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def rows(values, indent, width=100):
    """Values separated by commas, in lines that are not too long."""
    lines, line = [], " " * indent
    for value in values:
        if len(line) + len(value) + 2 > width:
            lines.append(line.rstrip())
            line = " " * indent
        line += value + ", "
    return "\n".join(lines + [line.rstrip()]) + "\n"


def array(name, kind, values):
    return f"  static let {name}: [{kind}] = [\n{rows(values, 4)}  ]\n"


text = "// Written by Tests/Oracle/philox_values.py with NumPy, SciPy and mpmath. Not to be edited.\n\n"
text += "import Randomness\n\n/// Values that do not come from the code that is tested.\n"
text += "enum PhiloxValues {\n  /// The first words of streams.\n"
text += "  static let streams: [(stream: RandomStream, words: [UInt64])] = [\n"
for seed, purpose, code, index, step in STREAMS:
    values = [f"{word:#x}" for word in words(seed, code, index, step, 9)]
    text += "    (\n"
    text += f"      RandomStream(seed: {seed}, purpose: .{purpose}, index: {index}, step: {step}),\n"
    text += f"      [\n{rows(values, 8)}      ]\n    ),\n"
text += "  ]\n\n  // Of seed 11, purpose `weights`, index 1.\n\n"

some = words(11, 1, 1, 0, 40)
uniforms = numpy.random.Generator(
    numpy.random.Philox(
        key=numpy.array([11, 1], dtype=numpy.uint64),
        counter=numpy.array([0, 1, 0, 0], dtype=numpy.uint64),
    )
).random(40)
text += array("uniforms", "Double", [repr(float(u)) for u in uniforms])
text += "\n" + array("normals", "Double", [repr(quantile(open_uniform(w))) for w in some])
low = mp.erfc(mp.sqrt(2)) / 2
truncated = [repr(quantile(low + mpf(open_uniform(w)) * (1 - 2 * low))) for w in some]
text += "\n" + array("truncatedNormals", "Double", truncated)
bounds = [1, 2, 3, 10, 1000, 2**62 + 1, 3 * 2**61, 2**63 - 1] * 5
source = iter(words(11, 1, 1, 0, 400))
text += "\n" + array("bounds", "Int", [str(b) for b in bounds])
text += "\n" + array("integersBelowBounds", "Int", [str(below(source, b)) for b in bounds])
source = iter(words(11, 1, 1, 0, 400))
text += "\n" + array("orderOf100", "Int", [str(i) for i in shuffled(source, 100)])

shares = [2.0**-53, 1e-15, 1e-12, math.exp(-25), 1e-10, 1e-7, 1e-4, 0.01, 0.07499, 0.075, 0.0751]
shares += [0.2, 0.35, 0.49999, 0.5, 0.5000001, 0.6, 0.9249, 0.925, 0.93, 0.99, 0.9999, 1 - 2.0**-53]
text += "\n  /// Shares of the normal distribution, and its quantiles there.\n"
text += "  static let quantiles: [(share: Double, quantile: Double)] = [\n"
for p in shares:
    text += f"    ({p!r}, {quantile(p)!r}),\n"
text += "  ]\n}\n"
(folder / "PhiloxValues.swift").write_text(text)
