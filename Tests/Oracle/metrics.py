"""Metrics of random outputs, by scikit-learn.

    metrics.py

Writes metrics.csv, metric-rows.csv, confusion.csv, class-scores.csv and target-scores.csv beside this
file; README.md there says what the columns are.
Among them are outputs with ties, classes that no row has or that are never predicted, and constants.
"""

import warnings

import numpy as np
from sklearn import metrics as m

import tables

NOTHING = float("nan")


def scores(generator, shape, ties):
    """Numbers in 0 … 1 that are exact in float32; with ties, multiples of 1/8."""
    if ties:
        return generator.integers(0, 9, shape) / 8
    return generator.random(shape, np.float32).astype(np.float64)


def area(targets, values):
    """The area under the curve of one class, or not a number where all rows are of one kind."""
    if targets.min() == targets.max():
        return NOTHING
    return m.roc_auc_score(targets, values)


def mean_area(areas):
    """The mean of the areas that are defined; 0 where none is."""
    defined = [area for area in areas if not np.isnan(area)]
    return np.mean(defined) if defined else 0.0


def counted(targets, predicted, **average):
    """Precision, recall and F1; a division by zero is 0."""
    how = dict(zero_division=0, **average)
    return dict(
        precision=m.precision_score(targets, predicted, **how),
        recall=m.recall_score(targets, predicted, **how),
        f1=m.f1_score(targets, predicted, **how),
    )


def binary(values, targets):
    t, predicted = targets[:, 0].astype(int), (values[:, 0] > 0.5).astype(int)
    return dict(
        accuracy=m.accuracy_score(t, predicted),
        **counted(t, predicted, average="binary"),
        auc=mean_area([area(t, values[:, 0])]),
    )


def multiclass(values, targets):
    t, predicted = targets.argmax(1), values.argmax(1)
    classes = list(range(values.shape[1]))
    areas = [area(targets[:, k].astype(int), values[:, k]) for k in classes]
    if len(classes) > 2 and len(set(t)) == len(classes) and values.sum(1).all():
        shares = values / values.sum(1, keepdims=True)
        areas_of_shares = [area(targets[:, k].astype(int), shares[:, k]) for k in classes]
        whole = m.roc_auc_score(t, shares, multi_class="ovr", average="macro")
        assert abs(whole - np.mean(areas_of_shares)) < 1e-15
    return dict(
        accuracy=m.accuracy_score(t, predicted),
        **counted(t, predicted, average="macro"),
        auc=mean_area(areas),
    )


def multilabel(values, targets):
    t, predicted = targets.astype(int), (values > 0.5).astype(int)
    areas = [area(t[:, k], values[:, k]) for k in range(t.shape[1])]
    return dict(
        accuracy=m.accuracy_score(t, predicted),
        **counted(t, predicted, average="macro"),
        auc=mean_area(areas),
    )


def regression(values, targets):
    return dict(
        mae=m.mean_absolute_error(targets, values),
        rmse=m.mean_squared_error(targets, values) ** 0.5,
        r2=m.r2_score(targets, values) if len(targets) > 1 else NOTHING,
    )


def classified(task, values, targets):
    """The classes of rows, or their labels, as they are and as they are predicted; all that there are."""
    if task is multiclass:
        return targets.argmax(1), values.argmax(1), list(range(values.shape[1]))
    t, predicted = targets.astype(int), (values > 0.5).astype(int)
    return (t[:, 0], predicted[:, 0], [0, 1]) if task is binary else (t, predicted, None)


def confusion(task, values, targets):
    """(actual, predicted, count) for the pairs that occur"""
    t, predicted, classes = classified(task, values, targets)
    matrix = m.confusion_matrix(t, predicted, labels=classes)
    return [[*pair, int(count)] for pair, count in np.ndenumerate(matrix) if count > 0]


def class_scores(task, values, targets):
    """(class or label, rows, predicted, precision, recall, f1)"""
    t, predicted, classes = classified(task, values, targets)
    precision, recall, f1, rows = m.precision_recall_fscore_support(
        t, predicted, labels=classes, average=None, zero_division=0
    )
    if classes is None:
        counts = predicted.sum(0)
    else:
        counts = np.bincount(predicted, minlength=len(classes))
    counted_rows = zip(range(len(rows)), rows.astype(int).tolist(), counts.tolist())
    return [[*counts, *scores] for counts, *scores in zip(counted_rows, precision, recall, f1)]


def target_scores(values, targets):
    """(target, mae, rmse, r2)"""
    raw = dict(multioutput="raw_values")
    mae = m.mean_absolute_error(targets, values, **raw)
    rmse = m.mean_squared_error(targets, values, **raw) ** 0.5
    r2 = m.r2_score(targets, values, **raw) if len(targets) > 1 else [None] * len(mae)
    return [list(row) for row in zip(range(len(mae)), mae, rmse, r2)]


def cases(generator):
    """(name, task's function, values, targets)"""
    for rows in (1, 2, 9, 30):
        for ties in (False, True):
            name = f"{rows} rows{' with ties' if ties else ''}"
            t = (generator.random((rows, 1)) < 0.4).astype(float)
            yield name, binary, scores(generator, (rows, 1), ties), t
            for outputs in (2, 3, 5):
                t = np.eye(outputs)[generator.integers(outputs, size=rows)]
                yield name, multiclass, scores(generator, (rows, outputs), ties), t
            t = (generator.random((rows, 3)) < 0.5).astype(float)
            yield name, multilabel, scores(generator, (rows, 3), ties), t
            for outputs in (1, 3):
                t = scores(generator, (rows, outputs), ties) * 8 - 4
                yield name, regression, t + scores(generator, t.shape, ties) - 0.5, t
    half = np.full((6, 1), 0.5)
    mixed = np.array([[0.0], [1], [1], [0], [1], [0]])
    some = scores(generator, (6, 1), False)
    yield "constant output", binary, half, mixed
    yield "no row is positive", binary, some, np.zeros((6, 1))
    yield "every row is positive", binary, some, np.ones((6, 1))
    yield "none is called positive", binary, some / 2, mixed
    yield "perfect", binary, mixed * 0.5 + 0.25, mixed
    yield "upside down", binary, 0.75 - mixed * 0.5, mixed
    hot, wide = np.eye(4)[[0, 1, 3, 3, 1, 0]], scores(generator, (6, 4), True)
    yield "a class without rows", multiclass, wide, hot
    never = wide.copy()
    never[:, 2] = 0
    yield "a class without rows that is never predicted", multiclass, never, hot
    yield "constant output", multiclass, np.full((6, 4), 0.25), np.eye(4)[[0, 1, 2, 3, 1, 0]]
    yield "perfect", multiclass, hot, hot
    labels = (wide > 0.4).astype(float)
    yield "an output that is never set", multilabel, wide, labels * [1, 1, 1, 0]
    yield "constant output", multilabel, np.full((6, 4), 0.5), labels
    line = np.arange(6.0)[:, None]
    yield "constant targets", regression, line, np.ones((6, 1))
    yield "constant targets that are met", regression, np.ones((6, 1)), np.ones((6, 1))
    yield "constant output", regression, np.ones((6, 1)), line
    yield "one constant target of two", regression, np.hstack([line, line]), np.hstack(
        [line[::-1], np.ones((6, 1))]
    )
    yield "perfect", regression, line, line


def main():
    warnings.simplefilter("ignore")  # of divisions by zero, which are what is asked for
    generator = np.random.default_rng(23)
    results, rows, pairs, classes, quantities = [], [], [], [], []
    for case, (name, task, values, targets) in enumerate(cases(generator)):
        for metric, value in task(values, targets).items():
            value = None if np.isnan(value) else value
            results.append([case, name, task.__name__, *values.shape, metric, value])
        for (row, output), value in np.ndenumerate(values):
            rows.append([case, row, output, value, targets[row, output]])
        if task is regression:
            quantities += [[case, *row] for row in target_scores(values, targets)]
            continue
        classes += [[case, *row] for row in class_scores(task, values, targets)]
        if task is not multilabel:
            pairs += [[case, *row] for row in confusion(task, values, targets)]
    columns = ["case", "name", "task", "rows", "outputs", "metric", "value"]
    tables.write("metrics.csv", columns, results)
    tables.write("metric-rows.csv", ["case", "row", "output", "value", "target"], rows)
    tables.write("confusion.csv", ["case", "actual", "predicted", "count"], pairs)
    columns = ["case", "class", "rows", "predicted", "precision", "recall", "f1"]
    tables.write("class-scores.csv", columns, classes)
    tables.write("target-scores.csv", ["case", "target", "mae", "rmse", "r2"], quantities)


if __name__ == "__main__":
    main()
