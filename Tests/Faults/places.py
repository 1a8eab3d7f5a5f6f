"""Runs an experiment where its results have no room, may not be written, or are not read.

    places.py PROGRAM

A disk of every size up to what the experiment needs fills up; a folder is read-only, and a whole experiment
in it does as well as one that is run; the reader of the output goes away. `make faults` calls it. It needs `unshare`, for file systems of its own.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from experiment import Experiment, Wrong, require

SPEC = """\
dataset: xor
layers: [2, 4, 1]
activation: sigmoid
learning_rate: 0.5
epochs: 50
sweep: {seeds: 10}
"""
INSIDE = "NN_RUN_FAULTS_INSIDE"


def main():
    if INSIDE not in os.environ:
        command = ["unshare", "--map-root-user", "--mount", sys.executable, *sys.argv]
        sys.exit(subprocess.run(command, env=os.environ | {INSIDE: "1"}).returncode)
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="nn-run-places-") as folder:
        folder = pathlib.Path(folder)
        reference = Experiment(program, folder / "reference", SPEC)
        reference.finish()
        fill_disks(program, folder, reference)
        refuse_writing(program, folder, reference)
        close_pipes(program, folder, reference)


def fill_disks(program, folder, reference):
    """Disks of ever more pages, up to one that is large enough."""
    stopped = 0
    for pages in range(1, 200):
        experiment = Experiment(program, folder / "full", SPEC)
        runs = experiment.folder / "runs"
        runs.mkdir()
        mount("-t", "tmpfs", "-o", f"size={4 * pages}k", "tmpfs", str(runs))
        status, output, errors = experiment.run()
        experiment.check_whole()
        if status == 0:
            experiment.check_same(reference)
        else:
            stopped += 1
            require(status in (73, 74), f"{pages} pages: status {status}: {errors}")
            require("no space" in errors.lower(), f"{pages} pages: {errors!r} does not say why")
            mount("-o", "remount,size=64m", str(runs))
            experiment.finish()
            experiment.check_same(reference)
        subprocess.run(["umount", runs], check=True)
        shutil.rmtree(experiment.folder)
        if status == 0:
            break
    print(f"full disks: {stopped} sizes were too small, the same bytes after all with more room")


def refuse_writing(program, folder, reference):
    """Folders that are empty, finished, and finished with a table that was altered since."""
    for name in ("empty", "finished", "altered"):
        experiment = Experiment(program, folder / name, SPEC)
        runs = experiment.folder / "runs"
        runs.mkdir()
        mount("-t", "tmpfs", "-o", "size=64m", "tmpfs", str(runs))
        if name != "empty":
            experiment.finish()
        summary = experiment.results / "summary.csv"
        if name == "altered":
            summary.write_text(summary.read_text().replace("completed", "pruned", 1))
        mount("-o", "remount,ro", str(runs))
        status, output, errors = experiment.run()
        if name == "finished":
            # As if it had been run: everything is there, and nothing is to be written.
            require(status == 0 and "10 cached" in output, f"read-only: status {status}: {errors}")
            for command, told in (
                (("expect", "experiment.yaml"), "expect:"), (("verify", "experiment"), "same     ")
            ):  # fmt: skip
                status, output, errors = experiment.command_of(*command)
                require(status == 0 and told in output, f"{command}: status {status}: {errors}")
        else:
            require(status == 73, f"read-only: status {status}: {errors}")
            isTold = "read-only" in errors.lower() and "runs/experiment" in errors
            require(isTold, f"read-only: {errors!r}")
        mount("-o", "remount,rw", str(runs))
        experiment.finish()
        experiment.check_same(reference)
        subprocess.run(["umount", runs], check=True)
    print("read-only folders: whole results are as if run, others are refused with the folder's name")


def close_pipes(program, folder, reference):
    """Readers that go away before they have read anything."""
    for name in ("stdout", "stderr"):
        experiment = Experiment(program, folder / name, SPEC)
        reading, writing = os.pipe()
        os.close(reading)
        process = experiment.start(**{name: writing})
        os.close(writing)
        process.communicate(timeout=60)
        require(process.returncode in (0, 74), f"closed {name}: status {process.returncode}")
        experiment.check_same(reference)
    print("closed pipes: all runs were trained")


def mount(*arguments):
    subprocess.run(["mount", *arguments], check=True)


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        raise SystemExit(f"places: {wrong}") from None
