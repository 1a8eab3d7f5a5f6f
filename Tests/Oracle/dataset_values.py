#!/usr/bin/env python3
"""Data sets for Tests/DatasetsTests, made without the code that is tested.

    python3 Tests/Oracle/dataset_values.py

writes GeneratorValues.swift and PreparationValues.swift there, with scikit-learn's generators and
scalers where it has them and NumPy's Philox for what is drawn.
"""

import pathlib
import subprocess

import numpy as np
import scipy.special
from sklearn.datasets import make_circles, make_moons
from sklearn.preprocessing import MinMaxScaler, StandardScaler

tests = pathlib.Path(__file__).parent.parent
written = [
    tests / "DatasetsTests" / "GeneratorValues.swift",
    tests / "DatasetsTests" / "PreparationValues.swift",
]


class Stream:
    """What a data set of a seed draws."""

    def __init__(self, seed):
        self.generator = np.random.Philox(
            key=np.array([seed, 6], dtype=np.uint64), counter=np.zeros(4, dtype=np.uint64)
        )

    def uniform(self, count):
        return (self.generator.random_raw(count) >> np.uint64(11)) * 2.0**-53

    def normal(self, count):
        words = self.generator.random_raw(count)
        return scipy.special.ndtri(((words >> np.uint64(12)) + 0.5) * 2.0**-52)


def noisy(numbers, noise, seed):
    return numbers + noise * Stream(seed).normal(numbers.size).reshape(numbers.shape)


def spirals(rows, noise, turns, seed):
    half = (rows + 1) // 2
    fraction = np.arange(half) / max(1, half - 1)
    radius, angle = 6.5 - 6 * fraction, 2 * np.pi * turns * fraction
    first = np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])
    inputs = np.stack([first, -first], axis=1).reshape(-1, 2)[:rows]
    return noisy(inputs, noise, seed), (np.arange(rows) + 1) % 2


def moons(rows, noise, seed):
    inputs, targets = make_moons(rows, shuffle=False, noise=None)
    return noisy(inputs, noise, seed), targets


def circles(rows, noise, factor, seed):
    inputs, targets = make_circles(rows, shuffle=False, noise=None, factor=factor)
    return noisy(inputs, noise, seed), targets


def blobs(rows, centers, spread, features, seed):
    stream = Stream(seed)
    means = 20 * stream.uniform(centers * features).reshape(centers, features) - 10
    counts = [rows // centers + (center < rows % centers) for center in range(centers)]
    targets = np.repeat(np.arange(centers), counts)
    return means[targets] + spread * stream.normal(rows * features).reshape(rows, -1), targets


def sine(rows, noise, seed):
    inputs = np.linspace(-np.pi, np.pi, rows).reshape(-1, 1)
    return inputs, noisy(np.sin(inputs[:, 0]), noise, seed)


def friedman1(rows, noise, features, seed):
    stream = Stream(seed)
    drawn = [(stream.uniform(features), stream.normal(1)[0]) for _ in range(rows)]
    x = np.array([inputs for inputs, _ in drawn])
    y = 10 * np.sin(np.pi * x[:, 0] * x[:, 1]) + 20 * (x[:, 2] - 0.5) ** 2
    return x, y + 10 * x[:, 3] + 5 * x[:, 4] + noise * np.array([draw for _, draw in drawn])


# The two spirals of Lang and Witbrock's own program, which alternates between them.
def benchmark():
    points = []
    for index in range(97):
        angle, radius = index * np.pi / 16, 6.5 * (104 - index) / 104
        point = np.array([radius * np.sin(angle), radius * np.cos(angle)])
        points += [point, -point]
    return np.array(points), (np.arange(194) + 1) % 2


CASES = [
    ("two_spirals", {"rows": 7, "noise": 0.0, "turns": 1.5, "seed": 0}, spirals),
    ("two_spirals", {"rows": 8, "noise": 0.2, "turns": 2.25, "seed": 3}, spirals),
    ("moons", {"rows": 9, "noise": 0.0, "seed": 0}, moons),
    ("moons", {"rows": 8, "noise": 0.1, "seed": 1}, moons),
    ("circles", {"rows": 9, "noise": 0.0, "factor": 0.5, "seed": 0}, circles),
    ("circles", {"rows": 8, "noise": 0.1, "factor": 0.3, "seed": 2}, circles),
    ("blobs", {"rows": 8, "centers": 3, "spread": 1.0, "features": 2, "seed": 0}, blobs),
    ("blobs", {"rows": 5, "centers": 4, "spread": 0.5, "features": 3, "seed": 5}, blobs),
    ("sine", {"rows": 7, "noise": 0.0, "seed": 0}, sine),
    ("sine", {"rows": 6, "noise": 0.1, "seed": 4}, sine),
    ("friedman1", {"rows": 4, "noise": 0.0, "features": 5, "seed": 0}, friedman1),
    ("friedman1", {"rows": 3, "noise": 1.0, "features": 10, "seed": 6}, friedman1),
]


def numbers(values, indent):
    """Numbers as lines of a Swift array."""
    lines, line = [], " " * indent
    for value in np.asarray(values, dtype=float).ravel():
        text = f" {float(value)!r},"
        if len(line + text) > 98:
            lines.append(line)
            line = " " * indent
        line += text if line.strip() else text[1:]
    return "\n".join(lines + [line])


def array(values, indent):
    return "[\n" + numbers(values, indent + 2) + "\n" + " " * indent + "]"


def write_generators():
    text = """// Written by Tests/Oracle/dataset_values.py with NumPy and scikit-learn. Not to be edited.

import Vocabulary

/// Data sets that do not come from the code that is tested.
enum GeneratorValues {
  /// A data set: its word and settings, inputs and targets.
  struct Case {
    let name: String
    let settings: [(name: String, value: SpecValue)]
    let inputs: [Double]
    let targets: [Double]
  }

  /// Small data sets of each kind.
  static let cases: [Case] = [
"""
    for name, options, make in CASES:
        inputs, targets = make(**options)
        settings = ", ".join(
            f'("{key}", .{"number" if isinstance(value, float) else "integer"}({value!r}))'
            for key, value in options.items()
        )
        text += f"""    Case(
      name: "{name}",
      settings: [{settings}],
      inputs: {array(inputs, 6)},
      targets: {array(targets, 6)}),
"""
    inputs, _ = benchmark()
    text += f"""  ]

  /// The inputs of Lang and Witbrock's benchmark, the first points of both spirals in turn.
  static let benchmark: [Double] = {array(inputs[:40], 2)}
}}
"""
    written[0].write_text(text)


def write_preparation():
    x = np.random.default_rng(0).normal(3, 5, (10, 3)).round(6)
    x[:, 2] = 0.1
    train = x[:7]
    standard, minmax = StandardScaler().fit(train), MinMaxScaler().fit(train)
    text = f"""// Written by Tests/Oracle/dataset_values.py with scikit-learn. Not to be edited.

/// Normalized inputs that do not come from the code that is tested.
enum PreparationValues {{
  /// Ten rows of three inputs, the last of them constant.
  static let inputs: [Double] = {array(x, 2)}
  /// The same after `StandardScaler().fit` of the first seven rows.
  static let standard: [Double] = {array(standard.transform(x), 2)}
  /// The same after `MinMaxScaler().fit` of the first seven rows.
  static let minmax: [Double] = {array(minmax.transform(x), 2)}
}}
"""
    written[1].write_text(text)


write_generators()
write_preparation()
subprocess.run(["swift", "format", "-i", *map(str, written)], check=True)
