"""Reads the part of YAML that the specs of the corpus are written in, as Python has no reader of its own.

That is mappings and lists in block and flow style, scalars with and without quotes, and comments. Scalars
stay texts, and what is escaped in them stays so.
"""

import re

KEY = re.compile(r"""("[^"]*"|'[^']*'|[^\s"'\[\]{},#-][^:]*):(?:\s+(.*)|$)""", re.DOTALL)
TOKEN = re.compile(
    r"""\s*("(?:\\.|[^"])*"|'[^']*'|[\[\]{},]|:(?=\s)|[^\[\]{},:]+(?::\S[^\[\]{},:]*)*)"""
)


def read(text):
    """The value of a document."""
    lines = logical_lines(text)
    value, end = block(lines, 0)
    if end != len(lines):
        raise ValueError(f"not read: {lines[end][1]!r}")
    return value


def logical_lines(text):
    """Pairs of indentation and content, without comments; a flow collection is one line."""
    lines = []
    depth = 0
    for line in text.splitlines():
        line = re.sub(r"(^|\s)#.*", "", line).rstrip()
        if not line:
            continue
        content = line.lstrip()
        if depth > 0:
            lines[-1] = (lines[-1][0], lines[-1][1] + " " + content)
        else:
            lines.append((len(line) - len(content), content))
        bare = re.sub(r'"[^"]*"', "", content)
        depth += sum(map(bare.count, "[{")) - sum(map(bare.count, "]}"))
    return lines


def block(lines, at):
    """The collection or scalar that begins at a line, and the line after it."""
    indentation, content = lines[at]
    if content.startswith("- "):
        values = []
        while at < len(lines) and lines[at][0] == indentation and lines[at][1].startswith("- "):
            lines[at] = (indentation + 2, lines[at][1][2:])
            value, at = block(lines, at)
            values.append(value)
        return values, at
    if not KEY.match(content):
        return flow(content), at + 1
    mapping = {}
    while at < len(lines) and lines[at][0] == indentation:
        match = KEY.match(lines[at][1])
        key, rest = scalar(match[1]), match[2]
        at += 1
        if rest:
            mapping[key] = flow(rest)
        elif at < len(lines) and lines[at][0] > indentation:
            mapping[key], at = block(lines, at)
        else:
            mapping[key] = ""
    return mapping, at


def flow(text):
    """The value of a text in flow style."""
    if text[0] not in "[{":
        return scalar(text)
    value, rest = flow_value([token.strip() for token in TOKEN.findall(text)])
    if rest:
        raise ValueError(f"not read: {rest}")
    return value


def flow_value(tokens):
    """The value that begins with the first token, and the tokens after it."""
    first, *rest = tokens
    if first == "[":
        values = []
        while rest[0] != "]":
            value, rest = flow_value(rest)
            values.append(value)
            rest = rest[1:] if rest[0] == "," else rest
        return values, rest[1:]
    if first == "{":
        mapping = {}
        while rest[0] != "}":
            key, colon, *rest = rest
            if colon != ":":
                raise ValueError(f"no colon after {key!r}")
            mapping[scalar(key)], rest = flow_value(rest)
            rest = rest[1:] if rest[0] == "," else rest
        return mapping, rest[1:]
    return scalar(first), rest


def scalar(text):
    """A text without its quotes."""
    text = text.strip()
    return text[1:-1] if text[:1] in ('"', "'") else text
