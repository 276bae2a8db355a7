"""The records that cross a border between two stages.

All are frozen: a function takes records and returns records.  Offsets count Unicode characters of one field
(`title` or `text`) of one article, from 0, end exclusive.  Lines and columns count from 1 in the source file.
The words (quantity, claim, fact, finding) are those of the public JSON, schema `checker/1`.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Literal

from msgspec import Struct, field

__all__ = [
    "Analysis",
    "Article",
    "Bound",
    "Change",
    "ChangeRole",
    "Claim",
    "Coverage",
    "Document",
    "Evidence",
    "Fact",
    "FactVerdict",
    "FieldName",
    "Finding",
    "Ignore",
    "Judgement",
    "Kept",
    "Kind",
    "Page",
    "Place",
    "Problem",
    "Quantity",
    "Remark",
    "Report",
    "Severity",
    "Source",
    "Spot",
    "Status",
    "Verdict",
    "When",
]

FieldName = Literal["title", "text"]
Kind = Literal[
    "count",
    "money",
    "percent",
    "measure",
    "duration",
    "age",
    "ordinal",
    "date",
    "time",
    "ratio",
    "score",
    "name",
]
Bound = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "range", "vague"]
Change = Literal["up", "down", "none"]
ChangeRole = Literal["by", "to", "from", "none"]
Status = Literal["actual", "planned", "target", "estimate", "denied", "hypothetical", "background", "previous"]
Verdict = Literal["conflict", "updated", "arithmetic", "calendar", "form"]
FactVerdict = Literal["agree", "updated", "conflict"]
Severity = Literal["error", "warning", "info"]


class Place(Struct, frozen=True):
    """A stretch of a field that runs on in one line of the source: from `offset` on, column advances by one."""

    offset: int
    line: int
    column: int


class Ignore(Struct, frozen=True):
    """A comment `checker: ignore[check-id] reason` in a source file: these checks are silent from place to place."""

    line: int
    """Where the comment itself stands."""
    start: tuple[int, int]
    end: tuple[int, int]
    """Line and column of the first character that it speaks of, and of the one behind the last."""
    checks: tuple[str, ...]
    """Empty where the comment names none, and so can't be followed."""
    reason: str


class Document(Struct, frozen=True):
    """One file of input, or standard input: its name as the user gave it, and its bytes."""

    uri: str
    data: bytes


class Article(Struct, frozen=True, kw_only=True):
    """One news text.  `places` map offsets to the source file; a record of JSONL or CSV has none, only a line."""

    id: str
    uri: str
    """The path as given on the command line; below a folder joined with `/`."""
    title: str | None
    text: str
    outlet: str | None = None
    published: str | None = None
    """ISO 8601, a date or a date with time; None where the source does not tell."""
    url: str | None = None
    line: int = 1
    """Where the article begins in its file."""
    is_record: bool = False
    """A record's offsets count into the record as given, and its text need not be repeated in output."""
    title_places: tuple[Place, ...] = ()
    text_places: tuple[Place, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    """Of the whole file that the article stands in."""

    def get(self, field_name: FieldName) -> str:
        """The field's text, empty for a missing title."""
        return self.text if field_name == "text" else self.title or ""

    def locate(self, field_name: FieldName, offset: int) -> tuple[int, int | None]:
        """Line and column of an offset in the source file; the column is None for a record."""
        places = self.text_places if field_name == "text" else self.title_places
        if not places:
            return self.line, None
        place = places[max(bisect_right(places, offset, key=lambda p: p.offset) - 1, 0)]
        return place.line, place.column + offset - place.offset


class Quantity(Struct, frozen=True, kw_only=True):
    """A number as written, with unit, bound and change.  `low` and `high` are as written, not widened."""

    field: FieldName
    start: int
    end: int
    figure: str
    """The number with its unit of measure or currency, without hedge words and without the noun counted."""
    kind: Kind
    low: float | None
    high: float | None
    bound: Bound = "exact"
    grain: float | None = None
    """The step of the last digit written, in the unit of `low`: 100000 for "3.5 million"."""
    unit: str | None = None
    change: Change = "none"
    change_role: ChangeRole = "none"
    counted: str | None = None
    """The noun counted, singular, lower case unless a name."""
    counted_phrase: str | None = None
    """The same with the words before it that say which sort: "first-team player" where `counted` is "player"."""
    concept: tuple[str, ...] = ()
    phrase: tuple[int, int] = (0, 0)
    """The stretch from the first hedge or determiner to the end of the noun phrase counted."""


class When(Struct, frozen=True):
    """A stretch of days, both ends included, ISO 8601."""

    start: str
    end: str


class Claim(Struct, frozen=True, kw_only=True):
    """A quantity in context: what is counted or measured, of whom, where, when, who says so, how firmly."""

    id: str
    article: str
    field: FieldName
    start: int
    end: int
    figure: str
    fact: str
    """Id of a fact rule, or `count:<noun>` or `measure:<dimension>:<noun>`."""
    low: float
    high: float
    bound: Bound = "exact"
    grain: float | None = None
    unit: str | None = None
    counted: str | None = None
    change: Change = "none"
    change_role: ChangeRole = "none"
    scope: tuple[str, ...] = ()
    """What narrows the set counted: "child", "first day", "ukrainian"; sorted, lower case, singular."""
    where: tuple[str, ...] = ()
    when: When | None = None
    as_of: str | None = None
    speaker: str | None = None
    status: Status = "actual"
    implied: bool = False
    """No numeral stands in the text: "a man was killed" is 1."""
    quote: str = ""
    """The sentence that holds the figure, as written."""
    quote_start: int = 0
    line: int = 1
    column: int | None = None
    names: tuple[str, ...] = ()
    """Names in the sentence, lower case, sorted: what links it to others beside the article's own names."""


class Source(Struct, frozen=True, kw_only=True):
    """What linking and reporting know of an article once its text is put away."""

    article: str
    uri: str
    title: str | None
    outlet: str | None
    published: str | None
    line: int
    names: dict[str, float] = field(default_factory=dict)
    """Specific names of people, places and bodies in the article, lower case, with their weight in it."""
    words: tuple[str, ...] = ()
    """Event words of the article (explosion, election, quarter), lemmas, sorted."""
    days: tuple[str, ...] = ()
    """Days on which the article says that things happened, ISO 8601, the most prominent first."""
    signature: tuple[int, ...] = ()
    """MinHash of the text's shingles, to find near-copies."""
    ignores: tuple[Ignore, ...] = ()
    """Of the whole file that the article stands in."""
    lands: tuple[str, ...] = ()
    """Countries that the article is about, lower case, sorted."""
    often: dict[str, int] = field(default_factory=dict)
    """Of the words those that the article says more than once, and how often; the headline counts twice more."""


class Kept(Struct, frozen=True):
    """One article as the archive keeps it, with the words it is found under."""

    source: Source
    claims: tuple[Claim, ...]
    names: tuple[str, ...]
    """Words of its names."""
    words: tuple[str, ...]
    """Its other words; they are only counted."""
    days: tuple[int, ...]
    """Days that it tells of, as ordinals."""


class Spot(Struct, frozen=True):
    """A stretch of an article that a check points at, and the claim that stands there, if any."""

    field: FieldName
    start: int
    end: int
    claim: str | None = None


class Remark(Struct, frozen=True, kw_only=True):
    """What a check of one article yields; the engine adds id, severity and evidence and makes it a finding."""

    verdict: Verdict
    message: str
    """One sentence for an editor, with the figures as written."""
    working: str
    """The comparison or sum as a reader would check it: `40 + 65 = 105, not 115`."""
    spots: tuple[Spot, ...]
    confidence: float = 0.9
    severity: Severity | None = None
    """None: as the check's settings say.  A check may only lower it."""


class Page(Struct, frozen=True):
    """One article with all that was found in it: what a check of one article sees."""

    article: Article
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    title_sentences: tuple[tuple[int, int], ...]
    text_sentences: tuple[tuple[int, int], ...]


class Evidence(Struct, frozen=True, kw_only=True):
    """One side of a finding: a figure, where it stands, and the sentence around it."""

    claim: str | None
    article: str
    uri: str
    line: int
    column: int | None
    field: FieldName
    start: int
    end: int
    figure: str
    quote: str
    quote_start: int = 0
    """Where in the field the quote begins, so that the figure can be marked in it; not part of the public JSON."""


class Finding(Struct, frozen=True, kw_only=True):
    """What an editor should look at, with its evidence and its working shown."""

    id: str
    check: str
    verdict: Verdict
    severity: Severity
    confidence: float
    message: str
    working: str
    fact: str | None
    claims: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class Fact(Struct, frozen=True, kw_only=True):
    """The claims, from one article or many, that speak of the same thing."""

    id: str
    fact: str
    label: str
    verdict: FactVerdict
    claims: tuple[str, ...]
    why: tuple[str, ...] = ()
    """What joined the claims, for a reader: "both name Harbour Street", "same day"."""


class Problem(Struct, frozen=True, order=True):
    """Input that could not be used as it is: one line, never a traceback."""

    uri: str
    stage: str
    message: str


class Coverage(Struct, frozen=True, kw_only=True):
    """How much was read and compared, and why the rest was not."""

    documents: int
    articles: int
    quantities: int
    claims: int
    compared: int
    skipped: dict[str, int]


class Analysis(Struct, frozen=True, kw_only=True):
    """All that one article yields by itself."""

    source: Source
    quantities: tuple[Quantity, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]


class Judgement(Struct, frozen=True):
    """Facts and cross-article findings, each in its final order."""

    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]


class Report(Struct, frozen=True, kw_only=True):
    """The result of a run, each list in its final order."""

    coverage: Coverage
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    hidden: dict[str, int] = {}
    """Findings that are not listed, by the reason: "accepted in the baseline"."""
