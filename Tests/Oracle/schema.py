"""Validates the specs of the corpus by the JSON Schema that nn-run prints: schema.csv.

Usage: schema.py PROGRAM

The schema itself is checked against the meta-schema of 2020-12. Each spec is read three ways: as YAML
1.2 with its core schema, which the schema is made for; by ruamel.yaml; and by PyYAML, which reads YAML 1.1.
"""

import csv
import json
import math
import pathlib
import re
import subprocess
import sys

import jsonschema
import ruamel.yaml
import yaml

HERE = pathlib.Path(__file__).parent
CORPUS = HERE.parent / "Corpus"


class CoreLoader(yaml.SafeLoader):
    """The events of PyYAML, with the plain scalars of YAML 1.2's core schema (chapter 10.3.2)."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("float", r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", "-+."),
    ("merge", r"<<", "<"),
]:
    CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), [c.strip("\0") for c in first]
    )


def core_int(loader, node):
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in ("0o", "0x") else int(text)


def core_float(loader, node):
    text = loader.construct_scalar(node).lower()
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


CoreLoader.add_constructor("tag:yaml.org,2002:int", core_int)
CoreLoader.add_constructor("tag:yaml.org,2002:float", core_float)


def read_core(text):
    return yaml.load(text, CoreLoader)


def read_ruamel(text):
    return ruamel.yaml.YAML(typ="safe", pure=True).load(text)


def as_json(value, depth=0):
    """The value as JSON has it: keys are texts, and so is what JSON has no form for."""
    if depth > 100:
        raise ValueError("a list or mapping inside itself")
    if isinstance(value, dict):
        return {str(key): as_json(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_json(inner, depth + 1) for inner in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    return str(value)


def verdict(validator, read, text):
    """`valid`, `invalid`, or `unreadable` where it is no YAML of one document."""
    try:
        value = as_json(read(text))
    except Exception:  # whatever a reader of YAML may say of a file that is none
        return "unreadable"
    return "valid" if validator.is_valid(value) else "invalid"


def main():
    schema = json.loads(subprocess.run([sys.argv[1], "schema"], check=True, capture_output=True).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    with open(HERE / "schema.csv", "w", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["folder", "spec", "core", "ruamel", "pyyaml"])
        for folder in ["accept", "refuse"]:
            for path in sorted((CORPUS / folder).glob("*.yaml")):
                text = path.read_bytes().decode()
                readers = [read_core, read_ruamel, yaml.safe_load]
                verdicts = [verdict(validator, read, text) for read in readers]
                table.writerow([folder, path.name, *verdicts])
                if folder == "accept" and verdicts[0] != "valid":
                    for error in validator.iter_errors(as_json(read_core(text))):
                        print(f"{path.name}: {error.json_path}: {error.message[:200]}", file=sys.stderr)


main()
