"""Whether the comparison can fail: altered bytes, missing and further files, false seals are found."""

import hashlib
import pathlib
import shutil
import tempfile

import comparison

# Cases whose runs have files of every kind.
CASES = ["norms", "two-quantities", "grid", "shards-merged"]


def overlooked(folder):
    """Alters one file of each name that the cases left, and gives how many alterations are not found."""
    chosen = {}
    for case in sorted(folder.iterdir()):
        for path, file in comparison.Tree(case).items():
            if comparison.counts(path):
                chosen.setdefault(file.name, file)
    outcomes = [
        (f"{file.relative_to(folder)} {what}", expected, found)
        for file in chosen.values()
        for what, expected, found in alterations(file)
    ]
    outcomes += permissions()
    faults = [
        f"self-test: {what}: found was {found}, not {expected}"
        for what, expected, found in outcomes
        if expected != found
    ]
    print("\n".join(faults + [
        f"self-test: {len(outcomes) - len(faults)} of {len(outcomes)} alterations of "
        f"{len(chosen)} kinds of files were judged as they must be"
    ]))  # fmt: skip
    return len(faults)


def alterations(original):
    """What is done to a file in a copy of its folder, the path that must be told of, and the one that is."""
    with tempfile.TemporaryDirectory(prefix="nn-run-same-") as scratch:
        before, after = pathlib.Path(scratch) / "before", pathlib.Path(scratch) / "after"
        for folder in (before, after):
            folder.mkdir()
            for beside in original.parent.iterdir():
                if beside.is_file():
                    shutil.copy(beside, folder)
        file = after / original.name
        path, content = file.name, file.read_bytes()
        middle = len(content) // 2
        for what, other in (
            ("with another byte", content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]),
            ("without its last byte", content[:-1]),
            ("with one more byte", content + b"\n"),
        ):  # fmt: skip
            file.write_bytes(other)
            yield what, path, first_path(before, after)
        file.unlink()
        yield "removed", path, first_path(before, after)
        file.write_bytes(content)
        yield "as it was", None, first_path(before, after)
        file.with_name(path + "~").write_bytes(content)
        yield "twice", path + "~", first_path(before, after)


def permissions():
    """What the tables of the comparison permit, and what is next to it, as `alterations` has it."""
    summary = b'{\n  "status": "completed",\n  "files": {\n    "a": "b"\n  }\n}\n'
    run = {"x/run/summary.json": summary, "x/run/run.json": b"1", "x/batch.json": b"1"}
    for what, expected, changes in (
        ("other volatile bytes", None, {"x/run/run.json": b"2", "x/batch.json": b"2"}),
        ("no run.json", "x/run/run.json", {"x/run/run.json": None}),
        ("the newer name", None, {"x/batch.json": None, "x/experiment.json": b"3"}),
        ("neither name", "x/experiment.json", {"x/batch.json": None}),
        ("work in progress", None, {"x/.partial/y/a": b"", "x/.lock": b"", "x/.claims/z": b""}),
        ("an earlier plan", None, {"x/.plans/y/spec.yaml": b"name: x\n"}),
        ("a seal", None, {"x/run/summary.json": sealed(summary)}),
        ("a seal in letters", None, {"x/run/summary.json": sealed(summary, letters=True)}),
        ("a false seal", "x/run/summary.json",
         {"x/run/summary.json": sealed(summary)[:-10] + b"000000" + sealed(summary)[-4:]}),
        ("a seal of other bytes", "x/run/summary.json",
         {"x/run/summary.json": sealed(summary).replace(b"completed", b"complete")}),
        ("a true seal of other bytes", "x/run/summary.json",
         {"x/run/summary.json": sealed(summary.replace(b"completed", b"complete"))}),
        ("another member before the seal", "x/run/summary.json",
         {"x/run/summary.json": sealed(summary[:-3] + b',\n  "more": "1"\n}\n')}),
        ("a member that is no seal", "x/run/summary.json",
         {"x/run/summary.json": summary[:-3] + b',\n  "more": "1"\n}\n'}),
        ("a folder without files", "x/empty/", {"x/empty/": b""}),
    ):  # fmt: skip
        with tempfile.TemporaryDirectory(prefix="nn-run-same-") as scratch:
            before, after = pathlib.Path(scratch) / "before", pathlib.Path(scratch) / "after"
            write(before, run)
            write(after, run | changes)
            yield what, expected, first_path(before, after)


def sealed(content, letters=False):
    """A content with the SHA-256 of what is before it as its last member."""
    prefix = content.removesuffix(b"\n}\n")
    digest = hashlib.sha256(prefix).hexdigest()
    digest = digest.translate(comparison.LETTERS) if letters else digest
    return prefix + f',\n  "sha256": "{digest}"\n}}\n'.encode()


def write(folder, files):
    """Writes files by their paths; nothing for None, a folder for a path with a slash at its end."""
    for path, content in files.items():
        if path.endswith("/"):
            (folder / path).mkdir(parents=True)
        elif content is not None:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)


def first_path(before, after):
    """The path of the first difference, or nothing."""
    return next((difference.path for difference in comparison.differences(before, after)), None)
