"""Start-up, time, throughput and memory of the commands: `make bench` prints the table in the README.

Wall time is that of the whole command, interpreter included; of the small inputs the best of several runs.  The large
input is the corpus, copied under other file names ten times: the speed of analysis, and of judging many like articles.
Five scraped news files, which are no part of the project, are measured too where they are found.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks import ROOT, gold_folder

CORPUS = ROOT / "tests" / "corpus"
COPIES = 10
RUNS = 3
_MEASURED = """
import resource, subprocess, sys, time
began = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
CHECK = ("check", "--quiet", "--fail-on", "never", "--format")


class Measure(NamedTuple):
    """One command, measured."""

    seconds: float
    peak_mib: float
    """Of the largest process."""


def measure(*arguments: str, runs: int = RUNS) -> Measure:
    """The command's best wall time and its peak memory.

    Raises:
        CalledProcessError: the command failed.
    """
    command = (sys.executable, "-c", _MEASURED, sys.executable, "-m", "checker", *arguments)
    done = [subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE) for _ in range(runs)]
    seconds, kibibytes = zip(*(map(float, run.stdout.split()) for run in done), strict=True)
    return Measure(min(seconds), max(kibibytes) / 1024)


def multiply(folder: Path) -> int:
    """Copies the corpus into the folder, `COPIES` times, and returns the number of bytes."""
    size = 0
    for n in range(COPIES):
        for path in sorted(path for path in CORPUS.rglob("*.*") if path.suffix != ".jsonl"):  # its ids are unique
            data = path.read_bytes()
            size += len(data)
            (folder / f"{n:03}-{path.parent.name}-{path.name}").write_bytes(data)
    return size


def row(name: str, measured: Measure, size: int | None = None) -> None:
    """Prints one line of the table."""
    speed = f"{size / 1e6 / measured.seconds:.2f}" if size else ""
    print(f"| {name} | {measured.seconds:.2f} | {speed} | {measured.peak_mib:.0f} |")


def main() -> None:
    """Prints the table."""
    size = sum(path.stat().st_size for path in CORPUS.rglob("*.*"))
    print("| command | seconds | MB/s | peak MiB |\n|---|---:|---:|---:|")
    row("`checker --version`", measure("--version"))
    with tempfile.TemporaryDirectory() as name:
        report = f"markdown:{name}/report.md"
        row(f"`checker check tests/corpus` ({size / 1e3:.0f} kB)", measure(*CHECK, report, "tests/corpus"), size)
        seeds = gold_folder()
        if seeds:
            size = sum(path.stat().st_size for path in (seeds / "seeds").iterdir())
            row(f"five scraped files ({size / 1e3:.0f} kB)", measure(*CHECK, report, str(seeds / "seeds")), size)
        large = Path(name) / "large"
        large.mkdir()
        bytes_ = multiply(large)
        for jobs in ("1", "2"):
            told = f"the corpus {COPIES} times ({bytes_ / 1e6:.1f} MB), `--jobs {jobs}`"
            row(told, measure(*CHECK, report, "--jobs", jobs, str(large), runs=1), bytes_)


if __name__ == "__main__":
    main()
