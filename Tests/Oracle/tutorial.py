"""Trains the network of experiments/tutorial.yaml in plain NumPy, and compares nn-run with it.

Usage: tutorial.py NN_RUN

Starts from the weights that nn-run saved before training. Prints the largest differences, fails if
they are too large, and stores what NumPy gives in tutorial.csv and tutorial-weights.csv beside this
file, against which `make test` checks without Python.
"""

import csv
import json
import pathlib
import struct
import subprocess
import sys
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).parent
SPEC = HERE.parent.parent / "experiments" / "tutorial.yaml"
LEARNING_RATE = 0.1
EPOCHS = 1000
INPUTS = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
TARGETS = np.array([[0], [1], [1], [0]], dtype=float)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train(weights):
    """Full-batch gradient descent on the sum of squared errors; gives the loss at each epoch."""
    w1, b1, w2, b2 = (weights[name].copy() for name in sorted(weights, key=order))
    losses = []
    for epoch in range(EPOCHS + 1):
        hidden = sigmoid(INPUTS @ w1.T + b1)
        output = sigmoid(hidden @ w2.T + b2)
        losses.append(((output - TARGETS) ** 2).sum())
        if epoch == EPOCHS:
            break
        output_delta = 2 * (output - TARGETS) * output * (1 - output)
        hidden_delta = (output_delta @ w2) * hidden * (1 - hidden)
        w2 -= LEARNING_RATE * output_delta.T @ hidden
        b2 -= LEARNING_RATE * output_delta.sum(axis=0)
        w1 -= LEARNING_RATE * hidden_delta.T @ INPUTS
        b1 -= LEARNING_RATE * hidden_delta.sum(axis=0)
    return losses, dict(zip(sorted(weights, key=order), (w1, b1, w2, b2)))


def order(name):
    """layers.0.weight, layers.0.bias, layers.1.weight, layers.1.bias"""
    layer, kind = name.removeprefix("layers.").split(".")
    return int(layer), kind != "weight"


def read_safetensors(path):
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        assert entry["dtype"] == "F64", entry
        tensors[name] = np.frombuffer(data[begin:end], "<f8").reshape(entry["shape"])
    return tensors


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, SPEC, "--output", folder, "--quiet"], check=True)
        batch = pathlib.Path(folder) / "tutorial"
        (run,) = (path.parent for path in batch.glob("*/summary.json"))
        initial = read_safetensors(run / "initial.safetensors")
        final = read_safetensors(run / "model.safetensors")
        with open(run / "loss_curve.csv", newline="") as file:
            curve = [float(row["train_loss"]) for row in csv.DictReader(file)]

    losses, weights = train(initial)
    assert len(curve) == len(losses), (len(curve), len(losses))
    loss_error = max(abs(a - b) / abs(b) for a, b in zip(curve, losses))
    weight_error = max(np.abs(final[name] - weights[name]).max() for name in weights)
    print(f"loss curve: {len(losses)} rows, largest relative difference {loss_error:.2e}")
    print(f"final weights: largest difference {weight_error:.2e}")
    assert loss_error <= 1e-12 and weight_error <= 1e-10

    with open(HERE / "tutorial.csv", "w") as file:
        file.write("epoch,train_loss\n")
        file.writelines(f"{epoch},{float(loss)!r}\n" for epoch, loss in enumerate(losses))
    with open(HERE / "tutorial-weights.csv", "w") as file:
        file.write("tensor,index,initial,final\n")
        for name in sorted(weights, key=order):
            pairs = zip(initial[name].ravel(), weights[name].ravel())
            file.writelines(
                f"{name},{index},{float(a)!r},{float(b)!r}\n" for index, (a, b) in enumerate(pairs)
            )


if __name__ == "__main__":
    main(sys.argv[1])
