"""Puts measured figures and a finding of the sample report into the README, between its marks: `make readme`.

The excerpt stays the same finding as long as the sample report holds it, and is the first finding otherwise.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import redirect_stdout

from benchmarks import ROOT, bench_check, bench_precision

README = ROOT / "README.md"
SAMPLE = ROOT / "reports" / "sample.md"


def printed(main: Callable[[], None]) -> str:
    """What a benchmark prints."""
    with redirect_stdout(io.StringIO()) as out:
        main()
    return out.getvalue().strip()


def excerpt(readme: str) -> str:
    """A whole finding of the sample report, without its number, with links as seen from the README."""
    sample = SAMPLE.read_text(encoding="utf-8").replace("](../", "](")
    findings = re.findall(r"^### \d+\. (.*?)(?=\n+(?:### |## |\*To silence)|\Z)", sample, re.M | re.S)
    kept = [text for text in findings if f"### {text.splitlines()[0]}\n" in readme]
    first: str = (kept or findings)[0]
    return f"### {first.strip()}"


def replaced(readme: str, mark: str, text: str) -> str:
    """The README with this text between `<!-- mark -->` and `<!-- end -->`."""
    pattern = re.compile(rf"(<!-- {re.escape(mark)} -->\n).*?(<!-- end -->)", re.S)
    return pattern.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", readme)


def main() -> None:
    """Rewrites the README."""
    readme = README.read_text(encoding="utf-8")
    readme = replaced(readme, "from reports/sample.md", excerpt(readme))
    readme = replaced(readme, "precision", printed(bench_precision.main))
    readme = replaced(readme, "speed", printed(bench_check.main))
    README.write_text(readme, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
