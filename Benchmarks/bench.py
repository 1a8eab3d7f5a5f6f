"""Measures nn-run and its peers, turn and turn about, and prints one table.

    bench.py --programs FOLDER --environment FOLDER [--rounds N] [--workloads "…"] [--peers "…"]
             [--csv FILE] [--record FILE]

`make bench` calls it. docs/Performance.md says how it measures.
"""

import contextlib
import dataclasses
import datetime
import pathlib
import subprocess
import sys

import contenders
import measure
import report
from workloads import WORKLOADS

# Where a measurement takes longer than so many seconds, so many rounds are enough.
LONG, FEW = 2, 5


def main():
    options = read_options()
    measure.interrupt_on_termination()
    python = options.environment / "bin" / "python"
    programs = options.environment / "programs"
    if not python.exists():
        python = pathlib.Path(sys.executable)
    subprocess.run([python, contenders.HERE / "datasets.py"], check=True)
    found, missing = contenders.peers(python, programs)
    if options.peers is not None:
        found = [peer for peer in found if any(name in peer.name for name in options.peers)]
    for sentence in missing:
        say(f"left out: {sentence}")
    if not found:
        say("measuring nn-run alone")
    everyone = [contenders.NNRun(options.programs), *found]
    machine = measure.Machine()
    groups, skipped = [], []
    for name in options.workloads:
        workload = WORKLOADS[name]
        for cores in workload.cores:
            if cores > len(machine.cores):
                skipped.append(f"{name} on {cores} cores is left out: there are not so many.")
                continue
            taking_part = [one for one in everyone if one.takes_part(workload)]
            rows = compete(workload, cores, taking_part, machine, options)
            groups.append(rows)
            print(f"{report.text([rows])}\n", flush=True)
    remarks = skipped + machine_remarks(machine) + data_remark()
    for remark in remarks:
        print(remark)
    kind, date = report.machine(), datetime.date.today().isoformat()
    report.write_csv(options.csv, groups, kind, date)
    print(f"Also in {options.csv}.")
    if options.record:
        report.record(options.record, groups, kind, date, remarks)
        print(f"Recorded in {options.record}.")


def compete(workload, cores, everyone, machine, options):
    """One row for each contender, from rounds in which each takes its turn."""
    samples = {one.name: [] for one in everyone}
    failures, slow, peaks = {}, set(), []
    with machine.pinned(cores):
        for turn in range(options.rounds):
            going = [
                one
                for one in everyone
                if one.name not in failures and not (one.name in slow and turn >= FEW)
            ]
            for one in going:
                progress(f"{workload.name}, {cores} cores, round {turn + 1}: {one.name}")
                try:
                    with watch(one, machine):
                        sample = one.sample(workload, cores)
                except measure.Failure as failure:
                    failures[one.name] = f"failed: {failure}"
                    continue
                samples[one.name].append(sample)
                if sample.cost > LONG:
                    slow.add(one.name)
            peaks += measured_peak(options.programs)
    progress("")
    rows = []
    for one in everyone:
        rows += rows_of(one, workload, cores, samples[one.name], failures.get(one.name, ""), peaks)
    report.rank(rows)
    return rows


def rows_of(one, workload, cores, samples, failure, peaks):
    """The contender's row, and one for nn-run without its evaluations."""
    joined = lambda part: [value for sample in samples for value in getattr(sample, part)]
    last = samples[-1] if samples else contenders.Sample([], [])
    row = report.Row(
        workload=workload.name,
        cores=cores,
        program=one.name,
        training=joined("training"),
        process=joined("process"),
        processes=len(samples),
        flops=workload.flops,
        peak=max(peaks, default=None),
        version=last.version,
        loss=last.loss,
        note=failure or last.note,
        is_nn_run=isinstance(one, contenders.NNRun),
    )
    steps = joined("steps")
    if not steps:
        return [row]
    alone = dataclasses.replace(
        row, program=f"{one.name}, steps alone", training=steps, process=[], version="", loss=None
    )
    return [row, alone]


def watch(one, machine):
    """nn-run's turns tell how busy others are: some peers' processes look like those of others."""
    is_nn_run = isinstance(one, contenders.NNRun)
    return machine.watching_others() if is_nn_run else contextlib.nullcontext()


def measured_peak(programs):
    """GFLOP/s of all cores that may be used; nothing where there is no nn-run-bench."""
    try:
        return [measure.json_line(measure.run([programs / "nn-run-bench", "peak"]).output)["gflops"]]
    except measure.Failure:
        return []


def machine_remarks(machine):
    """What the machine did that makes times worth less."""
    remarks = []
    if not machine.can_pin:
        remarks.append("This system binds no program to cores: all could use every core.")
    if machine.load_by_others >= 0.15:
        load = f"{machine.load_by_others:.1f}"
        remarks.append(f"Other programs kept {load} cores busy: do not trust these times.")
    return remarks


def data_remark():
    marks = sorted(contenders.DATA.glob("*-stands-in"))
    names = " and ".join(mark.name.removesuffix("-stands-in") for mark in marks)
    return [f"Random numbers stood in for the data of {names}."] if names else []


def read_options():
    parser = measure.option_parser(__doc__, rounds=20)
    parser.add_argument("--environment", type=measure.folder, required=True)
    parser.add_argument("--workloads", type=str.split, default=list(WORKLOADS))
    parser.add_argument("--peers", type=str.split)
    parser.add_argument("--csv", type=pathlib.Path, default=contenders.HERE / "results.csv")
    parser.add_argument("--record", type=pathlib.Path)
    options = parser.parse_args()
    unknown = [name for name in options.workloads if name not in WORKLOADS]
    if unknown:
        parser.error(f'unknown workload "{unknown[0]}"; there are: {" ".join(WORKLOADS)}')
    if options.record and (options.peers or set(options.workloads) != set(WORKLOADS)):
        parser.error("results are recorded for all workloads and peers together")
    return options


def say(text):
    print(f"bench: {text}", file=sys.stderr)


def progress(text):
    """Shows on a terminal what is being measured."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(130)
