"""Takes off what is not article text: share bars, signposts to other articles, credits, notices."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from checker.articles.excerpts import Excerpt
from checker.articles.patterns import any_of, groups
from checker.articles.titles import is_title
from checker.rulebook import Layout
from checker.rulebook.layouts import Furniture

__all__ = ["Cleaner", "cleaner"]


STANDFIRST = 2
"""Lines that may stand between the title and the byline."""
TEASER = 30
"""Characters in the shortest teaser."""
NEAR = 4
"""Lines after a teaser in which the text that it repeats begins."""


class Cleaner(Struct, frozen=True):
    """The furniture rules that apply to a text, those of its layout included."""

    longest: int
    anywhere: tuple[str, ...]
    top: tuple[str, ...]
    bottom: tuple[str, ...]
    rest: tuple[str, ...]
    lists: tuple[str, ...]
    tails: tuple[str, ...]

    def is_furniture(self, text: str, at_top: bool = False) -> bool:
        """Whether a line is not article text wherever it stands, or above the text."""
        if not 0 < len(text) <= self.longest:
            return False
        return bool(any_of(self.anywhere)(text)) or (at_top and bool(any_of(self.top)(text)))

    def kept(self, lines: list[Excerpt]) -> tuple[list[Excerpt], dict[str, str]]:
        """The lines that are text, without blank ones at either end, and the `published` that the others tell."""
        told: dict[str, str] = {}
        found, start = self._top(lines, told)
        is_rest, is_list, is_bottom = any_of(self.rest), any_of(self.lists), any_of(self.bottom)
        in_list = False
        for line in lines[start:]:
            is_short = 0 < len(line.text) <= self.longest
            if found and is_short and is_rest(line.text):
                break
            in_list = (is_short and bool(is_list(line.text))) or (in_list and (not line.text or is_title(line.text)))
            if in_list or (is_short and self.is_furniture(line.text)):
                continue
            if line.text or (found and found[-1].text):
                found.append(self._untailed(line))
        while found and (not found[-1].text or is_bottom(found[-1].text)):
            found.pop()
        return _without_teasers(found), told

    def _top(self, lines: list[Excerpt], told: dict[str, str]) -> tuple[list[Excerpt], int]:
        """The standfirst above the byline, if any, and where the text begins."""
        is_top = any_of(self.top)
        above: list[Excerpt] = []
        start = 0
        for number, line in enumerate(lines):
            if not line.text or self.is_furniture(line.text):
                continue
            if len(line.text) <= self.longest and is_top(line.text):
                start = number + 1
                told |= self._told(line) | told
            elif len(above) == STANDFIRST or not is_title(line.text):
                break
            else:
                above.append(line)
        return [line for line in above if start and line.at < lines[start - 1].at], start

    def _told(self, line: Excerpt) -> dict[str, str]:
        named = [groups(pattern, line, fold=True) or {} for pattern in self.top]
        return {name: value.text for found in reversed(named) for name, value in found.items()}

    def _untailed(self, line: Excerpt) -> Excerpt:
        if not any_of(self.tails, fold=False, inside=True)(line.text):
            return line
        for pattern in self.tails:
            cut = (groups(pattern, line, inside=True) or {}).get("cut")
            if cut is not None:
                line = line.cut(0, line.text.rindex(cut.text)).stripped()
        return line


def _without_teasers(lines: list[Excerpt]) -> list[Excerpt]:
    """Without lines that are but the cut beginning of a line soon after them."""
    kept = []
    for number, line in enumerate(lines):
        words = line.text.rstrip(" .,…")
        following = lines[number + 1 : number + 1 + NEAR] if len(words) >= TEASER else []
        if not any(len(after.text) > len(line.text) and after.text.startswith(words) for after in following):
            kept.append(line)
    while kept and not kept[0].text:
        del kept[0]
    return kept


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
        lists=tuple(pattern for rule in rules for pattern in rule.lists),
        tails=tuple(pattern for rule in rules for pattern in rule.tails),
    )
