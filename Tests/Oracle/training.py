"""Ten steps of every optimizer with every schedule and penalty, by PyTorch in float64.

    training.py

Writes training-*.csv beside this file; README.md there says what the columns are. Optimizers,
schedules and clipping are PyTorch's own classes and functions.
"""

import itertools

import numpy as np
import torch
from torch.optim import lr_scheduler

import tables

LAYERS = (3, 4, 3, 2)
ROWS, STEPS = 7, 10

# NAdam keeps the product of its momenta in the default type.
torch.set_default_dtype(torch.float64)

BETAS = dict(beta1=0.9, beta2=0.999, epsilon=1e-8)
OPTIMIZERS = [
    dict(optimizer="sgd", learning_rate=0.1),
    dict(optimizer="sgd", learning_rate=0.1, momentum=0.9),
    dict(optimizer="sgd", learning_rate=0.1, momentum=0.9, nesterov=True),
    dict(optimizer="sgd", learning_rate=0.1, momentum=0.5, weight_decay=0.05),
    dict(optimizer="adagrad", learning_rate=0.05, epsilon=1e-10),
    dict(optimizer="adagrad", learning_rate=0.1, epsilon=0.01),
    dict(optimizer="rmsprop", learning_rate=0.01, alpha=0.99, epsilon=1e-8),
    dict(optimizer="rmsprop", learning_rate=0.01, alpha=0.9, epsilon=1e-4, momentum=0.9),
    dict(optimizer="adam", learning_rate=0.01, **BETAS),
    dict(
        optimizer="adam", learning_rate=0.02, beta1=0.8, beta2=0.95, epsilon=1e-4,
        weight_decay=0.05,
    ),
    dict(optimizer="adamw", learning_rate=0.01, weight_decay=0.01, **BETAS),
    dict(
        optimizer="adamw", learning_rate=0.02, beta1=0.8, beta2=0.95, epsilon=1e-4,
        weight_decay=0.2,
    ),
    dict(optimizer="nadam", learning_rate=0.01, momentum_decay=0.004, **BETAS),
    dict(
        optimizer="nadam", learning_rate=0.02, beta1=0.8, beta2=0.95, epsilon=1e-4,
        momentum_decay=0.1,
    ),
]  # fmt: skip
# What is off, written out for the words that could have it.
OFF = {
    "sgd": dict(momentum=0.0, nesterov=False, weight_decay=0.0),
    "rmsprop": dict(momentum=0.0),
    "adam": dict(weight_decay=0.0),
}
SCHEDULES = (
    "constant", "step", "exponential", "cosine", "warmup_cosine", "one_cycle", "reduce_on_plateau",
)  # fmt: skip
PENALTIES = [
    dict(),
    dict(l1=0.01),
    dict(l2=0.02),
    dict(clip_norm=0.1),
    dict(l1=0.01, l2=0.02, clip_norm=0.2),
]
# How many rows a batch has, and for how many epochs the schedules are made.
FORMS = [dict(batch_size=3, epochs=4), dict(batch_size=ROWS, epochs=10)]

SETTINGS = (
    "batch_size", "epochs", "optimizer", "learning_rate", "momentum", "nesterov", "weight_decay",
    "alpha", "beta1", "beta2", "epsilon", "momentum_decay", "schedule", "every", "factor", "decay",
    "final", "warmup", "peak", "start", "monitor", "patience", "min_delta", "minimum", "l1", "l2",
    "clip_norm",
)  # fmt: skip


def schedule_settings(name, form, rate):
    """Numbers with which a schedule does something within ten steps."""
    by_batches = form["batch_size"] < ROWS
    settings = {
        "constant": {},
        "step": dict(every=2 if by_batches else 3, factor=0.3),
        "exponential": dict(decay=0.7),
        "cosine": dict(final=rate / 20),
        "warmup_cosine": dict(warmup=1 if by_batches else 4, final=rate / 20),
        "one_cycle": dict(peak=rate, start=rate / 25, warmup=0.3),
        "reduce_on_plateau": dict(
            monitor="train_loss", factor=0.5, patience=0 if by_batches else 2, min_delta=0.5,
            minimum=rate * 0.4,
        ),
    }  # fmt: skip
    return dict(schedule=name, **settings[name])


def cases():
    """Everything by batches of 3, and without penalties by full batches too."""
    for form, penalty, optimizer, schedule in itertools.product(
        FORMS, PENALTIES, OPTIMIZERS, SCHEDULES
    ):
        if form["batch_size"] < ROWS or not penalty:
            settings = schedule_settings(schedule, form, optimizer["learning_rate"])
            off = dict(l1=0.0, l2=0.0, **OFF.get(optimizer["optimizer"], {}))
            yield {**off, **form, **optimizer, **settings, **penalty}


def make_optimizer(case, parameters):
    get, rate = case.get, case["learning_rate"]
    common = dict(lr=rate, foreach=False)
    decay, momentum = get("weight_decay", 0), get("momentum", 0)
    if case["optimizer"] == "sgd":
        return torch.optim.SGD(
            parameters, momentum=momentum, nesterov=get("nesterov", False), weight_decay=decay,
            **common,
        )  # fmt: skip
    common["eps"] = case["epsilon"]
    if case["optimizer"] == "adagrad":
        return torch.optim.Adagrad(parameters, **common)
    if case["optimizer"] == "rmsprop":
        return torch.optim.RMSprop(parameters, alpha=case["alpha"], momentum=momentum, **common)
    common["betas"] = (case["beta1"], case["beta2"])
    if case["optimizer"] == "nadam":
        return torch.optim.NAdam(parameters, momentum_decay=case["momentum_decay"], **common)
    kind = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[case["optimizer"]]
    return kind(parameters, weight_decay=decay, **common)


def make_scheduler(case, optimizer, steps_per_epoch):
    """The scheduler, and whether it goes on after each step rather than after each epoch."""
    epochs, name = case["epochs"], case["schedule"]
    steps = epochs * steps_per_epoch
    if name == "constant":
        return lr_scheduler.ConstantLR(optimizer, factor=1), False
    if name == "step":
        return lr_scheduler.StepLR(optimizer, case["every"], case["factor"]), False
    if name == "exponential":
        return lr_scheduler.ExponentialLR(optimizer, case["decay"]), False
    if name == "cosine":
        return lr_scheduler.CosineAnnealingLR(optimizer, epochs, case["final"]), False
    if name == "warmup_cosine":
        rise = case["warmup"] * steps_per_epoch
        line = lr_scheduler.LinearLR(optimizer, 1 / (rise + 1), 1, total_iters=rise)
        cosine = lr_scheduler.CosineAnnealingLR(optimizer, steps - rise, case["final"])
        return lr_scheduler.SequentialLR(optimizer, [line, cosine], [rise]), True
    if name == "one_cycle":
        scheduler = lr_scheduler.OneCycleLR(
            optimizer, case["peak"], total_steps=steps, pct_start=case["warmup"],
            div_factor=case["peak"] / case["start"], final_div_factor=1e4, cycle_momentum=False,
        )  # fmt: skip
        return scheduler, True
    scheduler = lr_scheduler.ReduceLROnPlateau(
        optimizer, factor=case["factor"], patience=case["patience"], threshold=case["min_delta"],
        threshold_mode="abs", min_lr=case["minimum"], eps=0,
    )  # fmt: skip
    return scheduler, False


def forward(parameters, x):
    for at in range(0, len(parameters), 2):
        x = torch.nn.functional.linear(x, parameters[at], parameters[at + 1])
        x = torch.tanh(x) if at + 2 < len(parameters) else x
    return x


def penalty_of(case, parameters):
    """λ₁ Σ|w| + λ₂ Σw² over weights, without biases."""
    total = torch.zeros(())
    for weights in parameters[::2]:
        total = total + case["l1"] * weights.abs().sum()
        total = total + case["l2"] * (weights * weights).sum()
    return total


def train(case, start, x, y):
    """Gives (step, rate, loss, gradient norm, parameters after it) for each step."""
    parameters = [torch.tensor(part, requires_grad=True) for part in start]
    optimizer = make_optimizer(case, parameters)
    batches = [slice(at, at + case["batch_size"]) for at in range(0, ROWS, case["batch_size"])]
    scheduler, goes_on_by_steps = make_scheduler(case, optimizer, len(batches))
    step, history = 0, []
    while True:
        for batch in batches:
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(forward(parameters, x[batch]), y[batch])
            (loss + penalty_of(case, parameters)).backward()
            norm = torch.nn.utils.get_total_norm([p.grad for p in parameters], foreach=False)
            if "clip_norm" in case:
                torch.nn.utils.clip_grad_norm_(parameters, case["clip_norm"], foreach=False)
            rate = optimizer.param_groups[0]["lr"]
            optimizer.step()
            step += 1
            flat = torch.cat([part.detach().ravel() for part in parameters]).tolist()
            history.append((step, float(rate), loss.item(), norm.item(), flat))
            if step == STEPS:
                return history
            if goes_on_by_steps:
                scheduler.step()
        if case["schedule"] == "reduce_on_plateau":
            with torch.no_grad():
                scheduler.step(torch.nn.functional.mse_loss(forward(parameters, x), y).item())
        elif not goes_on_by_steps:
            scheduler.step()


def initial_parameters(generator):
    """Weights [outputs × inputs] and biases, of numbers that are short in decimals."""
    parts = []
    for inputs, outputs in zip(LAYERS, LAYERS[1:]):
        parts.append(np.round(generator.normal(0, 0.7, (outputs, inputs)), 3))
        parts.append(np.round(generator.normal(0, 0.3, outputs), 3))
    return parts


def main():
    generator = np.random.default_rng(20)
    start = initial_parameters(generator)
    data = np.round(generator.normal(0, 1, (ROWS, LAYERS[0])), 3)
    targets = np.round(generator.normal(0, 1, (ROWS, LAYERS[-1])), 3)
    x, y = torch.from_numpy(data), torch.from_numpy(targets)

    tables.write(
        "training-data.csv",
        [f"x{i}" for i in range(LAYERS[0])] + [f"y{i}" for i in range(LAYERS[-1])],
        np.hstack([data, targets]).tolist(),
    )
    initial = []
    for at, part in enumerate(start):
        kind = "bias" if at % 2 else "weight"
        for place, value in np.ndenumerate(part):
            source = place[1] if len(place) == 2 else None
            initial.append([len(initial), at // 2, kind, place[0], source, float(value)])
    tables.write(
        "training-initial.csv", ["index", "layer", "kind", "output", "input", "value"], initial
    )

    settings, steps, weights = [], [], []
    for number, case in enumerate(cases()):
        assert set(case) <= set(SETTINGS), case
        settings.append([number] + [case.get(name) for name in SETTINGS])
        history = train(case, start, x, y)
        check(case, history)
        for step, rate, loss, norm, flat in history:
            steps.append([number, step, rate, loss, norm])
            if step == STEPS or (step <= 2 and case["schedule"] == "constant"):
                weights.append([number, step, *flat])
    tables.write("training-cases.csv", ["case", *SETTINGS], settings)
    columns = ["case", "step", "learning_rate", "loss", "gradient_norm"]
    tables.write("training-steps.csv", columns, steps)
    columns = ["case", "step"] + [f"p{index}" for index in range(len(initial))]
    tables.write("training-weights.csv", columns, weights)


def check(case, history):
    """A setting that does nothing would test nothing."""
    rates = {rate for _, rate, _, _, _ in history}
    assert (len(rates) == 1) == (case["schedule"] == "constant"), (case, rates)
    if "clip_norm" in case:
        assert any(norm > case["clip_norm"] for _, _, _, norm, _ in history), case


if __name__ == "__main__":
    main()
