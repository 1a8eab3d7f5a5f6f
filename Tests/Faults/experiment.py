"""An experiment for the fault tests, and what must hold of its folder at any moment."""

import csv
import hashlib
import json
import pathlib
import re
import signal
import subprocess

VOLATILE = {"experiment.json", "run.json", ".lock", ".partial", ".claims"}
FILES = ("experiment.json", "summary.csv", "aggregate.csv", "loss_curve.csv", "spec.yaml")
RUN_NAME = re.compile("[k-z]{16}")


class Wrong(Exception):
    """Something does not hold that must."""


class Experiment:
    """One spec in a folder of its own."""

    def __init__(self, program, folder, spec, jobs=2):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "experiment.yaml").write_text(spec)
        self.command = [program, "experiment.yaml", "--jobs", str(jobs)]
        self.results = self.folder / "runs" / "experiment"

    def start(self, *prefix, **settings):
        """Starts the command, in a group of processes of its own, with signals as a terminal has them."""
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | settings
        return subprocess.Popen(
            [*prefix, *self.command], cwd=self.folder, stdin=subprocess.DEVNULL, process_group=0,
            preexec_fn=heed_signals, **settings,
        )  # fmt: skip

    def run(self, *prefix):
        """Gives the status, the output and the errors of the command."""
        process = self.start(*prefix)
        output, errors = process.communicate(timeout=120)
        return process.returncode, output.decode(), errors.decode()

    def finish(self):
        """Runs the command, which must end well."""
        status, _, errors = self.run()
        require(status == 0, f"the command ended with {status}: {errors}")

    def command_of(self, *arguments):
        """Gives the status, the output and the errors of another command on the results."""
        process = subprocess.run(
            [self.command[0], *arguments], cwd=self.folder, capture_output=True, text=True, timeout=120
        )  # fmt: skip
        return process.returncode, process.stdout, process.stderr

    def check_ended(self):
        """Nothing is left of runs in progress, and of who trained them."""
        for name in (".partial", ".claims"):
            path = self.results / name
            require(not path.exists(), f"{name} has {[entry.name for entry in path.glob('*')]}")

    def finished_runs(self):
        """The folders that have the name of a run."""
        if not self.results.exists():
            return []
        return sorted(path for path in self.results.iterdir() if RUN_NAME.fullmatch(path.name))

    def check_whole(self):
        """Every file under a final name is whole."""
        for run in self.finished_runs():
            try:
                summary = (run / "summary.json").read_bytes()
                told = json.loads(summary)
            except (OSError, ValueError) as error:
                raise Wrong(f"{run.name} has no whole summary: {error}") from error
            lines = b"".join(summary.splitlines(keepends=True)[:-2])
            own = hashlib.sha256(lines).hexdigest()
            require(told["sha256"] == own, f"{run.name}/summary.json is not what it says itself")
            files = told["files"]
            for name, digest in files.items():
                found = hashlib.sha256((run / name).read_bytes()).hexdigest()
                require(found == digest, f"{run.name}/{name} is not what its summary says")
        for folder in (self.results, *(self.results / ".plans").glob("*")):
            for name in FILES:
                path = folder / name
                if path.is_file():
                    text = path.read_text()
                    require(text.endswith("\n"), f"{path} is cut")
                    if name == "experiment.json":
                        json.loads(text)

    def rows(self):
        """The rows of summary.csv."""
        with (self.results / "summary.csv").open(newline="") as file:
            return list(csv.DictReader(file))

    def bytes(self):
        """The deterministic files by their paths."""
        return {
            str(path.relative_to(self.results)): path.read_bytes()
            for path in sorted(self.results.rglob("*"))
            if path.is_file() and not VOLATILE & set(path.relative_to(self.results).parts)
        }

    def check_same(self, other):
        """The results of both are the same bytes."""
        mine, others = self.bytes(), other.bytes()
        different = sorted(
            path for path in mine.keys() | others.keys() if mine.get(path) != others.get(path)
        )
        require(not different, f"{len(different)} files differ, such as {different[:3]}")


def heed_signals():
    """Heeds what `nohup` and shells let programs in the background ignore."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


def require(holds, what):
    if not holds:
        raise Wrong(what)
