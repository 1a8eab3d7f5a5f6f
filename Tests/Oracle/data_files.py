#!/usr/bin/env python3
"""Files of arrays for the tests, written by NumPy and by Python's zipfile and gzip.

    python3 Tests/Oracle/data_files.py

writes Tests/Corpus/data: NumPy's files and archives, and IDX, plain and by gzip. The bytes are the same
each time, but for what another zlib deflates otherwise.
"""

import gzip
import io
import pathlib
import struct
import warnings
import zipfile

import numpy as np
from numpy.lib import format as npy

folder = pathlib.Path(__file__).parent.parent / "Corpus" / "data"


def write_npy():
    for kind in "b1 i1 u1 i2 u2 i4 u4 i8 u8 f4 f8".split():
        values = {"b": [0, 1, 1, 0, 0, 1], "i": [0, 1, -2, 3, -4, 100], "u": [0, 1, 2, 3, 4, 200]}
        x = np.array(values.get(kind[0], [0, 0.1, -0.2, 1e-3, -1e30, 1 / 3])).reshape(2, 3)
        np.save(folder / f"{kind}.npy", x.astype(kind))
    x = np.arange(6, dtype="f4").reshape(2, 3)
    for version in [(1, 0), (2, 0), (3, 0)]:
        with open(folder / f"version{version[0]}.npy", "wb") as file:
            npy.write_array(file, x, version=version)
    np.save(folder / "fortran.npy", np.asfortranarray(x))
    np.save(folder / "big-endian.npy", x.astype(">f4"))
    np.save(folder / "complex.npy", x.astype("c8"))
    bits = [0x0000, 0x8000, 0x0001, 0x03FF, 0x0400, 0x3C00, 0xBC01, 0x7BFF]
    np.save(folder / "half.npy", np.array(bits, "u2").view("f2").reshape(4, 2))
    np.save(folder / "text.npy", np.array([["a", "b"]]))
    np.save(folder / "long-double.npy", np.zeros((1, 2), dtype="f16"))
    np.save(folder / "time.npy", np.zeros((1, 2), dtype="M8[s]"))
    np.save(folder / "bytes.npy", np.zeros((1, 2), dtype="V2"))
    np.save(folder / "structure.npy", np.zeros(2, dtype=[("a", "f4"), ("b", "i4")]))
    np.save(folder / "object.npy", np.array([[None, 1]], dtype=object), allow_pickle=True)
    np.save(folder / "scalar.npy", np.float64(1))
    np.save(folder / "no-rows.npy", np.zeros((0, 3)))
    np.save(folder / "no-columns.npy", np.zeros((3, 0)))
    np.save(folder / "one-column.npy", np.arange(4.0))
    np.save(folder / "nan.npy", np.array([[0, 1, 2], [3, np.nan, 5]], dtype="f4"))
    np.save(folder / "infinite.npy", np.array([[0, 1, 2], [3, 4, -np.inf]]))
    np.save(folder / "large.npy", np.array([[0, 1], [2**53 + 1, 1]]))
    np.save(folder / "images.npy", np.arange(24, dtype="u1").reshape(3, 2, 4))
    np.save(folder / "x.npy", np.arange(40, dtype="f4").reshape(20, 2) / 8)
    np.save(folder / "y.npy", (np.arange(20) % 3 == 0).astype("i8"))
    buffer = io.BytesIO()
    np.save(buffer, x)
    (folder / "cut.npy").write_bytes(buffer.getvalue()[:-5])
    (folder / "longer.npy").write_bytes(buffer.getvalue() + b"\0")
    (folder / "not-numpy.npy").write_text("a,b\n1,2\n")


def npy_bytes(array):
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def layouts():
    """A small array of every type, in both orders of bytes and of elements."""
    for kind in "b1 i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8".split():
        x = (np.arange(24) % 2 if kind == "b1" else np.arange(24)).astype(kind).reshape(4, 2, 3)
        for order, name in [("<", "little"), (">", "big")]:
            ordered = x.astype(np.dtype(kind).newbyteorder(order))
            yield f"{kind}-{name}-c", ordered
            yield f"{kind}-{name}-fortran", np.asfortranarray(ordered)


class Pipe(io.RawIOBase):
    """A file that cannot be gone back in: what zipfile writes to it has descriptors behind the data."""

    def __init__(self):
        self.content = b""

    def writable(self):
        return True

    def write(self, data):
        self.content += bytes(data)
        return len(data)


def archive(members, method=zipfile.ZIP_DEFLATED, file=None):
    file = file or io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as zip_file:
        for name, content in members:
            zip_file.writestr(zipfile.ZipInfo(name), content, method)
    return file


def replaced(data, old, new):
    """The bytes with one run replaced wherever it is; it must be there."""
    assert old in data
    return data.replace(old, new)


def write_npz():
    x = np.arange(40, dtype="f4").reshape(20, 2) / 8
    y = (np.arange(20) % 3 == 0).astype("i8")
    np.savez(folder / "data.npz", x=x, y=y)
    np.savez_compressed(folder / "deflated.npz", x=x, y=y)
    np.savez_compressed(folder / "layouts.npz", **dict(layouts()))
    np.savez(folder / "empty.npz")
    np.savez(folder / "object.npz", x=np.array([[None, 1]], dtype=object), y=y)

    members = [("y.npy", npy_bytes(y)), ("notes.txt", b"not an array"), ("x.npy", npy_bytes(x))]
    pipe = Pipe()
    archive(members, file=pipe)
    (folder / "streamed.npz").write_bytes(pipe.content)
    limit, zipfile.ZIP64_LIMIT = zipfile.ZIP64_LIMIT, 10
    (folder / "zip64.npz").write_bytes(archive(members).getvalue())
    zipfile.ZIP64_LIMIT = limit
    (folder / "bzip2.npz").write_bytes(archive(members, zipfile.ZIP_BZIP2).getvalue())
    (folder / "twice.npz").write_bytes(archive(members + members[:1]).getvalue())
    (folder / "damaged.npz").write_bytes(
        replaced(archive(members, zipfile.ZIP_STORED).getvalue(), x[3].tobytes(), x[5].tobytes()))

    # Small files that stand for, or say they stand for, more than is promised.
    flat = npy_bytes(np.zeros((1000, 2), "u1"))
    bomb = archive([("x.npy", flat), ("y.npy", npy_bytes(y))]).getvalue()
    size, large = struct.pack("<I", len(flat)), struct.pack("<I", 1 << 30)
    (folder / "bomb.npz").write_bytes(replaced(bomb, size, large))
    short = npy_bytes(np.zeros((4, 2), "u1"))
    content = short[:-8] + bytes(1000)
    more = archive([("x.npy", content), ("y.npy", npy_bytes(y))]).getvalue()
    (folder / "longer.npz").write_bytes(
        replaced(more, struct.pack("<I", len(content)), struct.pack("<I", len(short))))
    content = npy_bytes(np.zeros((500, 2), "u1"))
    less = archive([("x.npy", content[:-8]), ("y.npy", npy_bytes(y))]).getvalue()
    (folder / "shorter.npz").write_bytes(
        replaced(less, struct.pack("<I", len(content) - 8), struct.pack("<I", len(content))))


def idx(array, kind):
    types = {"u1": 8, "i1": 9, "i2": 11, "i4": 12, "f4": 13, "f8": 14}
    lengths = struct.pack(f">{array.ndim}I", *array.shape)
    return bytes([0, 0, types[kind], array.ndim]) + lengths + array.astype(">" + kind).tobytes()


def write_idx():
    images = idx(np.arange(24).reshape(3, 2, 4), "u1")
    labels = idx(np.array([0, 1, 1]), "u1")
    (folder / "images-idx3-ubyte").write_bytes(images)
    (folder / "labels-idx1-ubyte").write_bytes(labels)
    (folder / "images-idx3-ubyte.gz").write_bytes(gzip.compress(images, mtime=0))
    (folder / "labels-idx1-ubyte.gz").write_bytes(gzip.compress(labels, mtime=0))
    for kind in "u1 i1 i2 i4 f4 f8".split():
        signed = [0, 1, -2, 3, -4, 100]
        values = {"u1": [0, 1, 2, 3, 4, 200], "f4": [0, 0.5, -2, 3, -4, 1e30]}.get(kind, signed)
        (folder / f"{kind}.idx").write_bytes(idx(np.array(values).reshape(2, 3), kind))
    named = io.BytesIO()
    with gzip.GzipFile("images.idx", "wb", mtime=0, fileobj=named) as file:
        file.write(images[:9])
    members = named.getvalue() + gzip.compress(b"", mtime=0) + gzip.compress(images[9:], mtime=0)
    (folder / "members.idx.gz").write_bytes(members + bytes(700))
    (folder / "trailing.idx.gz").write_bytes(members + bytes(3) + b"more")
    (folder / "longer.idx.gz").write_bytes(gzip.compress(images + bytes(1000), mtime=0))
    (folder / "shorter.idx.gz").write_bytes(gzip.compress(images[:-1], mtime=0))
    promise = images[:4] + struct.pack(">3I", 1 << 20, 1 << 10, 4) + images[16:]
    (folder / "bomb.idx.gz").write_bytes(gzip.compress(promise, mtime=0))


warnings.filterwarnings("ignore", "Duplicate name")
folder.mkdir(exist_ok=True)
write_npy()
write_npz()
write_idx()
