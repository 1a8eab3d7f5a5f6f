"""The two programs that are compared: a commit's, which is built once and kept, and another."""

import io
import json
import os
import pathlib
import shutil
import subprocess
import tarfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The standing reference: "Return no result that nobody looks at", the last commit before experiments
# get a floor of their own. It moves when bytes are meant to change, with `Numerics.version`, or when the
# corpus covers a word that this commit does not know.
REFERENCE = "6201defd4291d823a98e1efea4077b674adc2d3f"

# Programs of commits, each a file named for its commit; outside version control.
CACHE = ROOT / ".build" / "same-bytes"

# Options that have another name in the newer program, where its help has that.
RENAMED_OPTIONS = {"--batch-time-limit": "--total-time-limit"}
# Options that make a later program's command do what the reference's does, where no spec is named.
ADDED_OPTIONS = {"clean": "--plans"}


class ProgramError(Exception):
    """A program is missing, or cannot be built."""


class Program:
    """An executable, and what it says of its own commands."""

    def __init__(self, path):
        self.path = pathlib.Path(path).resolve()
        if not os.access(self.path, os.X_OK):
            raise ProgramError(f"{path} is no program")
        help = json.loads(self.output("--experimental-dump-help"))["command"]
        self.commands = {command["commandName"] for command in help["subcommands"]}
        self.options = {
            "--" + name["name"]
            for command in help["subcommands"]
            for argument in command.get("arguments", [])
            for name in argument.get("names", [])
            if name["kind"] == "long"
        }

    def output(self, *arguments):
        """What a command that must succeed prints."""
        command = [self.path, *arguments]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout

    def spelled(self, arguments):
        """Arguments with the names that the program's options have."""
        spelled = [
            new if (new := RENAMED_OPTIONS.get(word)) in self.options else word
            for word in arguments
        ]
        added = ADDED_OPTIONS.get(spelled[0]) if spelled else None
        if added in self.options and not any(word.endswith(".yaml") for word in spelled):
            spelled.append(added)
        return spelled


def built(revision):
    """The program of a commit, built with its own Makefile if it has not been before."""
    commit = git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
    program = CACHE / commit
    if not program.exists():
        print(f"building {commit[:7]} once, into {program.relative_to(ROOT)}", flush=True)
        source = CACHE / f"{commit}.source"
        shutil.rmtree(source, ignore_errors=True)
        with tarfile.open(fileobj=io.BytesIO(git("archive", commit))) as archive:
            archive.extractall(source)
        # What a surrounding make says to its children is not meant for this one.
        environment = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "MFLAGS"))}
        if subprocess.run(["make", "build"], cwd=source, env=environment).returncode != 0:
            raise ProgramError(f"{commit[:7]} cannot be built; {source} has its source")
        part = CACHE / f"{commit}.part"
        shutil.copy2(source / ".build" / "release" / "nn-run", part)
        part.rename(program)
        shutil.rmtree(source)
    return Program(program)


def git(*arguments):
    """What git prints."""
    result = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True)
    if result.returncode != 0:
        reason = result.stderr.decode().strip() or "the commit is not there (a shallow clone?)"
        raise ProgramError(f"git {' '.join(arguments)}: {reason}")
    return result.stdout
