#!/usr/bin/env python3
"""sin(πx) and cos(πx) from 50 digits of mpmath, for Tests/RandomnessTests.

    python3 Tests/Oracle/trigonometry_values.py

writes TrigonometryValues.swift there.
"""

import pathlib
import random

from mpmath import mp, mpf

mp.dps = 50
target = pathlib.Path(__file__).parent.parent / "RandomnessTests" / "TrigonometryValues.swift"

random.seed(1)
arguments = [random.uniform(-2, 2) for _ in range(60)]
arguments += [random.uniform(-1, 1) * 10.0**power for power in range(-12, 8)]
# The ends of the polynomials' intervals, and their neighbours.
arguments += [0.25, -0.25, 0.75, 1.25, 0.2500000000000001, 0.24999999999999997, 1 / 3, 1e-300]

lines = [
    "// Written by Tests/Oracle/trigonometry_values.py with mpmath. Not to be edited.",
    "",
    "/// Values that do not come from the code that is tested.",
    "enum TrigonometryValues {",
    "  /// x, sin(πx) and cos(πx), each the nearest float64.",
    "  static let values: [(x: Double, sine: Double, cosine: Double)] = [",
]
for x in arguments:
    sine, cosine = mp.sinpi(mpf(x)), mp.cospi(mpf(x))
    lines.append(f"    ({x!r}, {float(sine)!r}, {float(cosine)!r}),")
lines += ["  ]", "}", ""]
target.write_text("\n".join(lines))
