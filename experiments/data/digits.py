"""Writes digits.npy beside this file, from the copy of the digits that comes with scikit-learn.

    digits.py
"""

import gzip
import importlib.util
import pathlib

import numpy as np


def main():
    package = importlib.util.find_spec("sklearn").submodule_search_locations[0]
    with gzip.open(pathlib.Path(package) / "datasets" / "data" / "digits.csv.gz", "rt") as file:
        table = np.loadtxt(file, delimiter=",", dtype=np.uint8)
    np.save(pathlib.Path(__file__).with_suffix(".npy"), table)


if __name__ == "__main__":
    main()
