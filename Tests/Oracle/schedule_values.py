#!/usr/bin/env python3
"""Learning rates for Tests/ExperimentsTests, as PyTorch's schedulers give them.

    python3 Tests/Oracle/schedule_values.py

writes ScheduleValues.swift there. It needs torch.
"""

import pathlib
import warnings

import torch
from torch.optim import lr_scheduler

warnings.filterwarnings("ignore")
folder = pathlib.Path(__file__).parent.parent / "ExperimentsTests"


def rates(rate, count, scheduler, scores=None):
    """The rate of each of so many steps of a scheduler."""
    optimizer = torch.optim.SGD([torch.zeros(1, dtype=torch.float64)], lr=rate)
    made = scheduler(optimizer)
    found = []
    for index in range(count):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if index + 1 < count:
            made.step(*([scores[index]] if scores else []))
    return found


def warmup_cosine(warmup, steps, final):
    return lambda optimizer: lr_scheduler.SequentialLR(
        optimizer,
        [
            lr_scheduler.LinearLR(optimizer, start_factor=1 / (warmup + 1), total_iters=warmup),
            lr_scheduler.CosineAnnealingLR(optimizer, T_max=steps - warmup, eta_min=final),
        ],
        milestones=[warmup],
    )


def one_cycle(steps, peak, warmup, divisor=25):
    return lambda optimizer: lr_scheduler.OneCycleLR(
        optimizer, peak, total_steps=steps, pct_start=warmup, div_factor=divisor,
        cycle_momentum=False,
    )


def plateau(**settings):
    return lambda optimizer: lr_scheduler.ReduceLROnPlateau(
        optimizer, threshold_mode="abs", eps=0, **settings
    )


SCORES = [1.0, 0.8, 0.7995, 0.79, 0.9, float("nan"), 0.7, 0.7, 0.70001, 0.69995, 0.6999, 0.8]
SCORES += [0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]
LOSS = ('"monitor"', '.text("train_loss")')

# word, settings, epochs, steps in an epoch, rate, scores, rates
CASES = [
    ("step", {"every": 3}, 11, 1, 0.3, [],
     rates(0.3, 11, lambda o: lr_scheduler.StepLR(o, 3))),
    ("step", {"every": 10, "factor": 0.7}, 100, 1, 0.1, [],
     rates(0.1, 100, lambda o: lr_scheduler.StepLR(o, 10, gamma=0.7))),
    ("exponential", {"decay": 0.93}, 60, 1, 0.5, [],
     rates(0.5, 60, lambda o: lr_scheduler.ExponentialLR(o, 0.93))),
    ("cosine", {}, 30, 1, 0.1, [],
     rates(0.1, 30, lambda o: lr_scheduler.CosineAnnealingLR(o, 30))),
    ("cosine", {"final": 0.01}, 13, 1, 0.2, [],
     rates(0.2, 13, lambda o: lr_scheduler.CosineAnnealingLR(o, 13, eta_min=0.01))),
    ("warmup_cosine", {"warmup": 2.0}, 9, 7, 0.4, [], rates(0.4, 63, warmup_cosine(14, 63, 0))),
    ("warmup_cosine", {"warmup": 1.5, "final": 0.02}, 5, 4, 0.1, [],
     rates(0.1, 20, warmup_cosine(6, 20, 0.02))),
    ("one_cycle", {"peak": 0.8}, 10, 5, 0.1, [], rates(0.1, 50, one_cycle(50, 0.8, 0.3))),
    ("one_cycle", {"warmup": 0.45, "start": 0.05}, 13, 1, 0.5, [],
     rates(0.5, 13, one_cycle(13, 0.5, 0.45, divisor=10))),
    ("reduce_on_plateau", {"patience": 1}, 20, 1, 0.1, SCORES,
     rates(0.1, 20, plateau(patience=1, threshold=1e-4), SCORES)),
    ("reduce_on_plateau",
     {"patience": 0, "factor": 0.5, "min_delta": 0.01, "minimum": 0.002}, 20, 1, 0.1, SCORES,
     rates(0.1, 20, plateau(patience=0, factor=0.5, threshold=0.01, min_lr=0.002), SCORES)),
]  # fmt: skip


def rows(values, indent, width=100):
    """Values separated by commas, in lines that are not too long."""
    lines, line = [], " " * indent
    for value in values:
        if len(line) + len(value) + 2 > width:
            lines.append(line.rstrip())
            line = " " * indent
        line += value + ", "
    return "\n".join(lines + [line.rstrip()]) + "\n"


def number(value):
    return ".nan" if value != value else repr(float(value))


text = "// Written by Tests/Oracle/schedule_values.py with PyTorch. Not to be edited.\n\n"
text += "import Experiments\nimport Vocabulary\n\n"
text += "/// Learning rates that do not come from the code that is tested.\n"
text += "enum ScheduleValues {\n  /// What a schedule gives.\n  struct Case {\n"
text += "    let schedule: SpecValue\n    let epochs: Int\n    let stepsPerEpoch: Int\n"
text += "    let rate: Double\n    let scores: [Double]\n    let rates: [Double]\n  }\n\n"
text += "  /// The rates of all steps, and the scores after each epoch where they are looked at.\n"
text += "  static let cases: [Case] = [\n"
for name, settings, epochs, steps, rate, scores, found in CASES:
    members = [LOSS] if name == "reduce_on_plateau" else []
    for key, value in settings.items():
        kind = "integer" if isinstance(value, int) else "number"
        members.append((f'"{key}"', f".{kind}({value!r})"))
    text += f'    Case(\n      schedule: word(\n        "{name}",\n        ['
    inline = ", ".join(f"{key}: {value}" for key, value in members) or ":"
    lines = "".join(f"          {key}: {value},\n" for key, value in members)
    text += (inline if len(members) < 2 else f"\n{lines}        ") + "]),\n"
    text += f"      epochs: {epochs}, stepsPerEpoch: {steps}, rate: {rate!r},\n      scores: ["
    text += ("\n" + rows([number(score) for score in scores], 8) + "      " if scores else "")
    text += "],\n      rates: [\n" + rows([number(value) for value in found], 8) + "      ]),\n"
text += "  ]\n}\n"
(folder / "ScheduleValues.swift").write_text(text)
