"""Lets system calls of an experiment fail, each in turn, with one error after another.

    syscalls.py PROGRAM [--errors ENOSPC,EIO,…] [--calls openat,write,…]

strace counts the calls of an experiment that goes well and then makes the k-th fail. Whatever fails that concerns
the results: the status is not 0, an error names the run or the file, the other runs are trained, nothing
says success, and the same command without faults completes the experiment to the usual bytes. `make faults`
calls it; Linux alone has strace.
"""

import argparse
import collections
import pathlib
import shutil
import tempfile

from experiment import Experiment, Wrong, require

SPEC = """\
dataset: xor
layers: [2, 4, 1]
activation: sigmoid
learning_rate: 0.5
epochs: 20
sweep: {seeds: 3}
"""
ERRORS = ("ENOSPC", "EIO", "EMFILE", "EACCES")
CALLS = ("openat", "write", "close", "rename", "mkdir", "fsync", "read", "?link", "?linkat", "utimensat")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--errors", default=",".join(ERRORS))
    parser.add_argument("--calls", default=",".join(CALLS))
    options = parser.parse_args()
    program = options.program.resolve()
    with tempfile.TemporaryDirectory(prefix="nn-run-faults-") as folder:
        folder = pathlib.Path(folder)
        reference = Experiment(program, folder / "reference", SPEC, jobs=1)
        reference.finish()
        for call in options.calls.split(","):
            for error in options.errors.split(","):
                outcomes = collections.Counter(faults(program, folder, reference, call, error))
                told = ", ".join(f"{count} × {what}" for what, count in sorted(outcomes.items()))
                print(f"{call} {error}: {told or 'never called'}", flush=True)


def faults(program, folder, reference, call, error):
    """Lets each call fail in turn; gives what came of it each time."""
    number = 0
    missed = 0
    while missed < 2:
        number += 1
        experiment = Experiment(program, folder / "experiment", SPEC, jobs=1)
        log = folder / "trace"
        status, output, errors = experiment.run(
            "strace", "-f", "-y", "-qq", "-o", str(log), "-e", f"trace={call}", "-e",
            f"inject={call}:error={error}:when={number}",
        )  # fmt: skip
        hits = [line for line in log.read_text(errors="replace").splitlines() if "(INJECTED)" in line]
        if hits:
            missed = 0
            yield judged(experiment, reference, hits, status, output, errors)
        else:
            missed += 1
        shutil.rmtree(experiment.folder)


def judged(experiment, reference, hits, status, output, errors):
    """Checks what came of a fault, and gives it in a few words."""
    what = f"{hits[0]} gave status {status}, {errors.strip()!r}"
    experiment.check_whole()
    if not experiment.results.exists() or not (experiment.results / "summary.csv").exists():
        rows = None
    else:
        rows = collections.Counter(row["status"] for row in experiment.rows())
    if status == 0:
        require(not any(concerns_results(hit) for hit in hits), f"{what}: a fault went unnoticed")
        experiment.check_same(reference)
        return "done without"
    require(errors.strip(), f"{what}: no word of it")
    if rows and rows["completed"] == 3 and "runs/" not in errors and "nn-run" not in errors:
        raise Wrong(f"{what}: the error does not say what failed")
    if rows is not None:
        require(sum(rows.values()) == 3, f"{what}: summary.csv has {rows}")
        require(rows["completed"] >= 2 - (len(hits) - 1), f"{what}: others were not trained: {rows}")
        if rows["failed"]:
            failed = [row["run_id"] for row in experiment.rows() if row["status"] == "failed"]
            require(all(run in errors + output for run in failed), f"{what}: the run is not named")
    experiment.finish()
    experiment.check_same(reference)
    if status >= 100 and rows is None:
        return "not started"
    return f"status {status}"


def concerns_results(hit):
    """Whether a call that failed was needed for the results."""
    if "/runs/" not in hit and '"runs' not in hit:
        return False
    # Claims only save work, and those of processes that have ended are in nobody's way.
    if "/.claims" in hit:
        return False
    # A folder that is there need not be made, and what was only read need not be closed well.
    return "mkdir(" not in hit and ("close(" not in hit or "/.partial/" in hit)


if __name__ == "__main__":
    try:
        main()
    except Wrong as wrong:
        raise SystemExit(f"syscalls: {wrong}") from None
