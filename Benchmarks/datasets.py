"""Writes the data that specs/ name, once, into data/: digits and wide, as NPY files.

digits are the first 1,437 rows of a fixed order of those in experiments/data, divided by 16. wide are
Gaussian inputs, labelled by a random linear teacher. Where NumPy is missing, random numbers of the
same shape stand in: the time of training does not depend on values.
"""

import array
import importlib.util
import pathlib
import random
import struct
import sys

from workloads import DATA, WORKLOADS

HERE = pathlib.Path(__file__).parent
INPUTS = {"digits": 64, "wide": 784}
ROWS = {"digits": WORKLOADS["digits"].rows, "wide": WORKLOADS["wide"].rows}


def digits():
    import numpy as np

    table = np.load(HERE.parent / "experiments" / "data" / "digits.npy")
    table = np.random.default_rng(0).permutation(table)[: ROWS["digits"]]
    return table[:, :-1] / np.float32(16), table[:, -1].astype(np.int64)


def wide():
    import numpy as np

    generator = np.random.default_rng(0)
    inputs = generator.standard_normal((ROWS["wide"], INPUTS["wide"]), np.float32)
    teacher = generator.standard_normal((INPUTS["wide"], 10), np.float32)
    return inputs, (inputs @ teacher).argmax(1).astype(np.int64)


def write(path, kind, shape, content):
    """An NPY file, whole or not at all."""
    header = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}"
    header += " " * (-(len(header) + 11) % 64) + "\n"
    partial = path.with_suffix(".partial")
    with open(partial, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode())
        file.write(content)
    partial.replace(path)


def stand_in(name):
    generator = random.Random(0)
    count = ROWS[name] * INPUTS[name]
    inputs = array.array("f", (generator.random() for _ in range(count)))
    targets = array.array("q", (generator.randrange(10) for _ in range(ROWS[name])))
    if sys.byteorder == "big":
        inputs.byteswap()
        targets.byteswap()
    return inputs.tobytes(), targets.tobytes()


def has_numpy():
    return importlib.util.find_spec("numpy") is not None


def main():
    DATA.mkdir(exist_ok=True)
    for name, make in (("digits", digits), ("wide", wide)):
        inputs, targets = DATA / f"{name}-inputs.npy", DATA / f"{name}-targets.npy"
        # Random numbers that stood in give way to the data as soon as these can be made.
        mark = DATA / f"{name}-stands-in"
        if inputs.exists() and targets.exists() and not (mark.exists() and has_numpy()):
            continue
        if has_numpy():
            x, y = (part.tobytes() for part in make())
            mark.unlink(missing_ok=True)
        else:
            print(f"bench: random numbers stand in for the data of {name}", file=sys.stderr)
            x, y = stand_in(name)
            mark.touch()
        write(targets, "<i8", (ROWS[name],), y)
        write(inputs, "<f4", (ROWS[name], INPUTS[name]), x)
    write_fann()


def write_fann():
    """The digits as FANN reads them."""
    path, inputs = DATA / "digits.fann", DATA / "digits-inputs.npy"
    is_current = path.exists() and path.stat().st_mtime >= inputs.stat().st_mtime
    if is_current or not has_numpy():
        return
    import numpy as np

    x, y = np.load(inputs), np.load(DATA / "digits-targets.npy")
    lines = [f"{len(x)} {x.shape[1]} 10"]
    for row, label in zip(x, y):
        lines.append(" ".join(map(str, row)))
        lines.append(" ".join("1" if label == place else "0" for place in range(10)))
    path.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
