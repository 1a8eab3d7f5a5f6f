"""Stops an experiment by SIGINT, SIGTERM and SIGHUP at random moments, once, twice and late.

    signals.py PROGRAM [--tries N] [--seed N]

One signal stops it within a second, at the next experiment of rows; the status is 128 and the signal's number,
and runs that had not finished are `interrupted`. So do two that come together, as those of `timeout`, which
signals its child and then the child's group. One that comes more than a second after the first ends a experiment
at once that cannot stop by itself. `make faults` calls it.
"""

import argparse
import fcntl
import os
import pathlib
import random
import shutil
import signal
import tempfile
import time

from experiment import Experiment, Wrong, require

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
# How many signals come, and how.
WAYS = {
    "once": lambda process, number, chance: None,
    "as by timeout": lambda process, number, chance: os.killpg(process.pid, number),
    "twice": lambda process, number, chance: again(process, number, chance.uniform(0, 0.1)),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--tries", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    program, chance = options.program.resolve(), random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="nn-run-signals-") as folder:
        experiment = Experiment(program, folder, SPEC)
        for number, status in SIGNALS.items():
            for way, follow in WAYS.items():
                what = f"{number.name} {way}"
                longest = max(
                    stopped(experiment, number, status, what, follow, chance)
                    for _ in range(options.tries)
                )
                print(f"{what}, {options.tries} tries: {longest:.2f} s at most")
            ended_late(experiment, number, status)
            print(f"{number.name} late: ended at once")


def again(process, number, delay):
    """Sends a second signal, where the experiment has not ended by then."""
    time.sleep(delay)
    process.send_signal(number)


def stopped(experiment, number, status, what, follow, chance):
    """Gives the seconds from the signal to the end."""
    process = started(experiment)
    time.sleep(chance.uniform(0, 0.5))
    start = time.perf_counter()
    process.send_signal(number)
    follow(process, number, chance)
    _, errors = process.communicate(timeout=60)
    seconds = time.perf_counter() - start
    require(process.returncode == status, f"{what}: status {process.returncode}: {errors.decode()}")
    require(seconds < 1, f"{what}: took {seconds:.2f} s to stop")
    experiment.check_whole()
    states = [row["status"] for row in experiment.rows()]
    require(states == ["interrupted"] * 4, f"{what}: the runs are {states}")
    return seconds


def ended_late(experiment, number, status):
    """An experiment whose report nobody reads, so that it does not come to its end."""
    reading, writing = os.pipe()
    fill(writing)
    process = started(experiment, stdout=writing)
    os.close(writing)
    process.send_signal(number)
    time.sleep(1.5)
    require(process.poll() is None, f"{number.name} late: the experiment has ended by itself")
    process.send_signal(number)
    process.wait(timeout=1)
    os.close(reading)
    require(process.returncode == status, f"{number.name} late: status {process.returncode}")
    process.stderr.close()


def fill(writing):
    """Fills a pipe, so that who writes to it waits."""
    flags = fcntl.fcntl(writing, fcntl.F_GETFL)
    fcntl.fcntl(writing, fcntl.F_SETFL, flags | os.O_NONBLOCK)
    try:
        while True:
            os.write(writing, bytes(4096))
    except BlockingIOError:
        pass
    fcntl.fcntl(writing, fcntl.F_SETFL, flags)


def started(experiment, **settings):
    """Starts the experiment, and waits until a run is in progress."""
    # What an earlier try left is not to be taken for such a run, nor for what this one leaves.
    shutil.rmtree(experiment.results, ignore_errors=True)
    process = experiment.start(**settings)
    while process.poll() is None:
        if any((experiment.results / ".partial").glob("*/spec.yaml")):
            return process
        time.sleep(0.005)
    raise Wrong(f"the experiment ended with {process.returncode} before it was stopped")


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        raise SystemExit(f"signals: {wrong}") from None
