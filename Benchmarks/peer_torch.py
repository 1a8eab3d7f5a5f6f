"""PyTorch, on as many threads as the process may use cores.

    peer_torch.py WORKLOAD FORM

FORM is `eager`, the ordinary modules with the fused optimizer and batches taken by index, or
`compile`, whole training steps as one graph of torch.compile; the runs of digits_sweep are stacked
and multiplied in batches. XOR has a form of its own, in peer_torch_xor.py.
"""

import sys

import torch
import torch.nn.functional as F
from torch import nn

import workloads as w


def compiled(function, *examples):
    """Compiles for each list of arguments, and makes sure that later calls find the graph ready."""
    program = torch.compile(function, dynamic=False, fullgraph=True)
    copy = lambda part: [t.clone() for t in part] if isinstance(part, list) else part
    for example in examples:
        for _ in range(3):
            program(*map(copy, example))
    return program


# Ordinary modules.


def train_eager(workload, x, y):
    """Gives the mean loss of the last epoch."""
    modules = []
    for weights, biases in w.initial_weights(workload):
        linear = nn.Linear(*weights.shape)
        with torch.no_grad():
            linear.weight.copy_(torch.from_numpy(weights.T))
            linear.bias.copy_(torch.from_numpy(biases))
        modules += [linear, nn.ReLU()]
    model = nn.Sequential(*modules[:-1])
    optimizer = torch.optim.Adam(
        model.parameters(), lr=workload.learning_rate, eps=w.EPSILON, fused=True
    )
    total = torch.zeros(())
    for order in torch.from_numpy(w.orders(workload)):
        total = torch.zeros(())
        for pick in order.split(workload.batch):
            optimizer.zero_grad()
            loss = F.cross_entropy(model(x[pick]), y[pick])
            loss.backward()
            optimizer.step()
            total += loss.detach() * len(pick)
    return total.item() / len(x)


# Classifiers as one graph: parameters are a flat list, with the run as the first axis of a sweep.


def stacked(workload, seeds):
    nets = [
        [torch.from_numpy(part) for layer in w.initial_weights(workload, seed) for part in layer]
        for seed in seeds
    ]
    return [torch.stack(parts) for parts in zip(*nets)]


def cross_entropy(parameters, x, y):
    """The sum over runs, so that each has its own gradient, and the loss of each run."""
    last = len(parameters) - 2
    for at in range(0, len(parameters), 2):
        weights, biases = parameters[at : at + 2]
        if weights.dim() == 3:
            x = torch.baddbmm(biases[:, None], x, weights)
        else:
            x = torch.addmm(biases, x, weights)
        x = torch.relu(x) if at < last else x
    losses = (x.logsumexp(-1) - x.gather(-1, y[..., None])[..., 0]).mean(-1)
    return losses.sum(), losses


def adam_step(parameters, means, squares, size, unbias, x, y, pick):
    """One step in place; `size` is the rate ÷ (1 − β₁ᵗ), `unbias` is 1 ÷ √(1 − β₂ᵗ)."""
    gradients, losses = torch.func.grad(cross_entropy, has_aux=True)(parameters, x[pick], y[pick])
    for p, mean, square, g in zip(parameters, means, squares, gradients):
        mean.mul_(w.BETA1).add_(g, alpha=1 - w.BETA1)
        square.mul_(w.BETA2).addcmul_(g, g, value=1 - w.BETA2)
        scale = size.view(-1, *[1] * (p.dim() - 1)) if size.dim() else size
        p.sub_(scale * mean / (square.sqrt() * unbias + w.EPSILON))
    return losses


def classifier(workload, x, y):
    if workload.runs > 1:
        seeds = [seed for _, seed in workload.sweep()]
        start = stacked(workload, seeds)
        rate = torch.tensor([rate for rate, _ in workload.sweep()])
    else:
        seeds = [0]
        start = [part[0] for part in stacked(workload, seeds)]
        rate = torch.tensor(workload.learning_rate)

    def all_orders():
        """[epochs × rows], or [epochs × runs × rows]."""
        each = [torch.from_numpy(w.orders(workload, seed)) for seed in seeds]
        return torch.stack(each, 1) if workload.runs > 1 else each[0]

    zeros = lambda: [torch.zeros_like(part) for part in start]
    shapes = {pick.shape[-1]: pick for pick in all_orders()[0].split(workload.batch, -1)}.values()
    one = torch.tensor(1.0)
    program = compiled(
        adam_step, *[(start, zeros(), zeros(), rate, one, x, y, pick) for pick in shapes]
    )

    def train():
        parameters, means, squares = [part.clone() for part in start], zeros(), zeros()
        steps, total = 0, 0
        for order in all_orders():
            total = 0
            for pick in order.split(workload.batch, -1):
                steps += 1
                size = rate / (1 - w.BETA1**steps)
                unbias = torch.tensor((1 - w.BETA2**steps) ** -0.5)
                losses = program(parameters, means, squares, size, unbias, x, y, pick)
                total = total + losses * pick.shape[-1]
        return (total / len(x)).mean().item()

    return w.timed(train)


def main(name, form):
    workload = w.WORKLOADS[name]
    torch.set_num_threads(len(w.cores()))
    x, y = map(torch.from_numpy, w.labelled_data(workload))
    if form == "eager":
        seconds, loss = w.timed(lambda: train_eager(workload, x, y))
    else:
        seconds, loss = classifier(workload, x, y)
    w.report(seconds, loss, torch.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
