"""How firmly a figure is said: done, planned, denied, superseded, or an earlier event told again."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import cache, lru_cache

from checker.claims.arguments import Match
from checker.claims.context import Setting
from checker.claims.nodes import Node
from checker.claims.roles import words
from checker.language import dates
from checker.records import Status, When
from checker.rulebook.tables import table

__all__ = ["is_background", "is_contrasted", "is_outlived", "status_at", "status_of"]

_WORD = re.compile(r"[a-z]+")
_VERBS = frozenset({"verb", "trigger", "be", "have", "say", "modal"})
_AUXILIARIES = frozenset({"be", "have", "adverb", "not"})
_SHORT_OF = frozenset({"nearly", "almost"})
_DOUBT = frozenset({"if", "whether", "unless", "until"})
_OLD = 60
"""A date that lies more days than this before publication is not the news."""
_BACK = 400
"""Characters before a sentence that begins with "That storm" in which the storm's date may stand."""
_AGAINST = frozenset({"not", "instead", "rather"})
_TAKEN_BACK = re.compile(r"(?:,\s(?:and\s)?not|\binstead of|\brather than)\s(?:the\s)?(?:\w+\s)?\Z", re.I)
_UNTIL = re.compile(r"(?:\s[a-z]+){0,2}\suntil\s", re.I)
_DATE_REACH = 24
"""Characters behind "until" in which its day must stand."""
_CLAUSES = re.compile(
    r"[,;:()–—](?= )|(?<= )[(–—-](?=[ \w])|\b(?:but|while|whereas|although|though|now|up from|down from)\b"
)
"""Where one statement ends and the next begins."""
_POINTING = re.compile(r"(?:That|Those)\s[a-z]+\s")
_BEFORE = 7
"""How many nodes before its verb a plan, a doubt or a denial is looked for."""


@cache
def _sets() -> dict[str, frozenset[str]]:
    return {role: frozenset(map(str, listed)) for role, listed in table("status").items()}


@cache
def _cues(role: str) -> dict[str, list[str]]:
    """The cues by their longest word: a sentence without any of these holds no cue, and need not be searched."""
    found: dict[str, list[str]] = {}
    for cue in sorted(_sets()[role]):
        found.setdefault(max(_WORD.findall(cue), key=len), []).append(cue)
    return found


@cache
def _telling_words(role: str) -> frozenset[str]:
    return frozenset(_cues(role))


def _has_cue(role: str, setting: Setting) -> bool:
    return bool(_cue_places(role, setting))


def _cue_places(role: str, setting: Setting) -> tuple[int, ...]:
    """Where in the sentence cues stand, each at the beginning of a word."""
    telling = _telling_words(role)
    if setting.said.isdisjoint(telling):
        return ()
    return _found(setting.low, tuple(cue for word in sorted(setting.said & telling) for cue in _cues(role)[word]))


@lru_cache(maxsize=16)
def _found(low: str, cues: tuple[str, ...]) -> tuple[int, ...]:
    """Where the cues stand in the sentence; kept, for each of its figures asks."""
    found: list[int] = []
    for cue in cues:
        at = low.find(cue)
        while at >= 0:
            if not (at and low[at - 1].isalnum()):
                found.append(at)
            at = low.find(cue, at + len(cue))
    return tuple(found)


def status_of(nodes: list[Node], match: Match, setting: Setting) -> Status:
    """The status of what the match counts, from the words about its verb and the sentence as a whole."""
    return _status(_by_verb(nodes, match.trigger), setting, nodes[match.places[0]].start)


def status_at(nodes: list[Node], at: int, setting: Setting) -> Status:
    """The status of a figure that no verb's grammar reached."""
    return _status(_by_verb(nodes, at), setting, nodes[at].start)


def _status(by_verb: Status, setting: Setting, start: int) -> Status:
    if by_verb != "actual":
        return by_verb
    if _has_cue("denied", setting):
        return "denied"
    if _is_called_earlier(setting, start):
        return "previous"
    return "actual"


def _is_called_earlier(setting: Setting, start: int) -> bool:
    """Whether the words for what is superseded speak of the figure at this offset.

    They speak of the figures of their own clause; where it holds none, of those of the next one that does, or of the
    one before when only a comma parts them: "12 men died, police first said".
    """
    places = _cue_places("previous", setting)
    if not places:
        return False
    marks = list(_CLAUSES.finditer(setting.quote))
    ends = [mark.start() for mark in marks]

    def clause(at: int) -> int:
        return bisect_right(ends, at)

    told = sorted({clause(figure - setting.begin) for figure in (*setting.figures, start)})
    own = clause(start - setting.begin)
    for place in map(clause, places):
        following = next((number for number in told if number >= place), None)
        if own == following or (following is None and own == place - 1 and marks[own].group() == ","):
            return True
    return False


def _by_verb(nodes: list[Node], trigger: int) -> Status:
    """What stands between subject and verb, or before a verb that has its object behind."""
    sets = _sets()
    floor = max(0, trigger - _BEFORE)
    if trigger and nodes[trigger - 1].word in _SHORT_OF and nodes[trigger].quantity is None:
        return "hypothetical"
    at = trigger - 1
    while at >= floor:
        node = nodes[at]
        if node.kind == "modal":
            if node.word in ("did", "do", "does") or (
                node.word == "to"
                and (nodes[at + 1].quantity is not None or nodes[at + 1].kind == "have" or _is_led(nodes, at))
            ):
                pass
            elif node.word == "may" and nodes[at + 1].kind == "have":
                return "estimate"
            elif node.word == "to" and (_is_direction(nodes[at + 1]) or (at and nodes[at - 1].is_ranked)):
                pass  # "sales to the north", "the third person to die"
            elif node.word == "to":
                return _infinitive(nodes, at)
            else:
                return "planned" if node.word in ("will", "shall", "to") else "hypothetical"
        elif node.kind == "not":
            if nodes[at + 1].word not in sets["no_denial"]:
                return "denied"
        elif node.kind == "phrase" and at and nodes[at - 1].word in _DOUBT:
            return "hypothetical"
        elif node.kind in ("stop", "say", "who", "trigger") or (node.kind == "phrase" and node.quantity is None):
            break
        elif node.word == "that" and at == trigger - 1:
            break  # "the attempted robbery that killed three"
        elif node.kind == "comma" and all(between.kind in _AUXILIARIES for between in nodes[at + 1 : trigger]):
            at = max((back for back in range(floor, at) if nodes[back].kind == "comma"), default=at)
        elif node.kind in ("word", "adverb", "verb") and node.word in sets["estimate"]:
            return "estimate"
        elif node.word in sets["hypothetical"]:
            return "hypothetical"
        at -= 1
    return "actual"


def _is_direction(node: Node) -> bool:
    return node.is_name or node.kind == "phrase" or node.word in words()["determiners"]


def _is_led(nodes: list[Node], at: int) -> bool:
    """Whether "to" leads to a level or a duty and is no plan: "rose to a high of 49", "had to leave", "up to now"."""
    before = nodes[at - 1] if at else nodes[at]
    return before.kind == "have" or before.word == "up" or before.word in words()["linking"]


def _infinitive(nodes: list[Node], at: int) -> Status:
    """What an infinitive means: "planned to evacuate 9,000" against "was forced to evacuate"."""
    sets = _sets()
    if not any(node.kind in _VERBS for node in nodes[:at]):
        return "planned"  # a headline: "Maker to cut 3,000 jobs"
    for back in range(at - 1, max(at - 4, -1), -1):
        word = nodes[back].word
        if word in sets["achieved"]:
            return "actual"
        if word in sets["planned"]:
            return "planned"
        if word in sets["target"]:
            return "target"
        if word in sets["estimate"]:
            return "estimate"
        if nodes[back].kind == "phrase" and nodes[back].quantity is not None:
            continue
    return "hypothetical"


def is_contrasted(setting: Setting, at: int) -> bool:
    """Whether the figure at this offset is the one taken back: "not nine, as the clinic said", "instead of nine"."""
    if setting.said.isdisjoint(_AGAINST):
        return False
    return _TAKEN_BACK.search(setting.quote, 0, at - setting.begin) is not None


def is_outlived(setting: Setting, end: int) -> bool:
    """Whether the figure that ends here held only up to a day gone by: "stood at 93 until Sunday"."""
    following = _UNTIL.match(setting.quote, end - setting.begin)
    if following is None or setting.article.published is None:
        return False
    rest = setting.quote[following.end() : following.end() + _DATE_REACH]
    when = next((dates.resolve(mention, setting.article.published) for mention in dates.find(rest)), None)
    return when is not None and when.end < setting.article.published[:10]


def is_background(setting: Setting, at: int) -> bool:
    """Whether the figure at this offset is of another time than the news: long ago, or a statistic of a longer time."""
    if _has_cue("background", setting) and not _has_cue("current", setting):
        return True
    when = setting.when(at)
    return _is_old(when, setting) if when is not None else _goes_on(setting)


def _is_old(when: When, setting: Setting) -> bool:
    published = setting.article.published
    if published is None:
        return False
    return (date.fromisoformat(published[:10]) - date.fromisoformat(when.end)).days > _OLD


def _goes_on(setting: Setting) -> bool:
    """Whether the sentence goes on about what the text told before of a day long ago: "That storm killed 46"."""
    opening = _POINTING.match(setting.quote)
    if opening is None or setting.article.published is None:
        return False
    first = max(setting.text.rfind("\n\n", 0, setting.begin), setting.begin - _BACK)
    whens = [dates.resolve(m, setting.article.published) for m in dates.find(setting.text[first + 1 : setting.begin])]
    known = [when for when in whens if when is not None]
    return bool(known) and _is_old(known[-1], setting)
