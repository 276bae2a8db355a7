"""Which line above a text is its title."""

from __future__ import annotations

import re

__all__ = ["LONGEST", "is_title"]

LONGEST = 200
"""Characters in the longest headline that is still taken for one."""
_ENDS_LIKE_TEXT = re.compile(r"[.,;:…](?:[\"”’)\]]*)$")
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\b[ap]\.m\.$")


def is_title(line: str, longest: int = LONGEST) -> bool:
    """Whether a line may be a headline: short, with words, and without a full stop at its end."""
    if not line or len(line) > longest or not any(letter.isalpha() for letter in line[:40]):
        return False
    return not _ENDS_LIKE_TEXT.search(line) or bool(_ABBREVIATION.search(line))
