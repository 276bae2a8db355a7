"""What the checks of headlines share: how a difference is told, and whether a sentence is about the same."""

from __future__ import annotations

from checker.checks._reading import Phrase, Reading, Sentence
from checker.records import Remark, Spot

__all__ = ["about_same", "conflict"]

_WORD = Phrase(r"\b(?!<<small_words>>\b)[a-z]{4,}")


def conflict(page: Reading, said: Spot, given: Spot, confidence: float) -> Remark:
    """The headline's figure set against the text's."""
    headline, text = (page.article.get(spot.field)[spot.start : spot.end] for spot in (said, given))
    return Remark(
        verdict="conflict",
        message=f"The headline says “{headline}”, the text “{text}”.",
        working=f"headline: {headline}; text: {text}",
        spots=(said, given),
        confidence=confidence,
    )


def about_same(title: Sentence, sentence: Sentence) -> bool:
    """Whether headline and sentence share two words of weight, or the only one that the headline has."""
    own, other = ({w[:4] for w in _WORD.findall(s.skeleton)} for s in (title, sentence))
    return len(own & other) >= min(2, len(own)) > 0
