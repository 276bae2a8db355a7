"""How often findings across articles are right, by the confidence that they state: `make bench` prints the table.

A finding on two figures with a label is right when the label says that they differ as the finding says: an update for
`updated`, a contradiction for all other checks; where the label says that either is sound, it is not judged.  Labels
are gold data, which is no part of the project; without it there is no table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks import gold_folder
from benchmarks.bench_precision import Row, inside, read, run

STEP = 0.1
Verdicts = Iterator[tuple[float, str, bool]]
"""Confidence, check, and whether it was right."""
_MEANS = {
    "flag": {"conflict"},
    "flag_soft": {"conflict", "updated"},
    "note_update": {"updated"},
    "silent": set(),
    "silent_or_note": {"updated"},
}


def news(folder: Path) -> Verdicts:
    """Findings on labelled pairs of local news; an early count called a conflict is wrong, a conflict updated too."""
    findings = run(folder / "articles.jsonl", every=True)
    for pair in read(folder / "gold.jsonl"):
        sides = [(pair[side], pair[f"span_{side}"]) for side in "ab"]
        if pair["label"] != "doubtful":
            wanted = {pair["label"]} & {"conflict", "updated"}
            yield from _judged(findings, sides, wanted)


def events(folder: Path) -> Verdicts:
    """Findings on labelled pairs of events, and on look-alikes that are none."""
    findings = run(folder / "articles.jsonl", every=True)
    for pair in read(folder / "pairs.jsonl"):
        if pair["should"] in _MEANS:
            spans = [{"field": "text", "start": pair[f"{side}_start"], "end": pair[f"{side}_end"]} for side in "ab"]
            yield from _judged(findings, list(zip((pair["a"], pair["b"]), spans, strict=True)), _MEANS[pair["should"]])
    for pair in read(folder / "negatives.jsonl"):
        if pair["a"] != pair["b"]:
            yield from _judged(findings, [(pair[side], pair[f"{side}_span"]) for side in "ab"], set())


def _judged(findings: list[Row], sides: list[tuple[str, Row]], wanted: set[str]) -> Verdicts:
    for finding in findings:
        if finding["verdict"] in ("conflict", "updated") and all(inside(finding, *side) for side in sides):
            yield finding["confidence"], finding["check"], finding["verdict"] in wanted


def table(rows: dict[str, list[tuple[float, bool]]]) -> Iterator[str]:
    """A line for each check and step of confidence."""
    for check, listed in sorted(rows.items()):
        steps: dict[int, list[tuple[float, bool]]] = defaultdict(list)
        for confidence, is_right in listed:
            steps[int(confidence / STEP + 1e-9)].append((confidence, is_right))
        for _, held in sorted(steps.items()):
            stated = sum(confidence for confidence, _ in held) / len(held)
            right = sum(is_right for _, is_right in held)
            yield f"| `{check}` | {stated:.2f} | {right / len(held):.2f} | {right} of {len(held)} |"


def main() -> None:
    """Prints the table."""
    gold = gold_folder()
    if gold is None:
        print("no gold data: no table of confidence")
        return
    rows: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for verdicts in (news(gold / "data" / "conflicts"), events(gold / "data" / "wild")):
        for confidence, check, is_right in verdicts:
            rows[check].append((confidence, is_right))
            rows["all"].append((confidence, is_right))
    print("| check | stated | right | findings |\n|---|---:|---:|---:|")
    print("\n".join(table(rows)))


if __name__ == "__main__":
    main()
