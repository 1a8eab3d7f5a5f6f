"""JUnit reports as a schema and a public reader take them.

    junit.py NN_RUN

Has NN_RUN write reports of batches that end in every way, and for each of them: validates it against
junit.xsd beside this file, reads it with junitparser, and compares what that finds with summary.csv and
with the counts that the report itself tells. Nothing is stored.
"""

import csv
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import junitparser
import lxml.etree

SCHEMA = lxml.etree.XMLSchema(lxml.etree.parse(pathlib.Path(__file__).with_name("junit.xsd")))

SWEEP = """
dataset: xor
layers: [2, 4, 1]
activation: sigmoid
epochs: 50
"""

# A spec, and the status of the command that runs it.
SPECS = {
    "held": (SWEEP + "learning_rate: 1\nexpect: [{metric: train_loss, max: 1}]", 0),
    "bare": (SWEEP + "learning_rate: 1", 0),
    "failed": (
        SWEEP
        + """
sweep: {parameters: {learning_rate: [0.1, 1]}, seeds: 3}
expect:
  - {metric: train_loss, max: 0.1}
  - {metric: train_loss, over: seeds, max: 1, where: {learning_rate: 0.1}}
  - {metric: digest, of: best_run, is: kkkkkkkkkkkkkkkk}
""",
        1,
    ),
    "diverged": (
        """
dataset: {inputs: [[1], [2]], targets: [1, 3]}
layers: [1, 4, 1]
activation: relu
epochs: 500
sweep: {parameters: {learning_rate: [0.01, 1e30]}}
expect: [{metric: train_loss, max: 10}]
""",
        2,
    ),
}
ENDLESS = SWEEP.replace("epochs: 50", "epochs: 900000000\nlog_every: 1000") + "learning_rate: 1\n"

# What a status of summary.csv is in a report.
OUTCOMES = {
    "completed": None,
    "stopped_early": None,
    "diverged": junitparser.Failure,
    "failed": junitparser.Error,
    "interrupted": junitparser.Skipped,
}


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for name, (text, _) in SPECS.items():
            (folder / f"{name}.yaml").write_text(text)
        (folder / "endless.yaml").write_text(ENDLESS)
        for name, (_, status) in SPECS.items():
            check(program, folder, [name], status)
            check(program, folder, [name], status)
        check(program, folder, list(SPECS), 2)
        # What stands where a batch's folder should be keeps it from beginning.
        (folder / "runs" / "held").rename(folder / "aside")
        (folder / "runs" / "held").write_text("")
        check(program, folder, ["held", "bare"], 73, unbegun=["held"])
        interrupt(program, folder)
    print("junit: every report is valid, and is read as it was meant")


def check(program, folder, names, status, unbegun=()):
    """Runs specs, and compares the report with their results."""
    command = [program, *(f"{name}.yaml" for name in names), "--junit", "out/junit.xml", "--quiet"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == status, (names, result)
    compare(folder, names, unbegun)


def interrupt(program, folder):
    """Stops a batch, and compares the report with its results."""
    command = [program, "endless.yaml", "bare.yaml", "--junit", "out/junit.xml", "--quiet"]
    with subprocess.Popen(command, cwd=folder) as process:
        while not any(folder.glob("runs/endless/.partial/*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait() == 130
    compare(folder, ["endless", "bare"], ["bare"])


def compare(folder, names, unbegun):
    """Validates the report, and compares it with the results of the batches that began."""
    path = folder / "out" / "junit.xml"
    SCHEMA.assertValid(lxml.etree.parse(path))
    suites = list(junitparser.JUnitXml.fromfile(str(path)))
    assert [suite.name for suite in suites] == names
    for suite in suites:
        cases = list(suite)
        kinds = [case.result[0].__class__ if case.result else None for case in cases]
        assert suite.tests == len(cases)
        assert suite.failures == kinds.count(junitparser.Failure)
        assert suite.errors == kinds.count(junitparser.Error)
        assert suite.skipped == kinds.count(junitparser.Skipped)
        runs = [(case, kind) for case, kind in zip(cases, kinds) if case.classname.endswith(".runs")]
        if suite.name in unbegun:
            assert runs and all(kind is junitparser.Skipped for _, kind in runs)
            continue
        with open(folder / "runs" / suite.name / "summary.csv", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == len(runs)
        for row, (case, kind) in zip(rows, runs):
            assert row["run_id"].startswith(case.name[:8])
            assert kind is OUTCOMES[row["status"]], (row, case)
            if kind is junitparser.Failure:
                assert f"run: {row['run_id']}\n" in case.result[0].text


if __name__ == "__main__":
    main()
