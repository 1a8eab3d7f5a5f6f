"""What an experiment of many small runs takes beside its training: files, memory, and planning.

    many_runs.py --programs FOLDER [--rounds N] [--cores N]

`make bench-runs` calls it. A round runs 10,000 tiny runs with all their files, runs them again when all
have finished, has a plain C program make as many folders of such files, and lists a plan of 1,000,000 runs.
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile

import measure
import report

HERE = pathlib.Path(__file__).resolve().parent
SPECS = HERE / "specs"
RUNS = 10_000
WHOLE, FILES = "10,000 runs", "the same files by a plain program"


def main():
    parser = measure.option_parser(__doc__)
    parser.add_argument("--cores", type=measure.positive, default=2)
    options = parser.parse_args()
    measure.interrupt_on_termination()
    machine = measure.Machine()
    results = {}
    with tempfile.TemporaryDirectory(prefix="nn-run-many-") as folder:
        plain = compiled(HERE / "plain_files.c", pathlib.Path(folder))
        with machine.pinned(options.cores):
            # What a round has made stays to the end: disks are slow where much was deleted just before.
            for number in range(options.rounds):
                for name, process in round_of(options, plain, pathlib.Path(folder) / str(number)):
                    results.setdefault(name, []).append(process)
    seconds = {name: [p.seconds for p in processes] for name, processes in results.items()}
    report.print_table(
        f"On {options.cores} cores, {options.rounds} rounds",
        ("", "least s", "median s", "most MB"),
        [
            (
                name, f"{min(seconds[name]):.2f}", f"{statistics.median(seconds[name]):.2f}",
                f"{max(p.most_memory for p in processes) / 1e6:.0f}",
            )
            for name, processes in results.items()
        ],
    )  # fmt: skip
    ratio = min(seconds[WHOLE]) / min(seconds[FILES])
    print(f"The runs take {ratio:.2f} times as long as their files alone.")


def round_of(options, plain, folder):
    """Gives the name of each thing that is measured, and the process."""
    program, runs, copies = options.programs / "nn-run", folder / "runs", folder / "copies"
    command = [program, SPECS / "xor10000.yaml", "--quiet", "--output", runs]
    command += ["--jobs", str(options.cores)]
    copies.mkdir(parents=True)
    yield WHOLE, measure.run(command)
    yield "again, all cached", measure.run(command)
    sample = next(path.parent for path in runs.glob("*/*/summary.json"))
    yield FILES, measure.run([plain, sample, str(RUNS), copies])
    plan = [program, "plan", SPECS / "million.yaml"]
    yield "plan of 1,000,000 runs", measure.run(plan, wants_output=False)


def compiled(source, folder):
    program = folder / source.stem
    subprocess.run(["cc", "-O2", "-o", program, source], check=True)
    return program


if __name__ == "__main__":
    try:
        main()
    except (measure.Failure, subprocess.CalledProcessError) as failure:
        sys.exit(f"many_runs: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
