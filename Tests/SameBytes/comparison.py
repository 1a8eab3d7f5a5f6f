"""Compares what two programs left on disk, byte for byte, but for what docs/Results.md calls volatile.

The tables say what else may differ, and why. Each is a promise: what is not in them must be the same.
"""

import hashlib
import pathlib
import re
from typing import NamedTuple

# Files that tell when, where and how long: both programs must leave them, with whatever in them.
VOLATILE = {"run.json", "batch.json", "experiment.json"}

# What is left of work in progress, and guards it: not looked at.
PASSING = {".partial", ".lock", ".claims"}

# Files that have another name in the newer program.
RENAMED = {"batch.json": "experiment.json"}

# What the newer program leaves where the older one does not: the spec and tables of earlier plans.
ADDED = {".plans"}

# Files to which the newer program adds a last member: the SHA-256 of all bytes before it.
SEALED = {"summary.json"}
SEAL = re.compile(rb',\s*"[a-z0-9_]+": "([0-9A-Za-z]{64})"(?=\s*\}\s*\Z)')
# Digests are written in hexadecimal digits, or in the letters of a run's id.
LETTERS = str.maketrans("0123456789abcdef", "zyxwvutsrqponmlk")


class Difference(NamedTuple):
    """A file that is not the same, and how."""

    path: str
    what: str

    def __str__(self):
        return f"{self.path} {self.what}"


class Tree(dict):
    """The files of a folder by their paths in it, by the newer names; folders have a slash and no file."""

    def __init__(self, folder):
        for path in sorted(pathlib.Path(folder).rglob("*")):
            parts = path.relative_to(folder).parts
            if PASSING.isdisjoint(parts):
                name = "/".join([*parts[:-1], RENAMED.get(parts[-1], parts[-1])])
                self[name + "/" if path.is_dir() else name] = path


def counts(path):
    """Whether every byte of a file counts."""
    return not path.endswith("/") and name(path) not in VOLATILE


def name(path):
    """The last part of a path."""
    return path.rsplit("/", 1)[-1]


def differences(before, after):
    """How the files of one folder differ from those of another."""
    before, after = Tree(before), Tree(after)
    for path in sorted(before.keys() | after.keys()):
        if path not in after:
            yield Difference(path, "is missing")
        elif path not in before:
            if ADDED.isdisjoint(path.strip("/").split("/")):
                yield Difference(path, "is there beside what was expected")
        elif counts(path):
            old, new = before[path].read_bytes(), after[path].read_bytes()
            if name(path) in SEALED and old != new:
                new = unsealed(new)
            if old != new:
                yield Difference(path, f"differs at byte {first_difference(old, new)}")


def unsealed(content):
    """A content without the seal that is its last member; as it is where that is none, or is wrong."""
    seal = SEAL.search(content)
    if not seal:
        return content
    # "All bytes before it" may end before the comma, the member's name or its value.
    for end in range(seal.start(), seal.start(1) + 1):
        digest = hashlib.sha256(content[:end]).hexdigest()
        if seal[1].decode() in (digest, digest.translate(LETTERS)):
            return content[: seal.start()] + content[seal.end() :]
    return content


def first_difference(old, new):
    """The first place at which two contents are not the same."""
    same = zip(old, new)
    return next((at for at, (a, b) in enumerate(same) if a != b), min(len(old), len(new)))
