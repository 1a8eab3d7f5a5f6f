"""Writes diabetes.csv beside this file, from the copy that comes with scikit-learn, in its first units.

    diabetes.py
"""

import pathlib

from sklearn.datasets import load_diabetes

# What scikit-learn calls s1 … s6.
SERUM = ["cholesterol", "ldl", "hdl", "cholesterol_per_hdl", "log_triglycerides", "glucose"]


def main():
    diabetes = load_diabetes(scaled=False)
    lines = [",".join([*diabetes.feature_names[:4], *SERUM, "progression"])]
    for row, progression in zip(diabetes.data, diabetes.target):
        lines.append(",".join(f"{value:g}" for value in [*row, progression]))
        assert [float(field) for field in lines[-1].split(",")] == [*row, progression]
    pathlib.Path(__file__).with_suffix(".csv").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
