"""What nn-run's memory and time grow with, in two tables.

    cost.py --programs FOLDER --environment FOLDER [--rounds N]

`make bench-cost` calls it. The first table compares the most memory that a process had with the size of what it
works on: the data in float32, the weights and biases, and what Adam remembers of them. The second
divides the seconds of runs on one core by rows × parameters × epochs, for networks of four sizes and
for more rows and more epochs.
"""

import argparse
import dataclasses
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import contenders
import measure
from workloads import WORKLOADS

WIDE = ("wide", "wide1024")
BYTES = 4
MEGA = 1e6


@dataclasses.dataclass(frozen=True)
class Size:
    """A variant of specs/cost.yaml."""

    hidden: tuple
    rows: int = 8000
    epochs: int = 4

    @property
    def parameters(self):
        sizes = (256, *self.hidden, 10)
        return sum((inputs + 1) * outputs for inputs, outputs in zip(sizes, sizes[1:]))

    @property
    def settings(self):
        layers = [256, *self.hidden, 10]
        return [f"layers={layers}", f"dataset.rows={self.rows}", f"epochs={self.epochs}"]


SIZES = (
    Size((32,)),
    Size((128,)),
    Size((256, 256)),
    Size((1024, 512)),
    Size((256, 256), rows=32_000),
    Size((256, 256), epochs=16),
)


def main():
    options = read_options()
    measure.interrupt_on_termination()
    python = options.environment / "bin" / "python"
    if not python.exists():
        python = pathlib.Path(sys.executable)
    subprocess.run([python, contenders.HERE / "datasets.py"], check=True)
    program, machine = options.programs / "nn-run", measure.Machine()

    print_table(
        "Memory, in MB",
        ("workload", "cores", "data", "parameters", "of Adam", "sum", "most", "× sum"),
        [
            memory_row(program, machine, WORKLOADS[name], cores)
            for name in WIDE
            for cores in WORKLOADS[name].cores
        ],
    )
    seconds = {size: [] for size in SIZES}
    with machine.pinned(1):
        for _ in range(options.rounds):
            for size in SIZES:
                seconds[size].append(run(program, "cost", 1, size.settings)[1])
    print_table(
        "Time on one core, the least of the rounds; the product is rows × parameters × epochs",
        ("network", "parameters", "rows", "epochs", "seconds", "ps per product"),
        [cost_row(size, min(seconds[size])) for size in SIZES],
    )


def memory_row(program, machine, workload, cores):
    data = workload.rows * (workload.sizes[0] + workload.sizes[-1]) * BYTES
    pairs = zip(workload.sizes, workload.sizes[1:])
    parameters = sum((inputs + 1) * outputs for inputs, outputs in pairs) * BYTES
    whole = data + 3 * parameters
    with machine.pinned(cores):
        most, _ = run(program, workload.name, cores)
    megabytes = [data, parameters, 2 * parameters, whole, most]
    return (workload.name, str(cores), *(f"{n / MEGA:.1f}" for n in megabytes), f"{most / whole:.2f}")


def cost_row(size, seconds):
    cost = seconds / (size.rows * size.parameters * size.epochs)
    network = "-".join(map(str, (256, *size.hidden, 10)))
    numbers = (f"{n:,}" for n in (size.parameters, size.rows, size.epochs))
    return (network, *numbers, f"{seconds:.3f}", f"{cost * 1e12:.1f}")


def run(program, name, cores, settings=()):
    """Gives the most memory that the process had, in bytes, and the seconds of its only run."""
    with tempfile.TemporaryDirectory(prefix="nn-run-cost-") as results:
        command = [program, contenders.HERE / "specs" / f"{name}.yaml", "--quiet"]
        command += ["--jobs", str(cores), "--output", results]
        for setting in settings:
            command += ["--set", setting]
        process = subprocess.Popen(command)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise measure.Failure(f"{name} ended with status {process.returncode}")
        (record,) = pathlib.Path(results).glob("*/*/run.json")
        # Linux counts in units of 1,024 bytes, macOS in bytes.
        unit = 1 if sys.platform == "darwin" else 1024
        return usage.ru_maxrss * unit, json.loads(record.read_text())["seconds"]


def print_table(title, headings, rows):
    """A table of Markdown whose columns stand below each other."""
    table = [headings, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(headings))]
    lines = [" | ".join(cell.rjust(width) for cell, width in zip(row, widths)) for row in table]
    rule = " | ".join("-" * (width - 1) + ":" for width in widths)
    print(f"{title}:\n")
    for line in (lines[0], rule, *lines[1:]):
        print(f"| {line} |")
    print(flush=True)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--environment", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")
    options.programs = options.programs.resolve()
    return options


if __name__ == "__main__":
    try:
        main()
    except measure.Failure as failure:
        sys.exit(f"cost: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
