"""Inputs of CSV files as scikit-learn prepares them.

    encoding.py

Of three data sets that come with scikit-learn it takes a few rows, blanks some cells, makes texts of a
column, and writes encoding-iris.csv, encoding-wine.csv and encoding-diabetes.csv beside this file; and to
encoding.csv what becomes of the inputs: missing numbers are the mean of their column, numbers are
scaled, and texts are one-hot, in their order.
"""

import numpy as np
from sklearn.datasets import load_diabetes, load_iris, load_wine
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import MinMaxScaler, OneHotEncoder, StandardScaler

import tables

ROWS = 40
COLUMNS = 5
SCALERS = {"standard": StandardScaler, "minmax": MinMaxScaler}
# In another order than that of the numbers, and with other bytes than ASCII's.
WORDS = ["low", "Mid", "high", "ébène"]


def main():
    loaders = {"iris": load_iris, "wine": load_wine, "diabetes": load_diabetes}
    rows, width = [], 0
    for seed, (name, load) in enumerate(loaders.items()):
        data = load()
        generator = np.random.default_rng(seed)
        chosen = np.sort(generator.choice(len(data.target), ROWS, replace=False))
        inputs = data.data[chosen][:, :COLUMNS]
        # The second column becomes texts.
        texts = words(inputs[:, 1])
        numbers = np.delete(inputs, 1, axis=1)
        numbers[generator.random(numbers.shape) < 0.1] = np.nan
        write_data(name, numbers, texts, data.target[chosen])
        for normalization in SCALERS:
            encoded = encode(numbers, texts, normalization)
            width = max(width, encoded.shape[1])
            rows += [[name, normalization, row, *values] for row, values in enumerate(encoded)]
    columns = ["data", "normalize", "row"] + [f"x{column}" for column in range(width)]
    rows = [row + [None] * (len(columns) - len(row)) for row in rows]
    tables.write("encoding.csv", columns, rows)


def words(values):
    """For each value the word of its quarter of all."""
    quarters = np.searchsorted(np.quantile(values, [0.25, 0.5, 0.75]), values)
    return [WORDS[quarter] for quarter in quarters]


def write_data(name, numbers, texts, targets):
    rows = [
        [row[0], text, *row[1:], target.item()]
        for row, text, target in zip(
            [[None if np.isnan(x) else x for x in row] for row in numbers], texts, targets
        )
    ]
    tables.write(
        f"encoding-{name}.csv", ["a", "text", *"bcdefgh"[: numbers.shape[1] - 1], "y"], rows)


def encode(numbers, texts, normalization):
    """The first number, the texts as zeros and a one, and the other numbers."""
    filled = SimpleImputer(strategy="mean").fit_transform(numbers)
    scaled = SCALERS[normalization]().fit_transform(filled)
    one_hot = OneHotEncoder(sparse_output=False).fit_transform(np.array(texts)[:, None])
    return np.hstack([scaled[:, :1], one_hot, scaled[:, 1:]])


if __name__ == "__main__":
    main()
