"""What an article is about, in the few words that linking needs once the text is put away."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from checker.facts.copies import signature
from checker.facts.days import days_of
from checker.language.countries import countries
from checker.language.forms import singular
from checker.language.names import familiar, names
from checker.records import Article, Claim, Source
from checker.rulebook.tables import table

__all__ = ["source"]

_LEAD = 300
"""Characters at the beginning of a text in which stands what it is about."""
_DWELT_ON = 3
"""Times that a text names a country which it is about, though it does not begin with it."""
_TITLE = 2
"""How often a word of the headline counts."""
_WORD = re.compile(r"[a-z]{4,}")
_FIRST = re.compile(r"([A-Z][a-z]{3,})(?:['’]s)? [a-z]")
"""The first word of a headline that does not capitalise every word."""
_AGE = re.compile(r"\b(\d{1,2})[- ]year[- ]old|[a-z], (\d{1,2}),")
_BLOCK = re.compile(r"\b(\d{3,5})(?: block|-block)")
_CLOCK = re.compile(r"\b(\d{1,2})(?::(\d\d))? ?([ap])\.?m\b")


@cache
def _common() -> frozenset[str]:
    return frozenset(table("events")["common"])


def source(article: Article, claims: tuple[Claim, ...]) -> Source:
    """The article's names, event words, days and sketch."""
    text = article.text
    found = names(text)
    title = _without_outlet(article.title or "")
    found += names(title) or familiar(title, found)
    counts = Counter(name.key for name in found)
    if opener := _opener(title, text, counts):
        counts[opener] += 1 + _TITLE
    often = Counter(map(singular, _WORD.findall(text.lower())))
    for word in _WORD.findall(title.lower()):
        often[singular(word)] += _TITLE
    words = {*_words(f"{title}\n{text}"), *_figures(claims)}
    return Source(
        article=article.id,
        uri=article.uri,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        line=article.line,
        names={key: round(1 + math.log(count), 3) for key, count in sorted(counts.items())},
        words=tuple(sorted(words)),
        days=days_of(text, article.published),
        signature=signature(text),
        lands=_lands(title, text),
        often={word: count for word, count in sorted(often.items()) if count > 1 and word in words},
    )


def _opener(title: str, text: str, known: Iterable[str]) -> str | None:
    """The name that only ever opens sentences, the headline among them: "Corvane posts a loss", "Corvane said"."""
    match = _FIRST.match(title)
    word = match.group(1).lower() if match else ""
    if not word or word in _no_opener() or word.endswith(("ing", "ed", "ly")) or singular(word) != word:
        return None
    is_new = not any(word in name.split() for name in known)
    is_only_capital = re.search(rf"\b{word}", f"{title}\n{text}") is None
    return word if is_new and is_only_capital and re.search(rf"\b{word.title()}\b", text) else None


@cache
def _no_opener() -> frozenset[str]:
    """Words that open headlines without naming anybody."""
    names, events, nouns = table("proper_names"), table("events"), table("nouns")
    lists = [names[key] for key in ("openers", "titles", "ignored", "bodies", "roads", "lands")]
    lists += [events["common"], events["aftermath"], *(held for held in nouns.values() if isinstance(held, list))]
    return frozenset(str(word) for listed in lists for word in listed)


def _lands(title: str, text: str) -> tuple[str, ...]:
    """The countries that headline or beginning name, and those on which the text dwells."""
    named = list(countries(text))
    times = Counter(land for _, land in named)
    found = {land for at, land in named if at < _LEAD or times[land] >= _DWELT_ON}
    return tuple(sorted(found.union(land for _, land in countries(title))))


def _without_outlet(title: str) -> str:
    """The headline without the name of the site that many pages put behind it: "Two hurt - Channel 9 News"."""
    head, dash, _ = title.partition(" - ")
    return head if dash and len(head.split()) > 3 else title.partition(" | ")[0]


def _figures(claims: tuple[Claim, ...]) -> Iterator[str]:
    """Figures too special to be shared by chance, marked with `=`: three digits that say something, or a decimal."""
    for claim in claims:
        digits = f"{claim.low:.10g}".lstrip("-")
        bare = digits.replace(".", "").strip("0")
        if claim.low == claim.high and (len(bare) > 2 or ("." in digits and len(bare) > 1)):
            yield f"={digits} {claim.unit or ''}".rstrip()


def _words(text: str) -> set[str]:
    """Content words in the singular, and details that tell one event from the next: ages, house blocks, clock times."""
    low = text.lower()
    words = {singular(word) for word in _WORD.findall(low)} - _common()
    words |= {f"{one or other}-year-old" for one, other in _AGE.findall(text)}
    words |= {f"{number} block" for number in _BLOCK.findall(low)}
    words |= {f"{hour}:{minute or '00'} {half}m" for hour, minute, half in _CLOCK.findall(low)}
    return words
