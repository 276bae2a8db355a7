"""How many of a check's findings are right, check by check: `make bench` prints the column of the README.

A finding (error or warning) on a text with labels is right or wrong:
  corpus       right when it touches a planted error of tests/corpus.yaml, else wrong
  corrections  right when it touches the wrong figures of a text rebuilt from a published correction; wrong elsewhere in
               it, in its corrected version, or in a right text made to tempt
  pairs        two figures of one fact in two articles: right when the label says conflict or updated, wrong when it
               says that they agree or belong to different events; doubtful pairs and other findings are not judged
The last two are gold data, which is no part of the project; their columns are left out where it is not found.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks import ROOT, gold_folder
from checker.rulebook import default_rulebook

CORPUS = ROOT / "tests" / "corpus"
Row = dict[str, Any]
Verdicts = Iterator[tuple[str, bool]]


def run(path: Path, *, every: bool = False) -> list[Row]:
    """The errors and warnings in the files, as JSON objects; or every finding."""
    command = (sys.executable, "-m", "checker", "check", "--fail-on", "never", "--format", "json", str(path))
    done = subprocess.run(command, cwd=ROOT, check=False, stdout=subprocess.PIPE)
    findings: list[Row] = json.loads(done.stdout)["findings"]
    return [finding for finding in findings if every or finding["severity"] != "info"]


def check_records(records: list[Row]) -> list[Row]:
    """The errors and warnings in these articles."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "articles.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return run(path)


def read(path: Path) -> list[Row]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def corpus() -> Verdicts:
    """The invented articles with planted errors."""
    labels = yaml.safe_load((ROOT / "tests" / "corpus.yaml").read_text(encoding="utf-8"))
    wrong = [(label["wrong"]["file"], label["wrong"]["near"], label["wrong"]["figure"]) for label in labels["planted"]]
    for finding in run(CORPUS):
        sides = [(str(Path(e["uri"]).relative_to(CORPUS)), e["quote"], e["figure"]) for e in finding["evidence"]]
        hit = any(
            file == uri and _plain(near) in _plain(quote) and (figure in said or said in figure)
            for file, near, figure in wrong
            for uri, quote, said in sides
        )
        yield finding["check"], hit


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def corrections(folder: Path) -> Verdicts:
    """Texts rebuilt from corrections, wrong and right, and right texts that tempt."""
    cases = read(folder / "cases.jsonl")
    wrong = {case["id"]: case["flag_spans"] for case in cases}
    for finding in check_records([_record(case["id"], case["flag_text"]) for case in cases]):
        for article in _alone(finding):
            said = [side["figure"] for side in finding["evidence"]]
            yield finding["check"], any(span in text or text in span for span in wrong[article] for text in said)
    right = [_record(case["id"], case["pass_text"]) for case in cases]
    tempting = [_record(row["id"], row["text"]) for row in read(folder / "hard_negatives.jsonl")]
    for records in (right, tempting):
        yield from ((finding["check"], False) for finding in check_records(records) if list(_alone(finding)))


def _record(name: str, text: str) -> Row:
    """The text as an article: a first line before a blank one is its title."""
    head, blank, body = text.partition("\n\n")
    title, _, rest = head.partition("\n")
    if not blank:
        return {"id": name, "text": text}
    return {"id": name, "title": title, "text": f"{rest}\n\n{body}" if rest else body}


def _alone(finding: Row) -> Iterator[str]:
    """The article that a finding is about, where it is about one."""
    articles = {side["article"] for side in finding["evidence"]}
    if len(articles) == 1:
        yield from articles


def pairs(folder: Path) -> Verdicts:
    """Pairs of figures from articles of one topic."""
    findings = run(folder / "articles.jsonl")
    for pair in read(folder / "gold.jsonl"):
        if pair["label"] == "doubtful":
            continue
        for finding in findings:
            if all(inside(finding, pair[side], pair[f"span_{side}"]) for side in "ab"):
                yield finding["check"], pair["label"] in ("conflict", "updated")


def inside(finding: Row, article: str, span: Row) -> bool:
    """Whether one side of the finding stands in this stretch of the article."""
    return any(
        side["article"] == article
        and side["field"] == span["field"]
        and side["start"] < span["end"]
        and span["start"] < side["end"]
        for side in finding["evidence"]
    )


def main() -> None:
    """Prints the table."""
    gold = gold_folder()
    sources: dict[str, Verdicts] = {"corpus": corpus()}
    if gold:
        sources |= {
            "corrections": corrections(gold / "data" / "corrections"),
            "pairs": pairs(gold / "data" / "conflicts"),
        }
    counts = {name: Counter(verdicts) for name, verdicts in sources.items()}
    print(f"| check | what it holds figures to | {' | '.join(counts)} |\n|---|---|{'---:|' * len(counts)}")
    for check in default_rulebook().checks.values():
        cells = [f"{n[check.id, True]} of {n[check.id, True] + n[check.id, False]}" for n in counts.values()]
        shown = ["" if cell == "0 of 0" else cell for cell in cells]
        print(f"| `{check.id}` | {' | '.join([check.name, *shown])} |")


if __name__ == "__main__":
    main()
