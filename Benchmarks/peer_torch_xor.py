"""PyTorch on XOR: several steps, with the gradient by hand, as one graph of torch.compile.

    peer_torch_xor.py WORKLOAD

Every array has the run as its last axis.
"""

import functools
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor

import torch

import workloads as w
from peer_torch import compiled, stacked

# How many steps are unrolled into one graph, by the number of runs: the fastest of those tried.
UNROLLED = {1: 20, 1000: 5}


def unrolled(count, rate):
    """`count` steps of gradient descent; gives the parameters and the losses before each."""

    @torch.no_grad()
    def steps(parameters, x, y):
        (w1, b1, w2, b2), losses = parameters, []
        left, right = x[:, 0, None, None], x[:, 1, None, None]
        for _ in range(count):
            hidden = torch.sigmoid(left * w1[0] + right * w1[1] + b1)
            output = torch.sigmoid((hidden * w2[:, 0]).sum(1) + b2)
            error = output - y
            losses.append((error * error).mean(0))
            delta2 = error * output * (1 - output) * 0.5
            delta1 = delta2[:, None] * w2[:, 0] * hidden * (1 - hidden)
            w2 = w2 - rate * (hidden * delta2[:, None]).sum(0)[:, None]
            b2 = b2 - rate * delta2.sum(0)
            w1 = w1 - rate * torch.stack([(left * delta1).sum(0), (right * delta1).sum(0)])
            b1 = b1 - rate * delta1.sum(0)
        return [w1, b1, w2, b2], torch.stack(losses)

    return steps


@functools.cache
def program(workload, shape):
    """The compiled steps for parameters of these shapes, ready to run."""
    torch.set_num_threads(1)  # the arrays are too small for more
    x, y = map(torch.from_numpy, w.xor_data())
    start = [torch.zeros(part) for part in shape]
    steps = unrolled(UNROLLED[workload.runs], workload.learning_rate)
    graph = compiled(steps, (start, x, y))
    graph(graph(start, x, y)[0], x, y)  # its own results may need another graph
    return lambda parameters: graph(parameters, x, y)


def train(workload, start):
    """Trains the runs of a share; gives their mean loss before the last step."""
    steps = program(workload, tuple(part.shape for part in start))
    parameters, losses = [torch.from_numpy(part) for part in start], None
    for _ in range(workload.epochs // UNROLLED[workload.runs]):
        parameters, losses = steps(parameters)
    return losses[-1].mean().item()


def measure(workload):
    """Sweeps are shared out over a process for each core, which compiles before the clock runs."""
    starts = [
        [part.movedim(0, -1).contiguous().numpy() for part in stacked(workload, seeds)]
        for seeds in w.shares(range(workload.runs))
        if seeds
    ]
    one = functools.partial(train, workload)
    if len(starts) == 1:
        one(starts[0])
        return w.timed(lambda: one(starts[0]))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(len(starts), spawn) as pool:
        list(pool.map(one, starts))
        seconds, losses = w.timed(lambda: list(pool.map(one, starts)))
    return seconds, sum(losses) / len(losses)


def main(name):
    seconds, loss = measure(w.WORKLOADS[name])
    w.report(seconds, loss, torch.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
