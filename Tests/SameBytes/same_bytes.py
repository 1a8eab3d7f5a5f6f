#!/usr/bin/env python3
"""Runs a corpus of specs with two programs, and compares every deterministic file byte for byte.

    same_bytes.py                            the reference's program and .build/release/nn-run
    same_bytes.py --base COMMIT              another commit's program instead of the reference's
    same_bytes.py --before PROGRAM --after PROGRAM
    same_bytes.py --self-test                whether differences would be found

`make same-bytes` calls it. Compared are the files, the exit codes, and the ids of runs that are planned;
with --texts also what is printed, but for times. The exit code is 1 where anything differs.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import cases
import comparison
import programs
import self_test
import texts
import vocabulary

# What is printed about the work itself, such as reports for CI services: compared with --texts.
REPORTS = "reports"
# After so many seconds a command is taken not to end.
SECONDS = 300
# So many differences of a case are shown.
SHOWN = 3


class Side:
    """One program, and the folder in which it works."""

    def __init__(self, name, program, folder):
        self.program, self.folder = program, folder / name
        for part in cases.COPIED:
            shutil.copytree(cases.ROOT / part, self.folder / part)
        (self.folder / "printed").mkdir()

    def case_folder(self, case):
        """Where the program takes the steps of a case."""
        return self.folder / "cases" / case.name

    def run(self, case):
        """Takes the steps of a case, and gives what came of each command; a failure ends it."""
        folder = self.case_folder(case)
        folder.mkdir(parents=True)
        done = []
        for number, step in enumerate(case.steps, 1):
            try:
                if isinstance(step, cases.Change):
                    step.act(folder)
                    continue
                words = self.program.spelled(step.words(folder))
                done.append(Done(step, words, self.call(words, folder, step.environment)))
            except (OSError, LookupError, subprocess.TimeoutExpired) as error:
                done.append(Done(step, [], failure=f"step {number} cannot be taken: {error!r}"))
                break
        (self.folder / "printed" / f"{case.name}.txt").write_text("\n".join(map(str, done)))
        return done

    def call(self, words, folder, environment):
        """Runs the program in an environment that is the same everywhere, but for what is added."""
        fixed = {
            "PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8",
            "TMPDIR": str(self.folder), "SWIFT_BACKTRACE": "enable=no",
        }  # fmt: skip
        return subprocess.run(
            [self.program.path, *words], cwd=folder, env=fixed | environment,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS,
        )  # fmt: skip

    def has_instructions(self, name):
        """Whether the processor has a set of instructions, as the program says."""
        spec = f"Tests/Corpus/same/{cases.SPECS[0].name}"
        return self.call(["plan", spec], self.folder, {"NN_RUN_CPU": name}).returncode == 0


class Done:
    """What came of a command."""

    def __init__(self, step, words, result=None, failure=None):
        self.step, self.command, self.failure = step, "nn-run " + " ".join(words), failure
        if result:
            self.status = result.returncode
            self.output = result.stdout.decode(errors="replace")
            self.errors = result.stderr.decode(errors="replace")

    def __str__(self):
        if self.failure:
            return f"$ {self.command}\n[{self.failure}]\n"
        return f"$ {self.command}\n{self.output}{self.errors}[{self.status}]\n"

    def ids(self):
        """The runs that a plan names, which are part of what must not change."""
        return re.findall(r"\b[k-z]{16}\b", self.output) if self.step.arguments[0] == "plan" else []


def main():
    """Does what the command line says; the exit code is 1 where anything differs."""
    options = arguments()
    try:
        after = programs.Program(options.after)
        if options.self_test:
            before = after
        elif options.before:
            before = programs.Program(options.before)
        else:
            before = programs.built(options.base)
    except programs.ProgramError as error:
        sys.exit(f"same-bytes: {error}")
    with tempfile.TemporaryDirectory(prefix="nn-run-same-") as scratch:
        folder = pathlib.Path(options.keep or scratch) / "same"
        folder.mkdir(parents=True)
        chosen = self_test.CASES if options.self_test else options.only
        unlike = compare(Side("before", before, folder), Side("after", after, folder), chosen, options)
        if not chosen:
            unlike += uncovered(before)
        unlike += self_test.overlooked(folder / "before" / "cases")
    sys.exit(1 if unlike else 0)


def arguments():
    """What the command line says."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--base", default=programs.REFERENCE, help="a commit to compare with")
    parser.add_argument("--before", help="the program to compare with, instead of a commit's")
    parser.add_argument("--after", default=programs.ROOT / ".build/release/nn-run")
    parser.add_argument("--texts", action="store_true", help="compare what is printed, too")
    parser.add_argument("--keep", help="a folder for what both programs leave")
    parser.add_argument("--only", nargs="+", metavar="CASE", help="cases, by their names")
    parser.add_argument(
        "--self-test", action="store_true", help="whether differences would be found")  # fmt: skip
    return parser.parse_args()


def compare(before, after, chosen, options):
    """Runs the cases, prints a line for each, and gives how many are not the same."""
    known = cases.every_case()
    if unknown := set(chosen or []) - {case.name for case in known}:
        sys.exit(f"same-bytes: there is no case {', '.join(sorted(unknown))}")
    all_cases = [case for case in known if not chosen or case.name in chosen]
    absent = {name for name in cases.INSTRUCTION_SETS if not before.has_instructions(name)}
    counts = {"runs": 0, "files": 0, "unlike": 0}
    print(f"{'case':<45} {'runs':>5} {'files':>6}  result")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        pending = []
        for case in all_cases:
            is_absent = case.name.removeprefix("instructions-") in absent
            sides = [] if is_absent else [before, after]
            pending.append((case, [pool.submit(side.run, case) for side in sides]))
        for case, results in pending:
            if results:
                done = [result.result() for result in results]
                print_case(case, before, after, done, counts, options)
            else:
                print(f"{case.name:<45} {'':>12}  left out: this processor does not have them")
    print(
        f"cases: {len(all_cases)}, runs: {counts['runs']:,}, files: {counts['files']:,}; "
        + (f"cases that differ: {counts['unlike']}" if counts["unlike"] else "all are the same")
    )
    return counts["unlike"]


def print_case(case, before, after, results, counts, options):
    """Prints what came of a case, and counts it."""
    tree = comparison.Tree(before.case_folder(case))
    runs = sum(1 for path in tree if cases.RUN.fullmatch(path.rstrip("/").rsplit("/", 1)[-1]))
    files = sum(1 for path in tree if comparison.counts(path) and not is_report(path))
    differences = list(case_differences(case, before, after, *results, options.texts))
    line = f"{case.name:<45} {runs:>5} {files:>6}  "
    print(line + (differences[0] if differences else "ok"), flush=True)
    for difference in differences[1:SHOWN]:
        print(" " * len(line) + difference)
    if len(differences) > SHOWN:
        print(" " * len(line) + f"… and {len(differences) - SHOWN:,} more")
    counts["runs"] += runs
    counts["files"] += files
    counts["unlike"] += bool(differences)


def case_differences(case, before, after, old, new, has_texts):
    """How what the second program did is not what the first one did."""
    for one, other in zip(old, new):
        if one.failure or other.failure:
            yield f"{'before' if one.failure else 'after'}: {one.failure or other.failure}"
            break
        if one.status not in one.step.statuses:
            yield f"before: {one.command} ended with {one.status}, which the case does not say"
        if one.status != other.status:
            yield f"{other.command} ended with {other.status}, not {one.status}"
        if one.ids() != other.ids():
            yield f"{other.command} names other runs"
        if has_texts:
            for what in ("output", "errors"):
                if unlike := texts.difference(getattr(one, what), getattr(other, what)):
                    yield f"{other.command}: {what}, {unlike}"
    folders = before.case_folder(case), after.case_folder(case)
    for difference in comparison.differences(*folders):
        if not is_report(difference.path):
            yield str(difference)
        elif has_texts:
            files = [folder / difference.path for folder in folders]
            contents = [file.read_text() if file.is_file() else "" for file in files]
            if unlike := texts.difference(*contents):
                yield f"{difference.path}: {unlike}"


def is_report(path):
    """Whether a path is of what is printed about the work, rather than of results."""
    return path.startswith(REPORTS + "/")


def uncovered(program):
    """Prints what the corpus does not have of a program's words, and gives how many these are."""
    steps = [step for case in cases.every_case() for step in case.steps]
    words, word_count = vocabulary.missing_words(program, cases.SPECS)
    commands, command_count = vocabulary.missing_commands(
        program, [step for step in steps if isinstance(step, cases.Step)])  # fmt: skip
    for what in words + commands:
        print(f"not in the corpus: {what}")
    print(
        f"{word_count - len(words)} of {word_count} words and settings and "
        f"{command_count - len(commands)} of {command_count} commands and options are in the corpus"
    )
    return len(words) + len(commands)


if __name__ == "__main__":
    main()
