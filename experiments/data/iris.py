"""Writes iris.csv beside this file, from the copy of Fisher's irises that comes with scikit-learn.

    iris.py
"""

import pathlib

from sklearn.datasets import load_iris


def main():
    iris = load_iris()
    names = [name.removesuffix(" (cm)").replace(" ", "_") for name in iris.feature_names]
    lines = [",".join([*names, "species"])]
    for measures, kind in zip(iris.data, iris.target):
        lines.append(",".join([*map(str, measures), iris.target_names[kind]]))
    pathlib.Path(__file__).with_suffix(".csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
