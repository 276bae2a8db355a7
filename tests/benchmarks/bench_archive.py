"""What it costs to check 100 articles against an archive of 10,000: `make bench` prints CPU seconds of one process.

The archive holds invented articles, four to an event; the drop holds articles on 100 of these events, with other tolls.
Where gold data is found, which is no part of the project, its local news stands in the archive as well, and half of the
drop is taken from there.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TypeVar

from benchmarks import gold_folder
from checker import facts
from checker.pipeline import analyse, report
from checker.records import Analysis, Article
from checker.rulebook import Rulebook, default_rulebook
from checker.run.archive import call_up
from checker.store import Archive

T = TypeVar("T")
SIZE = 10_000
DROP = 100
REPORTS = 4
"""Articles on one invented event."""
_STARTS = (
    "Dren",
    "Al",
    "Car",
    "Vel",
    "Os",
    "Bren",
    "Kel",
    "Tar",
    "Mor",
    "Sun",
    "Hol",
    "Pir",
    "Gar",
    "Lun",
    "Fen",
    "Rud",
)
_MIDDLES = ("no", "da", "ro", "ti", "wi", "ka", "le", "mu", "se", "bo")
_ENDS = ("va", "dra", "wick", "ria", "nell", "stad", "mere", "sk", "ford", "holt", "by", "ton")
_THINGS = ("grain store", "paint works", "ferry", "night bus", "market hall", "quarry", "school", "boat yard", "mill")
_ENDINGS = (
    "Firefighters from {other} needed {hours} hours to search the {thing} on {road} Road, said {first} {last}.",
    "{first} {last}, who leads the inquiry, said the {thing} had been inspected {hours} weeks before.",
    "The {thing} on {road} Road has {staff} workers. {first} {last} said that it would stay closed.",
    "Neighbours on {road} Road heard two blasts. Schools in {other} took in {staff} people for the night.",
)


def events(chance: Random) -> Iterator[list[Article]]:
    """Invented accidents, each with its reports of consecutive days."""

    def name() -> str:
        return chance.choice(_STARTS) + chance.choice(_MIDDLES) + chance.choice(_ENDS)

    number = 0
    while True:
        words = {key: name() for key in ("town", "other", "road", "first", "last")}
        words |= {"thing": chance.choice(_THINGS), "hours": str(chance.randrange(3, 30))}
        words["staff"] = str(chance.randrange(20, 400))
        day, toll = date(2015, 1, 1) + timedelta(chance.randrange(3000)), chance.randrange(2, 40)
        told = []
        for nth in range(REPORTS + 1):
            published, dead = day + timedelta(nth), toll + nth
            text = (
                f"An explosion at a {{thing}} in {{town}} on {day:%A} killed {dead} people and hurt {dead * 2 + nth}. "
                + " ".join(_ENDINGS[at % len(_ENDINGS)] for at in (nth, nth + 1))
            ).format(**words)
            title = f"{dead} dead in {words['town']} {words['thing']} blast"
            told.append(article(f"event-{number}-{nth}", title, text, published.isoformat()))
        number += 1
        yield told


def article(name: str, title: str | None, text: str, published: str | None) -> Article:
    """A record of the benchmark."""
    return Article(id=name, uri="bench.jsonl", title=title, text=text, published=published, is_record=True)


def material() -> tuple[list[Article], list[Article]]:
    """The articles of the archive and those of the drop."""
    stored, drop = [], []
    gold = gold_folder()
    if gold:
        lines = (gold / "data" / "gva" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines]
        real = [article(row["id"], row["title"], row["text"], row["published"]) for row in rows]
        chosen = {*Random(3).sample(range(len(real)), DROP // 2)}
        drop += [real[place] for place in sorted(chosen)]
        stored += [one for place, one in enumerate(real) if place not in chosen]
    for told in events(Random(5)):
        if len(drop) < DROP:
            drop.append(told.pop())
        stored += told[:REPORTS]
        if len(stored) >= SIZE:
            return stored[:SIZE], drop
    raise AssertionError  # events never end


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work yields, and the CPU seconds that it took."""
    began = time.process_time()
    done = work()
    return done, time.process_time() - began


def keep(path: Path, analyses: list[Analysis]) -> int:
    """Adds the articles to the archive."""
    with Archive(path, create=True) as archive:
        return archive.add(facts.keep(one.source, one.claims) for one in analyses)


def main() -> None:
    """Prints the table."""
    rules: Rulebook = default_rulebook()
    stored, drop = material()
    analyse(drop[0], rules)  # word lists are read once a process
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "news.db"
        kept = [analyse(one, rules) for one in stored]
        _, filling = timed(lambda: keep(path, kept))
        new, reading = timed(lambda: [analyse(one, rules) for one in drop])
        _, alone = timed(lambda: report(new, [], 1, rules))
        earlier, calling = timed(lambda: call_up(path, new))
        judged, judging = timed(lambda: report(new, [], 1, rules, earlier))
        _, adding = timed(lambda: keep(path, new))
        size = path.stat().st_size / 1e6
    print(
        f"An archive of {len(stored):,} articles ({size:.0f} MB), filled in {filling:.1f} s, and {len(drop)} new ones\n"
    )
    print("| step | CPU seconds |\n|---|---:|")
    print(f"| reading and analysing {len(drop)} articles | {reading:.2f} |")
    print(f"| judging them among themselves | {alone:.2f} |")
    print(f"| calling up {len(earlier.kept)} archived articles | {calling:.2f} |")
    print(f"| judging against these ({len(judged.facts)} facts in {len(judged.sources)} articles) | {judging:.2f} |")
    print(f"| adding them | {adding:.2f} |")
    whole = reading + calling + judging + adding
    print(f"| with the archive in all, against {reading + alone:.2f} without | {whole:.2f} |")


if __name__ == "__main__":
    main()
