"""Losses and norms with their gradients, by PyTorch in float64.

    losses.py

Writes losses.csv, loss-terms.csv, norms.csv and norm-units.csv beside this file; README.md there
says what the columns are.
"""

import numpy as np
import torch
import torch.nn.functional as F

import tables

torch.set_default_dtype(torch.float64)

LOSSES = {
    "mse": lambda o, y, _: F.mse_loss(o, y),
    "mae": lambda o, y, _: F.l1_loss(o, y),
    "huber": lambda o, y, delta: F.huber_loss(o, y, delta=delta),
    "sse": lambda o, y, _: F.mse_loss(o, y, reduction="sum"),
    "binary_cross_entropy": lambda o, y, _: F.binary_cross_entropy_with_logits(o, y),
    "cross_entropy": lambda o, y, _: F.cross_entropy(o, y),
}
SHAPES = [(1, 1), (4, 1), (7, 3), (5, 10), (9, 2)]


def rounded(values):
    """Numbers that are exact in float32 too, so that both precisions can be held to the results."""
    return np.asarray(values, np.float32).astype(np.float64)


def loss_cases(generator):
    """(loss, delta, outputs or logits, targets)"""
    for rows, outputs in SHAPES:
        o = rounded(generator.normal(0, 1.5, (rows, outputs)))
        y = rounded(generator.normal(0, 1.5, (rows, outputs)))
        y.flat[0] = o.flat[0]  # an error of 0, where the slope of |error| has to be chosen
        for name in ("mse", "mae", "sse"):
            yield name, None, o, y
        for delta in (1.0, 0.5, 2.0):
            edge = o.copy()
            edge.flat[-1] = y.flat[-1] + delta  # where the square meets the line
            yield "huber", delta, edge, y
        bits = (generator.random((rows, outputs)) < 0.5).astype(float)
        yield "binary_cross_entropy", None, 4 * o, bits
        yield "binary_cross_entropy", None, o, rounded(generator.random((rows, outputs)))
        if outputs > 1:
            hot = np.eye(outputs)[generator.integers(outputs, size=rows)]
            yield "cross_entropy", None, 3 * o, hot
    extremes = np.array([[0.0], [40], [-40], [800], [-800], [800], [-800], [-0.0]])
    labels = np.array([[1.0], [1], [1], [1], [1], [0], [0], [0]])
    yield "binary_cross_entropy", None, extremes, labels
    logits = np.array([[1000.0, -1000, 0], [0, 0, 0], [-50, 50, 49], [1e4, 1e4, -1e4]])
    yield "cross_entropy", None, logits, np.eye(3)[[0, 1, 2, 1]]


def write_losses(generator):
    values, terms = [], []
    for case, (name, delta, o, y) in enumerate(loss_cases(generator)):
        output = torch.tensor(o, requires_grad=True)
        loss = LOSSES[name](output, torch.tensor(y), delta)
        loss.backward()
        values.append([case, name, delta, *o.shape, loss.item()])
        for (row, unit), gradient in np.ndenumerate(output.grad.numpy()):
            terms.append([case, row, unit, o[row, unit], y[row, unit], gradient])
    columns = ["case", "loss", "delta", "rows", "outputs", "value"]
    tables.write("losses.csv", columns, values)
    tables.write("loss-terms.csv", ["case", "row", "unit", "output", "target", "gradient"], terms)


def norm_cases(generator):
    for rows, units in [(7, 4), (2, 3), (16, 1), (3, 5)]:
        x = rounded(generator.normal(0.5, 2, (rows, units)))
        if units == 5:
            x[:, 0] = 0.25  # no variance: epsilon alone divides
        yield "batch", x
    for rows, units in [(7, 4), (1, 3), (3, 2), (2, 9)]:
        x = rounded(generator.normal(0.5, 2, (rows, units)))
        if units == 2:
            x[0] = 0.25
        yield "layer", x


def write_norms(generator):
    terms, per_unit = [], []
    for case, (name, x) in enumerate(norm_cases(generator)):
        rows, units = x.shape
        norm = torch.nn.BatchNorm1d(units) if name == "batch" else torch.nn.LayerNorm(units)
        scale = rounded(generator.normal(1, 0.5, units))
        shift = rounded(generator.normal(0, 0.5, units))
        with torch.no_grad():
            norm.weight.copy_(torch.tensor(scale))
            norm.bias.copy_(torch.tensor(shift))
        inputs = torch.tensor(x, requires_grad=True)
        outputs = norm(inputs)
        upstream = rounded(generator.normal(0, 1, x.shape))
        outputs.backward(torch.tensor(upstream))
        norm.eval()
        with torch.no_grad():
            evaluated = norm(inputs).numpy()
        trained, gradient = outputs.detach().numpy(), inputs.grad.numpy()
        for row, unit in np.ndindex(x.shape):
            at = (row, unit)
            terms.append(
                [case, name, rows, units, row, unit, x[at], trained[at], upstream[at],
                 gradient[at], evaluated[at]]
            )  # fmt: skip
        for unit in range(units):
            running = (None, None)
            if name == "batch":
                running = norm.running_mean[unit].item(), norm.running_var[unit].item()
            per_unit.append(
                [case, unit, scale[unit], shift[unit], norm.weight.grad[unit].item(),
                 norm.bias.grad[unit].item(), *running]
            )  # fmt: skip
    tables.write(
        "norms.csv",
        ["case", "norm", "rows", "units", "row", "unit", "input", "output", "output_gradient",
         "input_gradient", "evaluated"],
        terms,
    )  # fmt: skip
    tables.write(
        "norm-units.csv",
        ["case", "unit", "scale", "shift", "scale_gradient", "shift_gradient", "running_mean",
         "running_variance"],
        per_unit,
    )  # fmt: skip


if __name__ == "__main__":
    write_losses(np.random.default_rng(21))
    write_norms(np.random.default_rng(22))
