"""Writes a large file of comma-separated numbers, the same one every time.

    numbers_csv.py FILE [--rows N] [--columns N] [--digits N]

By default 1,000,000 rows of 20 columns with two digits behind the point, about 100 MB: in turn a
column of normal deviates and one of numbers from 0 to 10, each number as short as it can be written.
"""

import argparse
import random

# Rows draw from so many numbers of each kind, which is much faster than to draw each anew.
POOL = 100_003


def main():
    options = read_options()
    generator = random.Random(1)

    def pool(draw):
        return [repr(round(draw(), options.digits)) for _ in range(POOL)]

    kinds = [pool(lambda: generator.gauss(0, 1)), pool(lambda: generator.uniform(0, 10))]
    with open(options.file, "w", encoding="ascii") as file:
        file.write(",".join(f"x{column}" for column in range(options.columns)) + "\n")
        for _ in range(options.rows):
            fields = (
                kinds[column % 2][int(generator.random() * POOL)]
                for column in range(options.columns)
            )
            file.write(",".join(fields) + "\n")


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("file")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--columns", type=int, default=20)
    parser.add_argument("--digits", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    main()
