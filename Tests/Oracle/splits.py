"""Splits, class weights and the scores of small models, by scikit-learn.

    splits.py

Of data sets that come with scikit-learn it writes split-data.csv, split-folds.csv and split-shares.csv
beside this file, and model-metrics.csv and model-rows.csv; README.md there says what the columns are.
"""

import math
import warnings

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_iris, load_wine
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import KFold, StratifiedKFold, train_test_split
from sklearn.utils.class_weight import compute_class_weight

import metrics
import tables

# Each with how many rows are taken of it.
DATA = [
    ("iris", load_iris, [31, 97, 150]),
    ("wine", load_wine, [31, 97, 178]),
    ("breast_cancer", load_breast_cancer, [31, 97, 569]),
    ("digits", load_digits, [200, 1797]),
]
FOLDS = [2, 3, 5, 10]
SHARES = [0.1, 0.2, 0.25, 0.3, 0.5]
MOST_CLASSES = 10


def wide(values):
    """As many values as there can be classes, the last of them nothing."""
    return [value.item() for value in values] + [None] * (MOST_CLASSES - len(values))


def columns(letter):
    return [f"{letter}{index}" for index in range(MOST_CLASSES)]


def write_splits():
    sizes, folds, shares = [], [], []
    for name, load, counts in DATA:
        targets = load().target
        classes = len(np.unique(targets))
        generator = np.random.default_rng(len(targets))
        for rows in counts:
            # Sorted, as StratifiedKFold deals classes in the order in which it meets them.
            chosen = np.sort(generator.choice(targets, rows, replace=False))
            sizes.append([name, rows, *wide(np.bincount(chosen, minlength=classes))])
            for count in FOLDS:
                folds += [[name, rows, count, *fold] for fold in dealt(chosen, count, classes)]
            shares += [[name, rows, *share] for share in held_back(chosen, classes)]
    tables.write("split-data.csv", ["data", "rows", *columns("c")], sizes)
    names = ["data", "rows", "folds", "fold", "unstratified", *columns("c"), *columns("w")]
    tables.write("split-folds.csv", names, folds)
    tables.write("split-shares.csv", ["data", "rows", "share", "held", *columns("c")], shares)


def dealt(targets, count, classes):
    """(fold, rows of an unstratified one, rows of each class, weight of each class in training)"""
    empty = np.zeros((len(targets), 1))
    plain = [len(held) for _, held in KFold(count).split(empty)]
    parts = StratifiedKFold(count).split(empty, targets)
    for fold, (train, held) in enumerate(parts):
        weights = compute_class_weight(
            "balanced", classes=np.arange(classes), y=targets[train])
        of_each = np.bincount(targets[held], minlength=classes)
        yield [fold + 1, plain[fold], *wide(of_each), *wide(weights)]


def held_back(targets, classes):
    """(share, rows, rows of each class)"""
    for share in SHARES:
        # scikit-learn would round up.
        count = math.floor(share * len(targets) + 0.5)
        _, held = train_test_split(targets, test_size=count, stratify=targets, random_state=0)
        yield [share, count, *wide(np.bincount(held, minlength=classes))]


def models():
    """(name, task's function, outputs, targets) for the rows of a fold that a model has not seen"""
    for name, load, inputs in [("iris", load_iris, 2), ("wine", load_wine, 3)]:
        data = load()
        train, held = next(StratifiedKFold(5).split(data.data, data.target))
        model = LogisticRegression(max_iter=10_000).fit(data.data[train, :inputs], data.target[train])
        outputs = np.round(model.predict_proba(data.data[held, :inputs]), 6)
        whole = roc_auc_score(data.target[held], outputs, multi_class="ovr", average="macro")
        targets = np.eye(outputs.shape[1])[data.target[held]]
        assert abs(metrics.multiclass(outputs, targets)["auc"] - whole) < 1e-15
        yield name, metrics.multiclass, outputs, targets
    data = load_breast_cancer()
    train, held = next(StratifiedKFold(5).split(data.data, data.target))
    model = LogisticRegression(max_iter=10_000).fit(data.data[train, :2], data.target[train])
    outputs = np.round(model.predict_proba(data.data[held, :2])[:, 1:], 6)
    yield "breast_cancer", metrics.binary, outputs, data.target[held, None].astype(float)
    data = load_diabetes()
    train, held = next(KFold(5).split(data.data))
    model = LinearRegression().fit(data.data[train], data.target[train])
    outputs = np.round(model.predict(data.data[held]), 6)[:, None]
    yield "diabetes", metrics.regression, outputs, data.target[held, None]


def write_models():
    scores, rows = [], []
    for case, (name, task, outputs, targets) in enumerate(models()):
        for metric, value in task(outputs, targets).items():
            scores.append([case, name, task.__name__, *outputs.shape, metric, value])
        for (row, output), value in np.ndenumerate(outputs):
            rows.append([case, row, output, value, targets[row, output]])
    tables.write(
        "model-metrics.csv", ["case", "name", "task", "rows", "outputs", "metric", "value"], scores)
    tables.write("model-rows.csv", ["case", "row", "output", "value", "target"], rows)


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # of classes with fewer rows than there are folds
    write_splits()
    write_models()
