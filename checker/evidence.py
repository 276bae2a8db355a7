"""Evidence for findings, and the fingerprint that names a finding."""

from __future__ import annotations

from hashlib import blake2b
from posixpath import normpath

from checker.records import Article, Claim, Evidence, Finding, Page, Severity, Source, Spot

__all__ = ["digest", "finding_id", "finding_order", "of_claim", "of_spot", "source_id"]

_RANK: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def of_claim(claim: Claim, source: Source) -> Evidence:
    """The claim as one side of a finding."""
    return Evidence(
        claim=claim.id,
        article=claim.article,
        uri=source.uri,
        line=claim.line,
        column=claim.column,
        field=claim.field,
        start=claim.start,
        end=claim.end,
        figure=claim.figure,
        quote=claim.quote,
        quote_start=claim.quote_start,
    )


def of_spot(spot: Spot, page: Page) -> Evidence:
    """A stretch of an article as one side of a finding, quoted with the sentences it touches."""
    article: Article = page.article
    text = article.get(spot.field)
    bounds = page.text_sentences if spot.field == "text" else page.title_sentences
    touched = [s for s in bounds if s[0] < spot.end and spot.start < s[1]] or [(spot.start, spot.end)]
    line, column = article.locate(spot.field, spot.start)
    return Evidence(
        claim=spot.claim,
        article=article.id,
        uri=article.uri,
        line=line,
        column=column,
        field=spot.field,
        start=spot.start,
        end=spot.end,
        figure=text[spot.start : spot.end],
        quote=text[touched[0][0] : touched[-1][1]],
        quote_start=touched[0][0],
    )


def digest(*parts: str, size: int = 6) -> str:
    """A short stable hash of the parts: 2 * `size` hexadecimal digits, the same on every machine."""
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=size).hexdigest()


def source_id(stem: str, uri: str, title: str, nth: int) -> str:
    """The id of an article that brings none: readable, and the same while file and title stay the same."""
    return f"{stem}-{digest(normpath(uri), title, str(nth), size=4)}"


def finding_id(check: str, evidence: tuple[Evidence, ...]) -> str:
    """The same while check, articles, figures and their sentences stay the same, wherever the lines move."""
    sides = sorted("\0".join((e.article, e.field, e.figure, " ".join(e.quote.split()))) for e in evidence)
    return digest(check, *sides)


def finding_order(finding: Finding) -> tuple[int, float, str, int, str]:
    """What findings are sorted by: the worst first, then the surest, then by place."""
    first = finding.evidence[0]
    return _RANK[finding.severity], -finding.confidence, first.uri, first.line, finding.id
