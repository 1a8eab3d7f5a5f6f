"""Numbers of CSV files as pandas reads them, bit for bit.

    csv_numbers.py PROGRAM [--count N]

Has PROGRAM, which is nn-run-bench, read ten million random doubles, written in the shortest form that
gives them back, and some of few digits; and compares all bits with what pandas makes of the same file
with `float_precision="round_trip"`. Then writes csv-numbers.csv beside this file: decimals that are
hard to round, with the bits that they come to.
"""

import argparse
import decimal
import pathlib
import random
import struct
import subprocess
import sys
import tempfile

import numpy as np
import pandas as pd

import tables

COLUMNS = 10


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("program")
    parser.add_argument("--count", type=int, default=10_000_000)
    options = parser.parse_args()
    generator = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        compare(options.program, folder, "random bits", random_bits(generator, options.count))
        few = options.count // 10
        places = generator.integers(0, 17, few).tolist()
        numbers = (generator.normal(size=few) * 10.0 ** generator.integers(-3, 6, few)).tolist()
        few_digits = np.array([round(x, n) for x, n in zip(numbers, places)])
        compare(options.program, folder, "few digits", few_digits)
    write_hard_cases()


def random_bits(generator, count):
    """So many finite doubles, all bit patterns being as likely."""
    bits = generator.integers(0, 2**64, count + count // 1000 + 100, dtype=np.uint64)
    numbers = bits.view(np.float64)
    return numbers[np.isfinite(numbers)][:count]


def compare(program, folder, name, numbers):
    """Ends the program unless all numbers are read as pandas reads them, and as they were."""
    table = numbers[: len(numbers) // COLUMNS * COLUMNS].reshape(-1, COLUMNS)
    path, dump = folder / "numbers.csv", folder / "numbers.bin"
    with open(path, "w", encoding="ascii") as file:
        file.write(",".join(f"x{column}" for column in range(COLUMNS)) + "\n")
        for first in range(0, len(table), 10_000):
            rows = table[first : first + 10_000].tolist()
            file.write("".join(",".join(map(repr, row)) + "\n" for row in rows))
    subprocess.run(
        [program, "read", path, "--times", "1", "--threads", "2", "--dump", dump],
        check=True, stdout=subprocess.DEVNULL,
    )
    ours = np.fromfile(dump, dtype="<u8")
    theirs = pd.read_csv(path, float_precision="round_trip").to_numpy().reshape(-1).view("<u8")
    wrote = table.reshape(-1).view("<u8")
    # Of a zero the sign counts too.
    for other, expected in (("pandas", theirs), ("what was written", wrote)):
        different = np.flatnonzero(ours != expected) if ours.shape == expected.shape else [0]
        if len(different):
            first = different[0]
            sys.exit(f"{name}: {len(different)} differ from {other}, first {table.flat[first]!r}")
    print(f"{name}: {len(ours)} numbers are those of pandas, bit for bit")


def halfway(number):
    """The decimal in the middle between a double and the next, one a little less, one a little more."""
    (bits,) = struct.unpack("<Q", struct.pack("<d", number))
    (above,) = struct.unpack("<d", struct.pack("<Q", bits + 1))
    with decimal.localcontext() as context:
        context.prec = 1200
        # The next after the greatest double is where that would be, were there one.
        following = decimal.Decimal(above) if above != float("inf") else decimal.Decimal(2**1024)
        middle = (decimal.Decimal(number) + following) / 2
        digit = decimal.Decimal((0, (1,), middle.as_tuple().exponent - 1))
        return [f"{x:f}" for x in (middle - digit, middle, middle + digit)]


def hard_cases():
    """Decimals, by what makes them hard."""
    generator = random.Random(1)
    whole = "12345678"
    yield from (("short", text) for length in range(1, 9) for text in forms(whole[:length]))
    for text in ("0", "-0", "0.0", "-0.000", "0000000000", "0e5", "0e999999999", "-0e-999999999"):
        yield "zero", text
    for text in ("1e5", "1E5", "1e+05", "1.5e-3", "1.e2", ".5e1", "-1e0", "+2.5", "1e22", "1e23"):
        yield "exponent", text
    for number in (1.0, 0.1, 3.0, 2.0**53, 2.0**64, 1e22, 1e23, 1e-5, 123456.789, 1e100, 1e-30):
        yield from (("halfway", text) for text in halfway(number))
    for number in (2.0**-1074, 2.0**-1022 - 2.0**-1074, 2.0**-1022, 0.0):
        yield from (("subnormal", text) for text in halfway(number))
    for text in (
        "5e-324", "4.9e-324", "3e-324", "2.4703282292062328e-324", "2.4703282292062327e-324",
        "2.2250738585072011e-308", "2.2250738585072012e-308", "2.2250738585072014e-308",
        "1.5e-323", "7.4e-324", "7.5e-324", "1e-310", "-1e-320",
    ):  # fmt: skip
        yield "subnormal", text
    for text in ("2e-324", "1e-400", "-1e-400", "1e-99999999999999999999", "0." + "0" * 400 + "1"):
        yield "underflow", text
    for text in (
        "1.7976931348623157e308", "1.7976931348623158e308", "17976931348623157e292",
        "0." + "0" * 400 + "1e400", "1" + "0" * 400 + "e-400", "1" + "0" * 308, "123456e-320",
        "0.00000000000000000001e320", "1e308", "-1e-308",
    ):  # fmt: skip
        yield "huge exponent", text
    yield from (("huge exponent", text) for text in halfway(1.7976931348623157e308)[:1])
    for text in ("1.7976931348623159e308", "1e309", "-1e309", "1e99999999999999999999", "9" * 400):
        yield "overflow", text
    yield from (("overflow", text) for text in halfway(1.7976931348623157e308)[1:])
    for text in ("00000000000000000000000000000001.5", "0" * 50 + "0.1", "-000123.4500000000000000000"):
        yield "leading zeros", text
    for text in ("1.0000000000000000000000000000000001", "100000000000000000000000000000000000001",
                 "0.10000000000000000000000000000000000", "9007199254740993" + "0" * 30 + ".0"):
        yield "long runs of zeros", text
    for text in (
        "9007199254740993", "9007199254740992.9999999999", "9007199254740993.0000000001",
        "18446744073709551615", "18446744073709551616", "9999999999999999999e-19",
        "62.5364939768271845828", "1.50000000000000011102230246251565", "6.9294956446009195e15",
        "0.500000000000000166533453693773481063544750213623046875", "1844674407370955161e1",
    ):  # fmt: skip
        yield "many digits", text
    for digits in range(17, 41):
        for exponent in (0, generator.randint(-30, 30), generator.randint(-290, 260)):
            number = "".join(generator.choice("0123456789") for _ in range(digits))
            point = generator.randint(1, digits)
            text = f"{number[:point]}.{number[point:]}" if point < digits else number
            yield "many digits", text + (f"e{exponent}" if exponent else "")


def forms(digits):
    """Digits as a whole number and with a point in every place, with signs and without."""
    for place in range(len(digits) + 1):
        yield digits[:place] + "." + digits[place:]
    yield from (digits, "-" + digits, "+" + digits, f"-{digits[:1]}.{digits[1:]}", f"-.{digits}")


def write_hard_cases():
    rows = []
    for kind, text in hard_cases():
        number = float(text)
        bits = struct.pack(">d", number).hex()
        overflows = number in (float("inf"), -float("inf"))
        if overflows != (kind == "overflow") or (number == 0) != (kind in ("zero", "underflow")):
            # The middle above 0, and less, are rounded to it.
            assert kind == "subnormal" and number == 0, (kind, text)
        rows.append([kind, text, None if overflows else bits])
    tables.write("csv-numbers.csv", ["kind", "decimal", "bits"], rows)


if __name__ == "__main__":
    main()
