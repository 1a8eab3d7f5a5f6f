"""The workloads: their sizes and settings, and what the Python peers share.

Every peer that takes outside weights starts from the same ones and sees the same batches, so the
final losses can be compared. nn-run reads the same data by the specs in specs/, and draws its own
weights and orders.
"""

import dataclasses
import json
import os
import pathlib
import time

DATA = pathlib.Path(__file__).parent / "data"
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8


@dataclasses.dataclass(frozen=True)
class Workload:
    """What is trained, for how long, and on how many cores it is measured."""

    name: str
    sizes: tuple
    rows: int
    batch: int
    epochs: int
    learning_rate: float
    cores: tuple
    runs: int = 1
    data: str = ""

    @property
    def flops(self):
        """Floating-point operations of the matrix products, which are all that is counted.

        Each weight takes two in the forward product, two in its gradient's, and two in the gradient
        of the layer's inputs, which the first layer does not need.
        """
        weights = [inputs * outputs for inputs, outputs in zip(self.sizes, self.sizes[1:])]
        return (6 * sum(weights) - 2 * weights[0]) * self.rows * self.epochs * self.runs

    def sweep(self):
        """The (learning rate, seed) of each run of digits_sweep."""
        rates = [10 ** (-4 + 3 * step / 7) for step in range(8)]
        return [(rate, seed) for rate in rates for seed in range(8)]


DIGITS = dict(
    sizes=(64, 64, 32, 10), rows=1437, batch=32, epochs=50, learning_rate=1e-3, data="digits"
)
WIDE = dict(rows=20_000, learning_rate=1e-3, cores=(1, 2), data="wide")
XOR = dict(sizes=(2, 4, 1), rows=4, batch=4, epochs=10_000, learning_rate=0.5)

WORKLOADS = {
    workload.name: workload
    for workload in (
        Workload("xor1", cores=(1,), **XOR),
        Workload("xor1000", cores=(1, 2), runs=1000, **XOR),
        Workload("digits", cores=(1,), **DIGITS),
        Workload("digits_sweep", cores=(2,), runs=64, **DIGITS),
        Workload("wide", sizes=(784, 512, 256, 10), batch=128, epochs=3, **WIDE),
        Workload("wide1024", sizes=(784, 1024, 1024, 10), batch=256, epochs=2, **WIDE),
    )
}


# NumPy is imported where it is needed: the driver reads this file without it.


def xor_data():
    """The four rows and their targets, in float32."""
    import numpy as np

    return (
        np.array([[0, 0], [0, 1], [1, 0], [1, 1]], np.float32),
        np.array([[0], [1], [1], [0]], np.float32),
    )


def labelled_data(workload):
    """Inputs in float32 and labels, from the files that nn-run reads too."""
    import numpy as np

    return (
        np.load(DATA / f"{workload.data}-inputs.npy"),
        np.load(DATA / f"{workload.data}-targets.npy"),
    )


def initial_weights(workload, seed=0):
    """A pair of weights [inputs × outputs] and biases for each layer, as the specs say."""
    import numpy as np

    generator, layers = np.random.default_rng(seed), []
    for inputs, outputs in zip(workload.sizes, workload.sizes[1:]):
        is_xor = not workload.data
        limit = 1.0 if is_xor else (6 / (inputs + outputs)) ** 0.5
        weights = generator.uniform(-limit, limit, (inputs, outputs)).astype(np.float32)
        biases = generator.uniform(-limit, limit, outputs) if is_xor else np.zeros(outputs)
        layers.append((weights, biases.astype(np.float32)))
    return layers


def orders(workload, seed=0):
    """The order of the rows in each epoch, [epochs × rows]."""
    import numpy as np

    generator = np.random.default_rng([seed, 1])
    return np.stack([generator.permutation(workload.rows) for _ in range(workload.epochs)])


def cores():
    """The cores that this process may use."""
    return os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count())


def shares(items):
    """The items shared out, as many and in their order, over the cores."""
    count, items = len(cores()), list(items)
    return [items[len(items) * part // count : len(items) * (part + 1) // count]
            for part in range(count)]  # fmt: skip


def timed(train, repeats=5, enough=1.0):
    """Trains until `repeats` times or `enough` seconds are full; gives the seconds and a result."""
    seconds, result = [], None
    while not seconds or (len(seconds) < repeats and sum(seconds) < enough):
        start = time.perf_counter()
        result = train()
        seconds.append(time.perf_counter() - start)
    return seconds, result


def report(seconds, loss, version, note="", scaled=False):
    """The line by which a peer tells the driver how it went.

    `scaled` says that only a part was trained and its seconds scaled up.
    """
    line = dict(seconds=seconds, loss=float(loss), version=version, note=note, scaled=scaled)
    print(json.dumps(line), flush=True)
