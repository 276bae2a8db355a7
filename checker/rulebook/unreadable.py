"""Why a file is no YAML, in words that help someone who does not know YAML to mend it."""

from __future__ import annotations

import re

import yaml

__all__ = ["why_unreadable"]

_RESERVED = "%@`|>!&*?[]{},"
"""Characters that mean something to YAML where they begin a text."""
_KEY = re.compile(r"[\s-]*[\w-]+")
_UNSPACED = re.compile(r"\s*-(?=\w)|[\s-]*\w+:(?=[^\s:/])")


def why_unreadable(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int, str]:
    """Line and column, from 1, of the mistake in a file of this text, and what it is."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return 1, 1, str(error.problem or error.context)
    lines = text.split("\n")
    line, column = mark.line, mark.column
    said = str(error.problem or error.context)
    here = lines[line] if line < len(lines) else ""
    quote = _open_quote(text, error)
    if quote:
        return *quote, "the quote that opens here is not closed"
    if "\t" in here[: column + 1] and not here[: here.index("\t")].strip():
        return line + 1, here.index("\t") + 1, "a tab; indent with spaces"
    if said.startswith("mapping values are not allowed"):
        return line + 1, column + 1, _mapping(lines, line, column)
    if here[column : column + 1] == ":" and error.context == "while parsing a flow mapping":
        return line + 1, column + 1, "a colon in a text that is not quoted; put the text in quotes"
    if said.startswith("found character that cannot start") and here[column : column + 1] in tuple(_RESERVED):
        return line + 1, column + 1, f"a text that begins with {here[column]!r} must stand in quotes"
    if error.context in ("while parsing a flow sequence", "while parsing a flow mapping") and error.context_mark:
        opened = error.context_mark
        mark_shown = "[" if error.context.endswith("sequence") else "{"
        if opened.line < line:
            return opened.line + 1, opened.column + 1, f"the {mark_shown!r} that opens here is not closed"
        return line + 1, column + 1, f"a comma or a {'}' if mark_shown == '{' else ']'!r} is missing here"
    if said == "did not find expected key" and here[column : column + 1] in ("]", "}"):
        return line + 1, column + 1, f"this {here[column]!r} closes nothing"
    if said == "did not find expected key" and re.search(r":\s+([\"']).*\1", here[:column]):
        return line + 1, column + 1, "something follows a text in quotes; put the quotes around all of it"
    if said == "did not find expected '-' indicator":
        return line + 1, column + 1, "this line is indented less than the keys above it"
    if said.startswith("block sequence entries are not allowed"):
        return line + 1, column + 1, "a list that begins in the line of its key is written [one, two]"
    if said == "but found another document":
        return line + 1, column + 1, "a line of dashes begins a second document; a file of rules is one list"
    if said.startswith("could not find expected ':'"):
        return (error.context_mark or mark).line + 1, (error.context_mark or mark).column + 1, "a key without a colon"
    return line + 1, column + 1, said


def _mapping(lines: list[str], line: int, column: int) -> str:
    """What makes a colon stand where no key can be."""
    for number in (line, line - 1):
        if number >= 0 and (unspaced := _UNSPACED.match(lines[number])):
            after = unspaced[0].strip()[-1]
            return f"a space is missing after {after!r} in line {number + 1}"
    if _KEY.fullmatch(lines[line][:column]):
        return "this line is indented more than the keys above it"
    return "a colon in a text that is not quoted; put the text in quotes"


def _open_quote(text: str, error: yaml.MarkedYAMLError) -> tuple[int, int] | None:
    """Where the quote stands that is not closed: that of a text of several lines, right behind which the mistake is."""
    if error.context == "while scanning a quoted scalar" and error.context_mark:
        return error.context_mark.line + 1, error.context_mark.column + 1
    last = None
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            at = token.start_mark
            if error.problem_mark and (at.line, at.column) >= (error.problem_mark.line, error.problem_mark.column):
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                last = token
    except yaml.YAMLError:
        pass
    mark = error.problem_mark
    if last is None or mark is None or not last.start_mark.line < last.end_mark.line == mark.line:
        return None
    return last.start_mark.line + 1, last.start_mark.column + 1
