"""The table on the terminal, the CSV file, and the section of docs/Performance.md."""

import csv
import dataclasses
import os
import platform
import statistics

BEGIN = "<!-- results: begin; `make bench RECORD=1` writes them -->"
END = "<!-- results: end -->"


@dataclasses.dataclass
class Row:
    """One contender on one workload and number of cores; seconds are lists of measurements."""

    workload: str
    cores: int
    program: str
    training: list
    process: list
    processes: int
    flops: float
    peak: float = None
    version: str = ""
    loss: float = None
    note: str = ""
    is_nn_run: bool = False
    # Minima of the fastest peer.
    best_training: float = None
    best_process: float = None

    @property
    def share_of_peak(self):
        if not self.training or not self.peak:
            return None
        return self.flops / min(self.training) / (self.peak * 1e9)


HEADINGS = (
    "program", "training", "median", "× best peer", "of peak", "process", "median", "× best peer",
    "n", "note",
)  # fmt: skip
TEXTS = ("program", "note")


def rank(rows):
    """Tells each row what the fastest peer took, and puts the fastest first."""
    peers = [row for row in rows if not row.is_nn_run]
    trainings = [min(row.training) for row in peers if row.training]
    processes = [min(row.process) for row in peers if row.process]
    for row in rows:
        row.best_training = min(trainings, default=None)
        row.best_process = min(processes, default=None)
    rows.sort(key=lambda row: min(row.training or row.process, default=float("inf")))


def seconds(value):
    """Three digits, with the unit that suits them."""
    if value is None:
        return ""
    if value >= 1000:
        return f"{value:.0f} s"
    for unit, size in (("s", 1), ("ms", 1e-3)):
        if value >= size:
            return f"{value / size:#.3g}".rstrip(".") + " " + unit
    return f"{value * 1e6:#.3g}".rstrip(".") + " µs"


def ratio(values, best):
    if not values or not best:
        return ""
    value = min(values) / best
    return f"{value:.0f}" if value >= 100 else f"{value:#.3g}"


def cells(row):
    share = row.share_of_peak
    middle = statistics.median
    return (
        row.program,
        seconds(min(row.training, default=None)),
        seconds(middle(row.training) if row.training else None),
        ratio(row.training, row.best_training),
        "" if share is None else f"{share:.1%}",
        seconds(min(row.process, default=None)),
        seconds(middle(row.process) if row.process else None),
        ratio(row.process, row.best_process),
        str(row.processes or ""),
        row.note,
    )


def title(rows):
    row = rows[0]
    cores = "1 core" if row.cores == 1 else f"{row.cores} cores"
    peak = f", peak {row.peak:.0f} GFLOP/s" if row.peak else ""
    return f"{row.workload}, {cores}{peak}"


def aligned(rows):
    """Lines in which the columns stand below each other; the note comes last, as it is long."""
    table = [HEADINGS, *map(cells, rows)]
    widths = [max(len(line[column]) for line in table) for column in range(len(HEADINGS))]
    lines = []
    for line in table:
        parts = [
            cell.ljust(width) if heading in TEXTS else cell.rjust(width)
            for heading, cell, width in zip(HEADINGS, line, widths)
        ]
        lines.append(("  " + "  ".join(parts)).rstrip())
    return "\n".join(lines)


def text(groups):
    return "\n\n".join(f"{title(rows)}\n{aligned(rows)}" for rows in groups)


def markdown(groups):
    parts = []
    for rows in groups:
        lines = [f"### {title(rows)}", "", "| " + " | ".join(HEADINGS) + " |"]
        lines.append("|" + "".join("---|" if h in TEXTS else "--:|" for h in HEADINGS))
        lines += ["| " + " | ".join(cells(row)) + " |" for row in rows]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def print_table(title, headings, rows):
    """A table of Markdown whose columns stand below each other."""
    table = [headings, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(headings))]
    lines = [" | ".join(cell.rjust(width) for cell, width in zip(row, widths)) for row in table]
    rule = " | ".join("-" * (width - 1) + ":" for width in widths)
    print(f"{title}:\n")
    for line in (lines[0], rule, *lines[1:]):
        print(f"| {line} |")
    print(flush=True)


def write_csv(path, groups, machine, date):
    columns = (
        "workload", "cores", "program", "version", "training_min", "training_median",
        "training_count", "training_to_best_peer", "process_min", "process_median",
        "process_count", "process_to_best_peer", "peak_gflops", "share_of_peak", "loss", "note",
        "machine", "date",
    )  # fmt: skip
    with open(path, "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns)
        for row in (row for rows in groups for row in rows):
            table.writerow(
                [row.workload, row.cores, row.program, row.version]
                + spread(row.training, row.best_training)
                + spread(row.process, row.best_process)
                + [row.peak, row.share_of_peak, row.loss, row.note, machine, date]
            )


def spread(values, best):
    if not values:
        return [None, None, 0, None]
    ratio = min(values) / best if best else None
    return [min(values), statistics.median(values), len(values), ratio]


def record(path, groups, machine, date, remarks):
    """Puts the results between the marks of docs/Performance.md."""
    whole = path.read_text()
    before, rest = whole.split(BEGIN)
    _, after = rest.split(END)
    versions = {
        f"{row.program} {row.version}"
        for rows in groups
        for row in rows
        if row.version and "," not in row.program and "compiled" not in row.program
    }
    head = f"Measured on {date}, on {machine}."
    peers = f" Peers: {', '.join(sorted(versions))}." if versions else ""
    body = "\n".join([head + peers, "", markdown(groups), *("", *remarks)]).rstrip()
    path.write_text(f"{before}{BEGIN}\n\n{body}\n\n{END}{after}")


def machine():
    """The machine's kind, without its name."""
    model, flags = platform.processor() or platform.machine(), ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo") as file:
            fields = dict(
                (part.strip() for part in line.split(":", 1)) for line in file if ":" in line
            )
        family = ", ".join(
            f"{name} {fields[key]}"
            for name, key in (("family", "cpu family"), ("model", "model"))
            if key in fields
        )
        model = fields.get("model name", model) + (f" ({family})" if family else "")
        has = fields.get("flags", "").split()
        flags = ", AVX-512" if "avx512f" in has else ", AVX2" if "avx2" in has else ""
    return f"{model}, {os.cpu_count()} cores{flags}, {platform.system()}"
