"""Speed of finding quantities, beside quantulum3 in the same run on the same text.

The text is the corpus, and real news where a folder of gold data is found.  A rate is the best of several runs in
one process; quantulum3 gets a sample of the same text, for it would take hours over all of it.  Growth is the time for
10 KB, 100 KB, 1 MB and 10 MB of text; memory is the peak of a process of its own that reads one article after another.
Recognizers-Text joins where it is installed.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator

from benchmarks import ROOT, gold_folder
from checker.quantities import find

CORPUS = ROOT / "tests" / "corpus"
RUNS = 5
SAMPLE = 20_000
"""Bytes of text for the slow peers."""
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def texts() -> tuple[str, list[str]]:
    """What is read, and its articles."""
    gold = gold_folder()
    news = gold / "data" / "gva" / "articles.jsonl" if gold else None
    if news is not None and news.is_file():
        lines = news.read_text(encoding="utf-8").splitlines()
        return "real news", [json.loads(line)["text"] for line in lines]
    return "the corpus", [path.read_text(encoding="utf-8") for path in sorted(CORPUS.rglob("*.txt"))]


def size(articles: Iterable[str]) -> int:
    """Bytes of all the articles."""
    return sum(len(text.encode()) for text in articles)


def best(read: Callable[[str], object], articles: list[str], runs: int = RUNS) -> float:
    """Seconds of processor time for all articles, the best of several runs."""
    found = []
    for _ in range(runs):
        began = time.process_time()
        for text in articles:
            read(text)
        found.append(time.process_time() - began)
    return min(found)


def sample(articles: list[str], wanted: int) -> list[str]:
    """Articles from the front, again and again, until they hold so many bytes."""
    chosen: list[str] = []
    held = 0
    while held < wanted:
        for text in articles:
            chosen.append(text)
            held += len(text.encode())
            if held >= wanted:
                break
    return chosen


def quantulum() -> Callable[[str], object] | None:
    """quantulum3's parser, warmed up."""
    try:
        parser = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None

    def read(text: str) -> object:
        return parser.parse(text)

    read("5 km")
    return read


def recognizers() -> Callable[[str], object] | None:
    """Recognizers-Text, money and measures, warmed up."""
    try:
        module = importlib.import_module("recognizers_number_with_unit")
    except ImportError:
        return None

    def read(text: str) -> object:
        return module.recognize_currency(text, "en-us"), module.recognize_dimension(text, "en-us")

    read("5 km")
    return read


def start_up(code: str) -> float:
    """Seconds from starting Python to the end of this code, the best of three."""
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        subprocess.run((sys.executable, "-W", "ignore", "-c", code), check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def peak_mib(megabytes: int, articles: list[str]) -> float:
    """Peak memory of a process that finds the quantities of so many megabytes of articles, one at a time."""
    code = (
        "import resource, sys\n"
        "from checker.quantities import find\n"
        "text = sys.stdin.read()\n"
        f"for _ in range(max(1, {megabytes} * 1_000_000 // len(text.encode()))):\n"
        "    find(text, 'text')\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)\n"
    )
    longest = max(articles, key=len)
    command = (sys.executable, "-c", code)
    done = subprocess.run(command, input=longest, text=True, check=True, stdout=subprocess.PIPE, cwd=ROOT)
    return float(done.stdout)


def lines() -> Iterator[str]:
    """The report, line by line; memory comes first, for a child process inherits its parent's peak."""
    name, articles = texts()
    small, large = peak_mib(1, articles), peak_mib(10, articles)
    rate = size(articles) / best(ours, articles, runs=3) / 1e6
    yield f"quantities in {name}, {size(articles) / 1e6:.1f} MB"
    yield f"  checker           {rate:8.3f} MB/s"
    few = sample(articles, SAMPLE)
    for peer, load in (("quantulum3", quantulum), ("Recognizers-Text", recognizers)):
        read = load()
        if read is None:
            yield f"  {peer:17} not installed"
            continue
        there = size(few) / best(read, few, runs=1) / 1e6
        here = size(few) / best(ours, few) / 1e6
        yield f"  {peer:17} {there:8.3f} MB/s on {size(few) / 1e3:.0f} KB"
        yield f"  checker on these  {here:8.3f} MB/s, {here / there:.0f} times as fast"
    ready = start_up("from checker.quantities import find; find('5 km', 'text')")
    slow = start_up("from quantulum3 import parser; parser.parse('5 km')")
    yield f"  first result after {ready:.2f} s; quantulum3 {slow:.2f} s"
    for wanted in SIZES:
        chosen = "\n".join(sample(articles, wanted))[:wanted]
        seconds = best(ours, [chosen], runs=1 if wanted > 1e6 else 3)
        speed = len(chosen.encode()) / seconds / 1e6
        yield f"  {wanted / 1e3:8.0f} KB in one text: {seconds:7.3f} s, {speed:.2f} MB/s"
    yield f"  peak memory: {small:.0f} MiB for 1 MB of articles, {large:.0f} MiB for 10 MB"


def ours(text: str) -> object:
    """What is measured."""
    return find(text, "text")


if __name__ == "__main__":
    warnings.simplefilter("ignore")  # quantulum3 warns of the classifier that it would like to have
    for line in lines():
        print(line, flush=True)
