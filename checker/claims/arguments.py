"""Who or what a rule's word speaks of: subject, object and complement, across coordination and asides."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from checker.claims.entries import Entry
from checker.claims.nodes import Node

__all__ = ["Match", "matches"]

_AMONG = "among"
_INCLUDING = frozenset({"including", _AMONG})
_RELATIVE = frozenset({"that", "which", "who"})
_STEPS = 34
"""How many nodes a subject may stand before its verb."""
_PASSED = frozenset({"adverb", "be", "have", "modal", "not", "figure", "day", "word", "preposition"})
_PREDICATES = frozenset({"be", "have", "modal", "trigger", "verb", "say"})
_TIME_CLAUSES = frozenset({"after", "before", "while", "since", "when"})
_UNFINISHED = frozenset({"being", "getting", "having"})


class Match(Struct, frozen=True, gc=False):
    """A rule's word at node `trigger` speaks of these phrases: several when they are joined by "and"."""

    entry: Entry
    trigger: int
    places: tuple[int, ...]
    """Numbers of the phrase nodes, in order."""


def matches(nodes: list[Node]) -> Iterator[Match]:
    """Every rule's word of the sentence with the phrases that it counts."""
    for at, node in enumerate(nodes):
        if node.kind == "trigger":
            done: set[str] = set()
            for entry in node.entries:
                places = [] if entry.rule in done else _places(nodes, at, entry)
                if places:
                    if not entry.head:
                        done.add(entry.rule)
                    yield Match(entry, at, tuple(places))
                    for part in _parts_named(nodes, places[-1]):
                        yield Match(entry, at, (part,))
        elif node.kind == "phrase" and node.entries:
            for entry in node.entries:
                if entry.part == "deed" and node.quantity is not None:
                    continue
                if entry.part not in ("noun", "deed") and node.is_definite and node.quantity is None:
                    continue
                if node.quantity is not None or node.value in (0, 2, 3, 4) or entry.part not in ("noun", "deed"):
                    yield Match(entry, at, (at,))


def _parts_named(nodes: list[Node], at: int) -> Iterator[int]:
    """The three of "12 people, including three children": they are killed as well."""
    at += 1
    while at < len(nodes) and nodes[at].kind in ("comma", "day", "word"):
        at += 1
    if at < len(nodes) and nodes[at].word in _INCLUDING:
        yield from (place for place in _right(nodes, at) if nodes[place].quantity is not None)


def _places(nodes: list[Node], at: int, entry: Entry) -> list[int]:
    match entry.part:
        case "noun" | "deed" | "figure":
            return _of_noun(nodes, at)
        case "adjective":
            if at + 2 < len(nodes) and nodes[at + 1].word == ":" and nodes[at + 2].quantity is not None:
                return [at + 2] if nodes[at + 2].kind == "phrase" else []
            return _left(nodes, at, reduced=True)
        case "act":
            return [] if entry.form == "participle" and _auxiliary(nodes, at) == "be" else _left(nodes, at)
        case _:
            return _of_verb(nodes, at, entry)


def _of_noun(nodes: list[Node], at: int) -> list[int]:
    """Whom a noun tells of: "the death of two men", "the man's death"."""
    if at + 1 < len(nodes) and nodes[at + 1].word == "of":
        return _right(nodes, at + 1, is_complement=True)
    before = nodes[at - 1] if at else None
    if before is not None and before.kind == "phrase" and before.possessive:
        return [at - 1]
    return []


def _of_verb(nodes: list[Node], at: int, entry: Entry) -> list[int]:
    auxiliary = _auxiliary(nodes, at)
    if entry.form in ("base", "third", "ing"):
        return _right(nodes, at) if entry.form != "ing" or auxiliary != "being" else []
    if auxiliary == "be":
        return _left(nodes, at)
    if auxiliary != "have":
        found = _right(nodes, at) or _shared_object(nodes, at)
        if found:
            return found
        return _left(nodes, at, reduced=True) if entry.form == "participle" else []
    return _right(nodes, at) or _shared_object(nodes, at)


def _auxiliary(nodes: list[Node], at: int) -> str:
    """The auxiliary before the verb, past adverbs: "be", "have" or none."""
    at -= 1
    while at >= 0 and nodes[at].kind in ("adverb", "not"):
        at -= 1
    if at < 0:
        return ""
    if nodes[at].kind in ("and", "comma") and at and nodes[at - 1].kind == "trigger":
        return _auxiliary(nodes, at - 1)
    return nodes[at].kind if nodes[at].kind in ("be", "have") else ""


def _shared_object(nodes: list[Node], at: int) -> list[int]:
    """The object of the second verb is that of the first: "shot and killed his wife"."""
    if at + 2 < len(nodes) and nodes[at + 1].kind == "and" and nodes[at + 2].kind == "trigger":
        return _right(nodes, at + 2)
    return []


def _right(nodes: list[Node], at: int, is_complement: bool = False) -> list[int]:
    """The phrase that follows directly, with what is joined to it."""
    at += 1
    while at < len(nodes) and nodes[at].kind == "adverb":
        at += 1
    if at >= len(nodes) or nodes[at].kind != "phrase":
        return []
    if not is_complement and _begins_clause(nodes, at):
        return []
    found = [at]
    pending: list[int] = []
    while True:
        joint = _skip_aside(nodes, at + 1)
        if joint + 1 >= len(nodes) or nodes[joint].kind not in ("and", "comma") or nodes[joint].word == "but":
            break
        is_and = nodes[joint].kind == "and"
        following = joint + 1
        if not is_and and nodes[following].kind == "and":
            is_and, following = True, following + 1
        if following >= len(nodes) or nodes[following].kind != "phrase":
            break
        if not is_complement and _begins_clause(nodes, following):
            break
        if joint > at + 1 and nodes[following].is_name and not nodes[following].is_known:
            break  # "two near Mill Road and Harbour": a place
        if nodes[joint].kind == "comma" and nodes[joint].word != ",":
            break
        pending.append(following)
        at = following
        if is_and or nodes[following].head == "other":
            found += pending
            break
    return found


def _begins_clause(nodes: list[Node], at: int) -> bool:
    """Whether the phrase is the subject of a clause of its own."""
    at += 1
    while at < len(nodes) and nodes[at].kind in ("adverb", "not"):
        at += 1
    if at >= len(nodes):
        return False
    following = nodes[at]
    if following.kind == "trigger":
        return any(entry.part not in ("noun", "deed") and entry.form not in ("ing",) for entry in following.entries)
    return following.kind in _PREDICATES and not following.word.endswith("ing") and following.word != "to"


def _skip_aside(nodes: list[Node], at: int) -> int:
    """Past an age or a home that follows a person: ", 22, of Springfield,"."""
    begin = at
    while at < len(nodes) and (nodes[at].kind in ("figure", "word", "day", "preposition") or _is_age(nodes, at)):
        at += 1
    if at < len(nodes) and nodes[at].kind == "comma" and at + 1 < len(nodes) and nodes[at + 1].kind == "figure":
        return _skip_aside(nodes, at + 1)
    return at if at < len(nodes) and nodes[at].kind in ("and", "comma") and at - begin <= 6 else begin


def _is_age(nodes: list[Node], at: int) -> bool:
    return nodes[at].kind == "comma" and at + 1 < len(nodes) and nodes[at + 1].kind == "figure"


def _left(nodes: list[Node], at: int, reduced: bool = False) -> list[int]:
    """The subject: the last phrase before that is not itself the object of a preposition."""
    loose = nodes[at].word.endswith("ing")
    crossed = False
    steps = 0
    at -= 1
    while at >= 0 and nodes[at].kind == "adverb":
        at -= 1
    if reduced and at > 1 and nodes[at].kind == "phrase" and nodes[at - 1].word in _INCLUDING - {_AMONG}:
        at -= 2  # but "a girl among three wounded"
    if at >= 0 and nodes[at].kind == "phrase" and (reduced or nodes[at].quantity is not None):
        return _joined(nodes, at)  # also after a preposition: "with 12 dead", "among 3 killed"
    while at >= 0 and steps < _STEPS:
        steps += 1
        node = nodes[at]
        if node.kind in _PASSED:
            loose = loose or node.word in _UNFINISHED
            at -= 1
        elif node.kind == "comma":
            at -= 1
        elif node.kind == "phrase":
            before = _preposition_before(nodes, at)
            aside = _relative_before(nodes, at)
            if aside >= 0:
                at = aside - 1  # "a fourth rider in the crash, which cost three lives, is dead"
            elif _is_bare_age(nodes, at) or (at and nodes[at - 1].kind == "be" and node.quantity is None):
                at -= 1  # "six riders, believed to be cousins, were killed"
            elif before >= 0:
                at = before - 1
            elif at > 1 and nodes[at - 2].is_ranked and nodes[at - 1].word == ",":
                return [at - 2]
            elif _is_aside(nodes, at):
                at -= 2  # "four men, two of them brothers, were"
            elif at and nodes[at - 1].part and _is_aside(nodes, at - 1):
                at -= 3
            elif node.possessive or _is_region(nodes, at):
                at -= 1
            else:
                return _joined(nodes, at, is_subject=True)
        elif node.kind == "who" and crossed:
            at -= 1  # an aside of its own: "eleven suspects, who were involved in the raid, were held"
        elif node.kind == "who":
            at -= 1
            while at >= 0 and nodes[at].kind in ("comma", "preposition"):
                at -= 1
            if at >= 0 and nodes[at].kind == "phrase":
                return [at] if nodes[at].quantity is not None else _joined(nodes, at)
        elif node.kind == "and" and at and nodes[at - 1].kind == nodes[at + 1].kind == "figure":
            at -= 1  # "two boys, ages 6 and 9, were"
        elif node.kind == "and" or (node.kind == "clause" and loose and node.word in _TIME_CLAUSES):
            at = _verb_before(nodes, at)
            if at < 0:
                return []
            at -= 1
        elif node.kind == "say" and at and nodes[at - 1].kind == "be":
            at -= 1  # "are said to have suffered"
        elif node.kind == "say":
            at = _before_aside(nodes, at)
        elif node.kind == "trigger" or (node.kind == "verb" and _is_unfinished(nodes, at)):
            crossed = True
            at -= 1
        else:
            return []
    return []


def _relative_before(nodes: list[Node], at: int) -> int:
    """Where the clause between commas begins whose object the phrase is; -1 where it is in none."""
    if at + 1 >= len(nodes) or nodes[at + 1].kind != "comma" or not _is_object(nodes, at):
        return -1
    at -= 1
    while at >= 0 and nodes[at].kind in ("trigger", "verb", "adverb", "have"):
        at -= 1
    return at if at > 0 and nodes[at].word in _RELATIVE and nodes[at - 1].kind == "comma" else -1


def _is_unfinished(nodes: list[Node], at: int) -> bool:
    """A participle: "a driver (who was) struck by a train", "a man walking home"."""
    if nodes[at].word.endswith(("ed", "ing")):
        return True
    at -= 1
    while at >= 0 and nodes[at].kind == "adverb":
        at -= 1
    return at >= 0 and nodes[at].kind == "be"


def _is_region(nodes: list[Node], at: int) -> bool:
    """The second of two names that a comma parts is no person: "Lower Tarn, Moorshire,"."""
    return (
        nodes[at].is_name and not nodes[at].is_known and at > 1 and nodes[at - 1].word == "," and nodes[at - 2].is_name
    )


def _is_aside(nodes: list[Node], at: int) -> bool:
    """Whether a part is told between commas after the whole."""
    return nodes[at].part and at > 1 and nodes[at - 1].word == "," and nodes[at - 2].kind == "phrase"


def _is_bare_age(nodes: list[Node], at: int) -> bool:
    """A bare number between commas after a person: "One man, 41, was shot"."""
    node = nodes[at]
    return (
        node.quantity is not None
        and not node.head
        and not node.part
        and 1 < at < len(nodes) - 1
        and nodes[at - 1].word == nodes[at + 1].word == ","
        and nodes[at - 2].kind == "phrase"
    )


def _preposition_before(nodes: list[Node], at: int) -> int:
    quantity = nodes[at].quantity
    at -= 1
    while at >= 0 and (nodes[at].kind == "adverb" or nodes[at].possessive):
        at -= 1
    if at < 0 or nodes[at].kind != "preposition":
        return -1
    is_range = nodes[at].word == "between" and quantity is not None and quantity.bound == "range"
    return -1 if is_range else at


def _verb_before(nodes: list[Node], at: int) -> int:
    at -= 1
    while at >= 0 and nodes[at].kind not in ("verb", "trigger", "be", "have"):
        if nodes[at].kind in ("stop",):
            return -1
        at -= 1
    return at


def _before_aside(nodes: list[Node], at: int) -> int:
    """Before ", police said,"; -1 where the words of saying are no aside."""
    if at + 1 < len(nodes) and nodes[at + 1].kind != "comma":
        return -1
    for back in range(at - 1, max(at - 6, -1), -1):
        if nodes[back].kind == "comma":
            return back - 1
    return -1


def _joined(nodes: list[Node], at: int, *, is_subject: bool = False) -> list[int]:
    """The phrase with those that "and" joins to it: "John Doe, 22, and Jane Roe, 23".

    The subject of a verb behind is not joined to the object of one before: "killed two men, and three are missing".
    """
    found = [at]
    seen_and = False
    while True:
        back = at - 1
        had_and = had_comma = False
        while back >= 0 and nodes[back].kind in ("comma", "and", "figure", "word", "day", "preposition"):
            had_and = had_and or nodes[back].word in ("and", "&", "or")
            had_comma = had_comma or nodes[back].kind == "comma"
            if nodes[back].kind == "comma" and nodes[back].word != ",":
                return found
            back -= 1
        if back < 0 or at - back > 9 or nodes[back].kind != "phrase":
            break
        is_headline = nodes[back].is_bare and back == at - 2 and nodes[at - 1].word == ","
        if not (had_and or is_headline or (seen_and and had_comma)):
            break
        if _preposition_before(nodes, back) >= 0 or (is_subject and _is_object(nodes, back)):
            break
        if at - back > 2 and nodes[at].is_name and not nodes[at].is_known:
            break
        if not had_and and nodes[at].is_name and not nodes[back].is_name:  # "two men, John Doe and Jim Roe, were"
            return [back] if nodes[back].quantity is not None else found
        seen_and = seen_and or had_and
        found.insert(0, back)
        at = back
    return found


def _is_object(nodes: list[Node], at: int) -> bool:
    """Whether a verb in the active stands right before the phrase."""
    at -= 1
    while at >= 0 and nodes[at].kind == "adverb":
        at -= 1
    if at < 0 or nodes[at].kind not in ("trigger", "verb") or _auxiliary(nodes, at) == "be":
        return False
    return nodes[at].kind == "verb" or any(entry.part in ("verb", "act") for entry in nodes[at].entries)
