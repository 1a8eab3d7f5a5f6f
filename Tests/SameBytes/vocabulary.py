"""Whether the corpus has every word, setting, command and option of a program."""

import json

import spec_text

# Parts of the schema that say again what keys can be, where they are swept, chosen or held back.
ECHOES = {"axes", "configuration", "held-data"}
# Parts that say how the values of a swept key are given.
AXIS_PARTS = ("range", "distribution")
AXIS = ("sweep", "parameters", "KEY")


def missing_words(program, specs):
    """The settings and words of a program's schema that occur in none of the specs, and how many it has."""
    schema = json.loads(program.output("schema"))
    known = set(schema_words(schema))
    found = {use for spec in specs for use in spec_words(spec_text.read(spec.read_text()))}
    return sorted(display(use) for use in known - found), len(known)


def missing_commands(program, steps):
    """The commands and options of a program that no step of a case has, and how many it has."""
    used = {word.split("=")[0] for step in steps for word in step.arguments}
    known = program.commands | program.options
    return sorted(known - used), len(known)


def display(use):
    """A setting, or one of its words, as people write it."""
    path, word = use
    return ".".join(path) + (f": {word}" if word else "")


def schema_words(schema):
    """Pairs of a setting's path and a word that it can be; no word for the setting itself."""

    def walk(node, path):
        if isinstance(node, list):
            for element in node:
                yield from walk(element, path)
        if not isinstance(node, dict):
            return
        if reference := node.get("$ref"):
            name = reference.removeprefix("#/$defs/")
            if name not in ECHOES:
                yield from walk(schema["$defs"][name], path)
        for word in [node.get("const"), *node.get("enum", [])]:
            if isinstance(word, str):
                yield path, word
        for key, value in node.get("properties", {}).items():
            inner = path if key == "name" and path else (*path, key)
            yield inner, None
            yield from walk(value, inner)
        for key in ("anyOf", "oneOf", "allOf", "items", "prefixItems", "additionalProperties"):
            yield from walk(node.get(key), path)

    yield from walk(schema, ())
    for part in AXIS_PARTS:
        yield from walk(schema["$defs"][part], AXIS)


def spec_words(spec):
    """The same of a spec; of swept keys as if they stood outside the sweep."""

    def walk(path, value):
        yield path, None
        match value:
            case dict():
                for key, inner in value.items():
                    inner_path = path if key == "name" else (*path, *key.split("."))
                    yield from walk(inner_path, inner)
            case list():
                for element in value:
                    yield from walk(path, element)
            case str():
                yield path, value

    def keys(mapping):
        for key, value in mapping.items():
            yield from walk(tuple(key.split(".")), value)
            if isinstance(value, dict):
                for part, numbers in value.items():
                    yield from walk((*AXIS, part), numbers)

    for key, value in spec.items():
        yield from walk((key,), value)
    sweep = spec.get("sweep")
    if isinstance(sweep, dict):
        mappings = [sweep.get("parameters")]
        for key in ("zip", "exclude", "include"):
            mappings += sweep.get(key, []) if isinstance(sweep.get(key), list) else []
        for mapping in mappings:
            if isinstance(mapping, dict):
                yield from keys(mapping)
    for expectation in spec.get("expect") or []:
        if isinstance(expectation, dict) and isinstance(expectation.get("where"), dict):
            yield from keys(expectation["where"])
