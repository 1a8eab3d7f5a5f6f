"""Kills an experiment at random moments (kill -9), each time followed by the same command.

    kills.py PROGRAM [--kills N] [--seed N]

Never may a partial file have a final name; what had finished before a kill is not trained again; and
in the end the bytes are those of an experiment that nobody killed. `make faults` calls it.
"""

import argparse
import pathlib
import random
import tempfile
import time

from experiment import Experiment, Wrong, require

SPEC = """\
dataset: {name: moons, rows: 200}
layers: [2, 16, 1]
activation: tanh
learning_rate: 0.1
epochs: 60
split: {validation: 0.2, test: 0.2}
save: [model, initial, predictions]
sweep:
  parameters:
    learning_rate: {log: [0.001, 1], count: 20}
  seeds: 10
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    program, chance = options.program.resolve(), random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="nn-run-kills-") as folder:
        folder = pathlib.Path(folder)
        reference = Experiment(program, folder / "reference", SPEC)
        start = time.perf_counter()
        reference.finish()
        duration = time.perf_counter() - start
        kills = attempts = kept = 0
        while kills < options.kills:
            attempts += 1
            experiment = Experiment(program, folder / str(attempts), SPEC)
            # Until one command comes to its end before it is killed.
            while kill_one(experiment, chance.uniform(0, duration)):
                kills += 1
                kept += len(experiment.finished_runs())
                if kills == options.kills:
                    break
            experiment.finish()
            experiment.check_same(reference)
            experiment.check_ended()
    print(
        f"{kills} kills of {attempts} experiments of 200 runs "
        f"({duration:.2f} s each), {kept} times a finished run was found and kept: all the same bytes"
    )


def kill_one(experiment, delay):
    """Starts the command and kills it after a delay; gives whether it was still running."""
    before = stamps(experiment)
    process = experiment.start()
    time.sleep(delay)
    process.kill()
    process.communicate()
    experiment.check_whole()
    after = stamps(experiment)
    changed = [run for run, stamp in before.items() if after.get(run) != stamp]
    require(not changed, f"finished runs were trained again: {changed}")
    return process.returncode < 0


def stamps(experiment):
    """What is known of when each finished run was written."""
    return {run.name: (run / "run.json").stat().st_mtime_ns for run in experiment.finished_runs()}


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        raise SystemExit(f"kills: {wrong}") from None
