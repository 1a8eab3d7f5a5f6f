"""Stops a batch by SIGINT, SIGTERM and SIGHUP at random moments, once and twice.

    signals.py PROGRAM [--tries N] [--seed N]

One signal stops it within a second, at the next batch of rows; the status is 128 and the signal's number,
and runs that had not finished are `interrupted`. Two within 100 ms end it at once. `make faults` calls it.
"""

import argparse
import pathlib
import random
import shutil
import signal
import tempfile
import time

from batch import Batch, Wrong, require

# Runs whose epochs take longer than a second.
SPEC = """\
dataset: {name: friedman1, rows: 100000}
layers: [10, 256, 256, 1]
activation: relu
learning_rate: 0.001
epochs: 1000
sweep: {seeds: 4}
"""
SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--tries", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    program, chance = options.program.resolve(), random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="nn-run-signals-") as folder:
        batch = Batch(program, folder, SPEC)
        for number, status in SIGNALS.items():
            for isTwice in (False, True):
                longest = max(
                    stopped(batch, number, status, isTwice, chance) for _ in range(options.tries)
                )
                times = "twice" if isTwice else "once"
                print(f"{number.name} {times}, {options.tries} tries: {longest:.2f} s at most")


def stopped(batch, number, status, isTwice, chance):
    """Gives the seconds from the signal to the end."""
    # What an earlier try left is not to be taken for a run in progress.
    shutil.rmtree(batch.results / ".partial", ignore_errors=True)
    process = batch.start()
    wait_for_start(batch, process)
    time.sleep(chance.uniform(0, 0.5))
    start = time.perf_counter()
    process.send_signal(number)
    if isTwice:
        time.sleep(chance.uniform(0, 0.1))
        process.send_signal(number)
    _, errors = process.communicate(timeout=60)
    seconds = time.perf_counter() - start
    what = f"{number.name}{' twice' if isTwice else ''}"
    require(process.returncode == status, f"{what}: status {process.returncode}: {errors.decode()}")
    require(seconds < 1, f"{what}: took {seconds:.2f} s to stop")
    batch.check_whole()
    if not isTwice:
        states = [row["status"] for row in batch.rows()]
        require(states == ["interrupted"] * 4, f"{what}: the runs are {states}")
    return seconds


def wait_for_start(batch, process):
    """Waits until a run is in progress."""
    while process.poll() is None:
        if any((batch.results / ".partial").glob("*/spec.yaml")):
            return
        time.sleep(0.005)
    raise Wrong(f"the batch ended with {process.returncode} before it was stopped")


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        raise SystemExit(f"signals: {wrong}") from None
