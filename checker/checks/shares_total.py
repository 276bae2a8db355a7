"""Shares that divide one whole do not come to more than 100 per cent.

What it does
    Adds the percentages of an enumeration of answers or of votes, where a last one names the rest ("undecided", "did
    not know", "others") or each stands by the name of who won it.  Each may be rounded by half a step, so n shares
    may miss 100 by n halves.

Why it matters
    More than everybody cannot have answered: a share is wrong, or several answers were allowed.

Flags
    78 per cent said no, 12 per cent said yes, 4 per cent had no opinion and 11 per cent had no answer.

Passes
    45%, 37% and 19% (rounded); 58% named rent, 47% work, 30% family; shares of different groups.

Options
    tolerance: points let pass beyond rounding.
    severity.

Measured precision
    No finding in 2,583 local-news articles; 2 of 2 right in texts known to be wrong; none in
    161 right texts, corrections and traps; all of it was used in development.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.checks._arithmetic import point
from checker.checks._reading import Phrase, Reading, Sentence
from checker.intervals import number, rounding
from checker.records import Quantity, Remark
from checker.rulebook import CheckSettings

__all__ = ["check"]

_P = r"\{p\d+\}[^{}.;:]{0,45}?"
_OPPOSED = tuple(
    Phrase(rf"{_P}\b(?:{a})\b[^{{}}.;:]{{0,30}}?{_P}\b(?:{b})\b")
    for a, b in (
        ("yes", "no"),
        ("women", "men"),
        ("men", "women"),
        ("agreed?", "disagreed?"),
        ("in favou?r|for it|supported|support|backed", "against|opposed|opposing"),
        ("no", "yes"),
    )
)
_PASSED = Phrase(
    r"\b(?:passed|carried|approved|backed|adopted)\b[^{}]{0,30}\{p\d+\}[^{}]{0,40}\{p\d+\}[^{}]{0,30}\bagainst\b"
)
_SEVERAL = Phrase(r"\b<<several_answers>>\b")
_SPLIT = Phrase(r"\b(?:split|divided|broken down|shared out)\b[^{}]{0,25}:\s")
MOST = 120
"""A sum beyond this is no slip in one share, but another kind of list."""
_VOTE = Phrase(
    r"\{p\d+\}\sof\s(?:the\s|all\s)?(?:\w+\s)?(?:votes?|ballots?|poll)\b(?!\s(?:counted|cast\sso|so\sfar|were|was))"
)
_CANDIDATE = Phrase(
    r"(?<!\bin\s)(?<!\bat\s)(?<!\bfrom\s)\b[A-Z][\w'’-]+(?:\s(?:took|won|got|had|has|received|gained|polled|secured|with|on))?\s\(?$"
)
_REST = Phrase(r"\b<<no_answer>>\b")
_NOT_ONE_WHOLE = Phrase(r"\b<<not_one_whole>>\b")
_ITEMS = r"(?:(?:,\s(?:and\s)?|\sand\s)[a-z' -]{3,40}\s\{p\d+\})"
_SHARED_OUT = Phrase(
    rf"(?:\b<<has_share>>\s\{{p\d+\}}(?:\sof\s[^{{}}.;:()]{{3,60}}?)?"
    rf"|\{{p\d+\}}\sof\s(?:the|its|all)\s(?![a-z]*\s?<<people>>)[^{{}}.;:()]{{3,50}}?){_ITEMS}{_ITEMS}+"
)


def check(page: Reading, setting: CheckSettings) -> Iterator[Remark]:
    """Enumerations of exclusive shares that come to more than 100."""
    if "p" not in page.kinds:
        return
    for at, sentence in enumerate(page.text):
        shares = [q for q in sentence.quantities if q.kind == "percent" and q.unit == "percent"]
        is_pair = len(shares) == 2 and any(pattern.search(sentence.skeleton) for pattern in (*_OPPOSED, _PASSED))
        is_vote = 2 <= len(shares) <= 8 and _is_vote(sentence, shares)
        is_shared = len(shares) >= 3 and _SHARED_OUT.search(sentence.skeleton) is not None
        is_split = is_vote or is_shared or (2 <= len(shares) <= 8 and _SPLIT.search(sentence.skeleton))
        if not is_pair and not is_split and not (3 <= len(shares) <= 8 and _REST.search(sentence.skeleton)):
            continue
        around = sentence.skeleton if is_pair else " ".join(s.skeleton for s in page.text[max(at - 1, 0) : at + 2])
        if not is_vote and _SEVERAL.search(around):
            continue
        if (_NOT_ONE_WHOLE.search(sentence.skeleton) and not is_shared) or any(q.low != q.high for q in shares):
            continue
        whole = sum(point(q) for q in shares)
        room = sum(max(rounding(q), 0.05) for q in shares) + setting.tolerance
        if not 100 + room < whole <= MOST:
            continue
        terms = " + ".join(number(point(q)) for q in shares)
        yield Remark(
            verdict="arithmetic",
            message=f"These shares of one whole come to {number(whole)}%.",
            working=f"{terms} = {number(whole)} > 100 (rounding explains at most {number(100 + room)})",
            spots=tuple(page.spot(q) for q in shares),
            confidence=0.85,
        )


def _is_vote(sentence: Sentence, shares: list[Quantity]) -> bool:
    """As in "Ruiz took 52 percent of the vote, Ode 45 percent": each share but the first stands right by a name."""
    if len(list(sentence.find(_VOTE))) != 1:
        return False
    return all(_CANDIDATE.search(sentence.text[max(q.start - 40, sentence.start) : q.start]) for q in shares[1:])
