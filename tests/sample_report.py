"""A small report with one of everything, made of records by hand: what the formats are tested on."""

from __future__ import annotations

from checker.records import Claim, Coverage, Evidence, Fact, Finding, Problem, Report, Source

TEXTS = {
    "a1": "Police said on Monday that at least 93 people had been killed in the quarry fire.",
    "b1": "The fire in the quarry killed 115 people, the ministry | said <on> Tuesday.",
    "c1": "By Wednesday 121 people had died in the quarry fire, the ministry said.",
    "d1": "The quarry fire, which killed 93 people, began in a shed.",
    "d2": "Of the 40 injured, 12 are in Vell and 25 in Oberwick hospitals.",
    "e1": "Firefighters from 14 towns came to help.",
}


def sample() -> Report:
    """Four outlets on one fire: a conflict, an update, a sum, a fact that agrees, a file that can't be read."""
    sources = (
        _source("a", "drop/a.txt", "Fire in a quarry", "Vell Courier", "2031-03-03"),
        _source("b", "drop/b.md", "Toll rises [again](https://example.org)", "Oberwick | Post", "2031-03-04T08:00:00"),
        _source("c", "drop/c.txt", "Third day", "Vell Courier", "2031-03-05"),
        _source("d", "drop/late/d.jsonl", None, None, "2031-03-06"),
        _source("e", "-", "From the wire", "Wire", None),
    )
    claims = (
        _claim("a1", "a", "93", 93, bound="at_least", speaker="Police", as_of="2031-03-03", line=4),
        _claim("a2", "a", "14", 14, text="e1", fact="count:town", line=6),
        _claim("b1", "b", "115", 115, speaker="the ministry", as_of="2031-03-04", line=3),
        _claim("c1", "c", "121", 121, speaker="the ministry", as_of="2031-03-05", line=9),
        _claim("d1", "d", "93", 93, line=1, column=None),
        _claim("d2", "d", "40", 40, fact="injured", line=1, column=None),
        _claim("d3", "d", "12", 12, text="d2", fact="injured", line=1, column=None),
        _claim("d4", "d", "25", 25, text="d2", fact="injured", line=1, column=None),
        _claim("e1", "e", "14", 14, fact="count:town", line=2),
    )
    by_id = {claim.id: claim for claim in claims}
    uris = {source.article: source.uri for source in sources}

    def side(name: str) -> Evidence:
        claim = by_id[name]
        return Evidence(
            claim=claim.id,
            article=claim.article,
            uri=uris[claim.article],
            line=claim.line,
            column=claim.column,
            field=claim.field,
            start=claim.start,
            end=claim.end,
            figure=claim.figure,
            quote=claim.quote,
            quote_start=claim.quote_start,
        )

    findings = (
        Finding(
            id="aa11",
            check="parts_total",
            verdict="arithmetic",
            severity="error",
            confidence=0.9,
            message="12 and 25 injured are given as parts of 40, but make 37.",
            working="12 + 25 = 37, not 40 (off by 7.5%)",
            fact=None,
            claims=("d2", "d3", "d4"),
            evidence=(side("d3"), side("d4"), side("d2")),
        ),
        Finding(
            id="bb22",
            check="conflict",
            verdict="conflict",
            severity="warning",
            confidence=0.72,
            message="93 people killed in the quarry fire, though 121 were reported the day before.",
            working="93 to 93 does not meet 121 to 121",
            fact="f1",
            claims=("a1", "c1", "d1"),
            evidence=(side("d1"), side("c1")),
        ),
        Finding(
            id="cc33",
            check="updated",
            verdict="updated",
            severity="info",
            confidence=0.8,
            message="People killed in the quarry fire rose from 93 to 115.",
            working="at least 93, then 115 a day later",
            fact="f1",
            claims=("a1", "b1"),
            evidence=(side("a1"), side("b1")),
        ),
    )
    facts = (
        Fact(
            id="f1",
            fact="killed",
            label="people killed, quarry fire",
            verdict="conflict",
            claims=("a1", "b1", "c1", "d1"),
            why=("all name the quarry", "dates within three days"),
        ),
        Fact(id="f2", fact="count:town", label="towns that helped", verdict="agree", claims=("a2", "e1")),
    )
    return Report(
        coverage=Coverage(
            documents=5, articles=5, quantities=12, claims=9, compared=9, skipped={"dates and times": 2, "ordinals": 1}
        ),
        sources=sources,
        claims=claims,
        facts=facts,
        findings=findings,
        problems=(Problem("drop/photo.jpg", "read", "is not text"),),
    )


def _source(article: str, uri: str, title: str | None, outlet: str | None, published: str | None) -> Source:
    return Source(article=article, uri=uri, title=title, outlet=outlet, published=published, line=1)


def _claim(
    name: str,
    article: str,
    figure: str,
    value: float,
    *,
    text: str | None = None,
    fact: str = "killed",
    line: int,
    column: int | None = 7,
    bound: str = "exact",
    speaker: str | None = None,
    as_of: str | None = None,
) -> Claim:
    quote = TEXTS[text or name]
    begin = 100 * line
    start = begin + quote.index(figure)
    return Claim(
        id=name,
        article=article,
        field="text",
        start=start,
        end=start + len(figure),
        figure=figure,
        fact=fact,
        low=value,
        high=value,
        bound="at_least" if bound == "at_least" else "exact",
        unit="count",
        counted="person" if fact != "count:town" else "town",
        speaker=speaker,
        as_of=as_of,
        quote=quote,
        quote_start=begin,
        line=line,
        column=column,
    )
