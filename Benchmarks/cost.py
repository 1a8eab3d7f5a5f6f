"""What nn-run's memory and time grow with, in two tables.

    cost.py --programs FOLDER --environment FOLDER [--rounds N]

`make bench-cost` calls it. The first table compares the most memory that a process had with the size of what it
works on: the data in float32, the weights and biases, and what Adam remembers of them. The second
divides the seconds of runs on one core by rows × parameters × epochs, for networks of four sizes and
for more rows and more epochs.
"""

import dataclasses
import json
import pathlib
import subprocess
import sys
import tempfile

import contenders
import measure
import report
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
    parser = measure.option_parser(__doc__)
    parser.add_argument("--environment", type=measure.folder, required=True)
    options = parser.parse_args()
    measure.interrupt_on_termination()
    python = options.environment / "bin" / "python"
    if not python.exists():
        python = pathlib.Path(sys.executable)
    subprocess.run([python, contenders.HERE / "datasets.py"], check=True)
    program, machine = options.programs / "nn-run", measure.Machine()

    report.print_table(
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
    report.print_table(
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
        process = measure.run(command)
        (record,) = pathlib.Path(results).glob("*/*/run.json")
        return process.most_memory, json.loads(record.read_text())["seconds"]


if __name__ == "__main__":
    try:
        main()
    except measure.Failure as failure:
        sys.exit(f"cost: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
