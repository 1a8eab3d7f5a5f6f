"""What commands print, without what is another at each time."""

import re

# What is otherwise at each time, and what stands for it.
VARIABLE = [
    (r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?", "DATE"),
    (r"(?<= in )(\d+ ms|\d+\.\d+ s|\d+ min \d\d s)", "TIME"),
    (r'(?<= time=")\d+\.\d+(?=")', "TIME"),
    (r'(?<="started": ")[^"]*(?=")', "DATE"),
]

# Changes of words that are meant: what the older program says (a regular expression), and what the newer
# says. None is meant so far.
INTENDED = []


def comparable(text):
    """A text without what is otherwise at each time."""
    for pattern, replacement in VARIABLE:
        text = re.sub(pattern, replacement, text)
    return text


def expected(text):
    """What the newer program is to say where the older one says this."""
    text = comparable(text)
    for pattern, replacement in INTENDED:
        text = re.sub(pattern, replacement, text)
    return text


def difference(old, new):
    """The first line of two texts that is not the same, or nothing."""
    old, new = expected(old).splitlines(), comparable(new).splitlines()
    for line in range(max(len(old), len(new))):
        pair = [text[line] if line < len(text) else "nothing" for text in (old, new)]
        if pair[0] != pair[1]:
            return f"line {line + 1}: was {pair[0]!r}, is {pair[1]!r}"
    return None
