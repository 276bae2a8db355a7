"""The JSON Schema (2020-12) of what is written as JSON, made from the shapes that it is written with."""

from __future__ import annotations

import msgspec

from checker.report.shapes import FindingJson, Line, ReportJson

__all__ = ["SCHEMAS", "schema"]

SCHEMAS: dict[str, tuple[type[msgspec.Struct], str]] = {
    "json": (ReportJson, "checker/1: checker check --format json"),
    "jsonl": (FindingJson, "checker/1: a line of checker check --format jsonl"),
    "extract": (Line, "checker/1: a line of checker extract"),
}
"""By the name of the output: its shape, and the title of its schema."""


def schema(output: str) -> str:
    """The schema of one output, on indented lines."""
    shape, title = SCHEMAS[output]
    made = msgspec.json.schema(shape)
    top = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **made}
    return msgspec.json.format(msgspec.json.encode(top), indent=2).decode() + "\n"
