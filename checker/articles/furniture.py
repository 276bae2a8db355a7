"""Takes off what is not article text: share bars, signposts to other articles, credits, notices."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from checker.articles.excerpts import Excerpt
from checker.articles.patterns import any_of, groups
from checker.rulebook import Layout
from checker.rulebook.layouts import Furniture

__all__ = ["Cleaner", "cleaner"]


class Cleaner(Struct, frozen=True):
    """The furniture rules that apply to a text, those of its layout included."""

    longest: int
    anywhere: tuple[str, ...]
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    rest: tuple[str, ...]
    tails: tuple[str, ...]

    def is_furniture(self, text: str) -> bool:
        """Whether a line is not article text wherever it stands."""
        return len(text) <= self.longest and bool(any_of(self.anywhere)(text))

    def kept(self, lines: list[Excerpt]) -> tuple[list[Excerpt], dict[str, str]]:
        """The lines that are text, without blank ones at either end, and the `published` that the others tell."""
        told: dict[str, str] = {}
        start = self._top(lines, told)
        is_rest = any_of(self.rest)
        found: list[Excerpt] = []
        for line in lines[start:]:
            if found and is_rest(line.text):
                break
            if not line.text:
                if found and found[-1].text:
                    found.append(line)
            elif not self.is_furniture(line.text):
                found.append(self._untailed(line))
        is_bottom = any_of(self.bottom)
        while found and (not found[-1].text or is_bottom(found[-1].text)):
            found.pop()
        return found, told

    def _top(self, lines: list[Excerpt], told: dict[str, str]) -> int:
        is_top = any_of(self.top)
        for number, line in enumerate(lines):
            if not line.text or self.is_furniture(line.text):
                continue
            if len(line.text) > self.longest or not is_top(line.text):
                return number
            for pattern in self.top:
                for name, value in (groups(pattern, line, fold=True) or {}).items():
                    told.setdefault(name, value.text)
        return len(lines)

    def _untailed(self, line: Excerpt) -> Excerpt:
        for pattern in self.tails:
            cut = (groups(pattern, line, inside=True) or {}).get("cut")
            if cut is not None:
                line = line.cut(0, line.text.rindex(cut.text)).stripped()
        return line


def cleaner(layouts: Mapping[str, Layout], own: Layout | None = None) -> Cleaner:
    """The rules of every layout without heads, and those of the one found."""
    rules: list[Furniture] = [layout.furniture for layout in layouts.values() if not layout.heads]
    rules += [own.furniture] if own else []
    return Cleaner(
        longest=max((rule.longest for rule in rules), default=0),
        anywhere=tuple(pattern for rule in rules for pattern in rule.anywhere),
        top=tuple(pattern for rule in rules for pattern in rule.top),
        bottom=tuple(pattern for rule in rules for pattern in rule.bottom),
        rest=tuple(pattern for rule in rules for pattern in rule.rest),
        tails=tuple(pattern for rule in rules for pattern in rule.tails),
    )
