"""What a batch of many small runs takes beside its training: files, memory, and planning.

    batch.py --programs FOLDER [--rounds N] [--cores N]

`make bench-batch` calls it. A round runs 10,000 tiny runs with all their files, runs them again when all
have finished, has a plain C program make as many folders of such files, and lists a plan of 1,000,000 runs.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import measure

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 10_000


def main():
    options = read_options()
    measure.interrupt_on_termination()
    machine = measure.Machine()
    results = {}
    with tempfile.TemporaryDirectory(prefix="nn-run-batch-") as folder, machine.pinned(options.cores):
        folder = pathlib.Path(folder)
        plain = compiled(HERE / "plain_files.c", folder)
        for _ in range(options.rounds):
            for name, seconds, most in round_of(options, plain, folder):
                results.setdefault(name, []).append((seconds, most))
    whole = [seconds for seconds, _ in results["10,000 runs"]]
    files = [seconds for seconds, _ in results["the same files by a plain program"]]
    print(f"{options.cores} cores, {options.rounds} rounds:\n")
    print("| | least s | median s | most MB |\n|---|--:|--:|--:|")
    for name, figures in results.items():
        seconds = [figure[0] for figure in figures]
        megabytes = max(figure[1] for figure in figures) / 1e6
        least, median = min(seconds), statistics.median(seconds)
        print(f"| {name} | {least:.2f} | {median:.2f} | {megabytes:.0f} |")
    print(f"\nThe runs take {min(whole) / min(files):.2f} times as long as their files alone.")


def round_of(options, plain, folder):
    """Gives the name, the seconds and the most memory in bytes of each thing that is measured."""
    program = options.programs / "nn-run"
    runs = folder / "runs"
    command = [program, HERE / "specs" / "xor10000.yaml", "--quiet", "--output", runs]
    command += ["--jobs", str(options.cores)]
    yield "10,000 runs", *timed(command)
    yield "again, all cached", *timed(command)
    sample = next(path.parent for path in runs.glob("*/*/summary.json"))
    copies = folder / "copies"
    copies.mkdir()
    yield "the same files by a plain program", *timed([plain, sample, str(RUNS), copies])
    shutil.rmtree(copies)
    shutil.rmtree(runs)
    yield "plan of 1,000,000 runs", *timed([program, "plan", HERE / "specs" / "plan1000000.yaml"])


def timed(command):
    """Gives the seconds from start to end, and the most memory that the process had, in bytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise measure.Failure(f"{command[0]} ended with status {process.returncode}")
    # Linux counts in units of 1,024 bytes, macOS in bytes.
    return seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def compiled(source, folder):
    program = folder / source.stem
    subprocess.run(["cc", "-O2", "-o", program, source], check=True)
    return program


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds must be at least 1")
    options.programs = options.programs.resolve()
    return options


if __name__ == "__main__":
    try:
        main()
    except (measure.Failure, subprocess.CalledProcessError) as failure:
        sys.exit(f"batch: {failure}")
    except KeyboardInterrupt:
        sys.exit(130)
