"""CSV files of numbers, which give every float64 back when they are read."""

import pathlib

HERE = pathlib.Path(__file__).parent


def cell(value):
    """The shortest decimal that reads back as the same float64; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, str)):
        return str(value)
    return repr(float(value))


def write(name, columns, rows):
    """Writes rows, each a list of as many values as there are columns."""
    lines = [",".join(columns)]
    for row in rows:
        assert len(row) == len(columns), (name, row)
        lines.append(",".join(map(cell, row)))
    path = HERE / name
    path.write_text("\n".join(lines) + "\n")
    print(f"{path.name}: {len(lines) - 1} rows, {path.stat().st_size / 1000:.0f} kB")
