#!/usr/bin/env python3
"""Values of the elementary functions and activations, for Tests/KernelsTests.

    python3 Tests/Oracle/elementary_values.py

writes ElementaryValues.swift and ActivationValues.swift there, from 50 digits of mpmath.
"""

import pathlib
import random
import struct

from mpmath import mp, mpf

mp.dps = 50
folder = pathlib.Path(__file__).parent.parent / "KernelsTests"
head = "// Written by Tests/Oracle/elementary_values.py with mpmath, at 50 digits. Not to be edited.\n"


def nearest(value):
    """The nearest float64, and what it lacks in ulps."""
    mp.prec = 53
    high = float(+value)
    mp.dps = 50
    exponent = -1074 if high == 0 else max(int(mp.floor(mp.log(abs(mpf(high)), 2))) - 52, -1074)
    unit = mpf(2) ** exponent
    high = float(mp.nint(value / unit) * unit)
    return high, float((value - mpf(high)) / unit)


def literal(value):
    """A Swift hexadecimal literal."""
    if value == 0:
        return "0"
    if abs(value) < 2.0**-1022:
        return f"Double(bitPattern: {struct.unpack('<Q', struct.pack('<d', value))[0]:#x})"
    mantissa, exponent = value.hex().split("p")
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    return f"{mantissa}p{int(exponent)}"


FUNCTIONS = {
    "exp": mp.exp,
    "expMinusOne": mp.expm1,
    "log": mp.log,
    "logOnePlus": mp.log1p,
    "tanh": mp.tanh,
    "erf": mp.erf,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)) if x > -100 else mp.exp(x) / (1 + mp.exp(x)),
    "softplus": lambda x: mp.log1p(mp.exp(x)) if x < 100 else x + mp.log1p(mp.exp(-x)),
}

# Where the largest errors were found in sweeps, edges of ranges, and where methods change.
HARD = {
    "exp": [-745.1, -744.4, -708.4, 709.782712893384, 0.34657359, -0.34657360, 5.249231, 1e-20],
    "expMinusOne": [0.35809461882025423, 0.34806512972082299, -37.5, 709.78, 5e-324, -1e-300, 1e-17],
    "log": [5e-324, 1.5e-320, 2.3e-308, 0.7066911202575640, 0.99999999999999989, 1.0000000000000002]
    + [0.70710678118654746, 0.70710678118654757, 1.4142135623730951, 1.7976931348623157e308],
    "logOnePlus": [0.28320892188889457, -0.99999999999999989, -0.5, 5e-324, -1e-17, 1e16, 1e308],
    "tanh": [0.18327751777864884, 0.51483210020246939, 5e-324, -1e-9, 19.06, 18.7, 22.0],
    "erf": [-1.0016645512918489, 0.99999999999999989, 1.0, 5e-324, 1e-9, 5.86, 5.93, 3.0],
    "sigmoid": [-3.4593439838495827, -745.1, -709.0, 36.7, 37.5, 1e-20],
    "softplus": [-1.2994919245288323, -745.1, -37.0, 36.7, 800.0, 1e-20, -1e-20],
}


def points(name, generator):
    """The arguments for a function."""
    spread = {"exp": 700, "sigmoid": 40, "softplus": 40, "tanh": 20, "erf": 6}.get(name, 700)
    some = list(HARD[name])
    some += [generator.uniform(-spread, spread) for _ in range(12)]
    some += [generator.uniform(-2, 2) for _ in range(16)]
    some += [generator.choice([-1, 1]) * 10.0 ** generator.uniform(-12, 1) for _ in range(16)]
    if name == "log":
        some = [abs(x) for x in some]
    if name == "logOnePlus":
        some = [x if x > -1 else -x for x in some]
    return some


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def normal(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


SELU_ALPHA = mpf("1.67326324235437728481704299167")
SELU_SCALE = mpf("1.05070098735548049341933498529")

# name, parameter, f
ACTIVATIONS = [
    ("sigmoid", 0, sigmoid),
    ("tanh", 0, mp.tanh),
    ("relu", 0, lambda x: max(x, 0)),
    ("leakyRelu", 0.25, lambda x: x if x >= 0 else x / 4),
    ("elu", 1.5, lambda x: x if x > 0 else mpf("1.5") * mp.expm1(x)),
    ("selu", 0, lambda x: SELU_SCALE * (x if x > 0 else SELU_ALPHA * mp.expm1(x))),
    ("gelu", 0, lambda x: x * normal(x)),
    ("silu", 0, lambda x: x * sigmoid(x)),
    ("softplus", 0, lambda x: mp.log1p(mp.exp(x))),
    ("softsign", 0, lambda x: x / (1 + abs(x))),
    ("hardSigmoid", 0, lambda x: min(max(x / 6 + mpf("0.5"), 0), 1)),
    ("linear", 0, lambda x: x),
]

LOGITS = [-30.0, -9.5, -5.0, -3.5, -2.9375, -1.75, -1.2784645, -0.75, -0.5, -0.125, -1e-3]
LOGITS += [1e-3, 0.0625, 0.5, 0.9, 1.0, 1.5, 2.75, 3.5, 6.0, 12.0]


def write_functions():
    generator = random.Random(2024)
    text = head + "\nimport KernelInterface\n"
    text += "\n/// A value of a function: the nearest float64, and what that lacks of it in ulps.\n"
    text += "struct StoredValue {\n  let argument: Double\n  let value: Double\n  let rest: Double\n\n"
    text += "  init(_ argument: Double, _ value: Double, _ rest: Double) {\n"
    text += "    self.argument = argument\n    self.value = value\n    self.rest = rest\n  }\n}\n"
    text += "\nextension ElementaryFunction {\n  var storedValues: [StoredValue] {\n    switch self {\n"
    for name, function in FUNCTIONS.items():
        text += f"    case .{name}:\n      [\n"
        for x in points(name, generator):
            high, rest = nearest(function(mpf(x)))
            text += f"        StoredValue({literal(x)}, {literal(high)}, {rest:.4f}),\n"
        text += "      ]\n"
    text += "    }\n  }\n}\n"
    (folder / "ElementaryValues.swift").write_text(text)


def write_activations():
    text = head + "\nimport Vocabulary\n"
    text += "\n/// An activation and its derivative at a logit.\nstruct StoredActivation {\n"
    text += "  let logit: Double\n  let value: Double\n  let derivative: Double\n\n"
    text += "  init(_ logit: Double, _ value: Double, _ derivative: Double) {\n"
    text += "    self.logit = logit\n    self.value = value\n    self.derivative = derivative\n  }\n}\n"
    text += "\nextension Activation {\n  /// The parameter that `storedValues` are of.\n"
    text += "  var storedParameter: Double {\n    switch self {\n"
    for name, parameter, _ in ACTIVATIONS:
        if parameter:
            text += f"    case .{name}: {parameter}\n"
    rest = ", ".join(f".{name}" for name, parameter, _ in ACTIVATIONS if not parameter)
    text += f"    case {rest}:\n      0\n    }}\n  }}\n"
    text += "\n  var storedValues: [StoredActivation] {\n    switch self {\n"
    for name, _, function in ACTIVATIONS:
        text += f"    case .{name}:\n      [\n"
        for z in LOGITS:
            value, slope = function(mpf(z)), mp.diff(function, mpf(z))
            slope = 0 if abs(slope) < mpf(10) ** -40 else slope
            text += f"        StoredActivation({literal(z)}, {literal(float(value))}, "
            text += f"{literal(float(slope))}),\n"
        text += "      ]\n"
    text += "    }\n  }\n}\n"
    (folder / "ActivationValues.swift").write_text(text)


if __name__ == "__main__":
    write_functions()
    write_activations()
