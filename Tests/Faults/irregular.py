"""Puts what is no regular file in the place of each file that an experiment leaves, and runs each command.

    irregular.py PROGRAM

A pipe that nobody writes to, a device that never ends, a socket, a link that leads nowhere or to itself, and
a folder. Every command ends by itself: it does without the file, counts the run as torn, or says what is
wrong and ends with a code of the table. `make faults` calls it.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile

from experiment import Experiment, Wrong, require

SPEC = """\
dataset: {name: moons, rows: 12}
layers: [2, 2, 1]
activation: tanh
learning_rate: 0.1
epochs: 4
split: {validation: 0.25}
save: [model, initial, best, predictions]
sweep: {seeds: 2}
"""
KINDS = {
    "pipe": os.mkfifo,
    "endless device": lambda path: path.symlink_to("/dev/zero"),
    "socket": lambda path: bind(path),
    "link to nowhere": lambda path: path.symlink_to("missing/nowhere"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "folder": lambda path: path.mkdir(),
}
COMMANDS = [
    ["experiment.yaml"],
    ["experiment.yaml", "--force"],
    ["expect", "experiment.yaml"],
    ["list"],
    ["list", "experiment"],
    ["best", "experiment"],
    ["show", "RUN"],
    ["show", "best"],
    ["compare", "RUN", "OTHER"],
    ["predict", "RUN", "new.csv"],
    ["verify", "experiment"],
    ["merge", "runs", "--output", "all"],
    ["clean"],
    ["clean", "--yes"],
]
# What a command may end with; a signal, and no end at all, are not among them.
CODES = {0, 1, 2, 65, 66, 73, 74}


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="nn-run-irregular-") as folder:
        folder = pathlib.Path(folder)
        reference = Experiment(program, folder / "reference", SPEC)
        reference.finish()
        (reference.folder / "new.csv").write_text("1,2\n")
        names = files(reference)
        for kind, make in KINDS.items():
            ends = [try_all(reference, folder / "try", name, kind, make) for name in names]
            print(f"{kind}: {len(names)} places, {sum(ends)} commands, each ended by itself")
        give_pipes(reference, folder / "try")


def files(reference):
    """The places of all files that an experiment and its first run leave, or have while they are written."""
    (run, _) = reference.finished_runs()
    experiment = [path.name for path in reference.results.iterdir() if path.is_file()]
    own = [f"{run.name}/{path.name}" for path in run.iterdir()]
    return sorted(experiment) + sorted(own) + [run.name, ".partial", ".partial/summary.csv"]


def try_all(reference, folder, name, kind, make):
    """Runs every command where one place is taken; gives how many."""
    run, other = (path.name for path in reference.finished_runs())
    for command in COMMANDS:
        experiment = copied(reference, folder)
        place = experiment.results / name
        place.parent.mkdir(exist_ok=True)
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
        make(place)
        words = [{"RUN": run, "OTHER": other}.get(word, word) for word in command]
        experiment.command[1:] = words
        status, _, errors = ended(experiment, f"{kind} at {name}: {' '.join(words)}")
        what = f"{kind} at {name}: {' '.join(words)}: status {status}: {errors}"
        require(status in CODES, what)
        require(status == 0 or errors or status in (1, 2), what)
        # What is trained again is the same; where that may be, it takes the place.
        if words == ["experiment.yaml"] and status == 0:
            experiment.check_whole()
            experiment.check_same(reference)
        shutil.rmtree(folder)
    return len(COMMANDS)


def give_pipes(reference, folder):
    """A spec may come from a pipe, as a person may name one."""
    experiment = copied(reference, folder)
    reading, writing = os.pipe()
    os.write(writing, SPEC.encode())
    os.close(writing)
    experiment.command[1:] = ["check", f"/dev/fd/{reading}"]
    process = experiment.start(pass_fds=[reading])
    _, errors = process.communicate(timeout=60)
    os.close(reading)
    require(process.returncode == 0, f"a spec from a pipe: {errors}")
    print("a spec from a pipe is read")


def copied(reference, folder):
    """An experiment with the results of another."""
    shutil.copytree(reference.folder, folder)
    return Experiment(reference.command[0], folder, SPEC)


def ended(experiment, what):
    """Runs a command, which must come to an end."""
    process = experiment.start()
    try:
        output, errors = process.communicate(timeout=30)
    except subprocess.TimeoutExpired as error:
        process.kill()
        process.communicate()
        raise Wrong(f"{what}: it did not end") from error
    return process.returncode, output.decode(), errors.decode()


def bind(path):
    """Makes a socket, whose path may be longer than sockets have them."""
    with socket.socket(socket.AF_UNIX) as made:
        before = os.getcwd()
        os.chdir(path.parent)
        try:
            made.bind(path.name)
        finally:
            os.chdir(before)


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        raise SystemExit(f"irregular: {wrong}") from None
