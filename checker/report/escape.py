"""Text from articles, made inert: it reads the same, and nothing in it is Markdown, HTML, a link or a control.

Every word of an article, its title, its outlet and the name of its file is untrusted and passes through here on its
way into a report.  The rules are those of CommonMark 0.31 and of GitHub's and GitLab's additions (tables, bare
addresses, mentions, mathematics between dollar signs).
"""

from __future__ import annotations

import re
from unicodedata import category
from urllib.parse import quote

__all__ = ["address", "clean", "code", "markdown"]

_KEPT = "\u200c\u200d"
"""The joiners that Persian, Hindi and emoji are spelled with."""
_DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Controls, marks that turn or hide text, halves of pairs, code points without a character, line separators."""
_UNUSUAL = re.compile(r"[^\x20-\x7e\xa1-\xac\xae-\u05ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")
_MARKUP = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]|~$#"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_BLOCK_START = re.compile(r"\A(\d{0,9})([-+=]|(?<=\d)[.)])(?=[ =-]|$)")
"""What CommonMark takes for an item of a list, a rule or the underline of a heading, where a line begins with it."""
_JOINER = "\u2060"
"""Word joiner: no width, no break; keeps `@` from making a mention or an address."""


def clean(text: str) -> str:
    """The text in one line, without controls, invisible marks and marks that turn the direction of writing."""
    return " ".join(_UNUSUAL.sub(_visible, text).split())


def _visible(match: re.Match[str]) -> str:
    mark = match.group()
    if mark.isspace():
        return " "
    return "" if category(mark) in _DROPPED and mark not in _KEPT else mark


def markdown(text: str) -> str:
    """The text as Markdown that shows it as it is, fit for a paragraph, a heading, a quote or a cell of a table."""
    safe = clean(text).translate(_MARKUP)
    safe = safe.replace("://", "\\://").replace("@", "@" + _JOINER)
    safe = re.sub(r"(?i)\b(www|mailto|xmpp)([.:])", r"\1\\\2", safe)
    return _BLOCK_START.sub(r"\1\\\2", safe)


def code(text: str) -> str:
    """The text as a code span, fit for a paragraph or a heading; not for a table if it may hold a bar."""
    plain = clean(text)
    fence = "`"
    while fence in plain:
        fence += "`"
    pad = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{pad}{plain}{pad}{fence}"


def address(path: str) -> str:
    """A path as the address of a Markdown link: no scheme, no space, no bracket in it."""
    encoded = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    return "/" + encoded.lstrip("/") if encoded.startswith("/") else encoded
