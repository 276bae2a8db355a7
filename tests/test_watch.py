"""`checker check --watch`: a summary for every change, until Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest

from checker.cli import main
from checker.cli.watch import watch
from checker.errors import UsageError

RIGHT = "# Crash in Vell\n\nThe crash near Vell killed 11 people: five women, four men and two children.\n"
WRONG = RIGHT.replace("11", "12")
WAITING = "checker: waiting "
PATIENCE = 120
"""Seconds until a test gives up: far more than any step takes."""


class Watching:
    """A `checker check --watch` in a process of its own, and what it prints."""

    def __init__(self, *arguments: str) -> None:
        command = (sys.executable, "-m", "checker", "check", "--watch", *arguments)
        heard = signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background a shell has it ignored
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        signal.signal(signal.SIGINT, heard)
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._lines.put(line)

    def until(self, start: str) -> str:
        """The lines that it prints up to one with this beginning."""
        lines = ""
        while True:
            line = self._lines.get(timeout=PATIENCE)
            lines += line
            if line.startswith(start):
                return lines

    def interrupt(self) -> tuple[int, str]:
        """Presses Ctrl-C: the exit status, and what it still prints."""
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        return status, "".join(self._lines.queue)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watching]:
    """A watch on the working directory, where a draft lies and reports go."""
    monkeypatch.chdir(tmp_path)
    Path("draft.md").write_text(RIGHT, encoding="utf-8")
    watching = Watching(".", "--format", "markdown:report.md")
    yield watching
    watching.close()


def test_a_change_brings_another_summary(watched: Watching) -> None:
    assert watched.until(WAITING).startswith("No contradiction found\n")
    Path("draft.md").write_text(WRONG, encoding="utf-8")
    while "1 calculation that does not fit\n" not in watched.until(WAITING):
        pass
    Path("other.md").write_text(RIGHT.replace("Vell", "Oberwick"), encoding="utf-8")
    while "Read 2 articles in 2 files" not in watched.until(WAITING):
        pass
    assert watched.interrupt() == (1, "")


def test_a_mistake_in_the_settings_is_told_and_the_watch_goes_on(watched: Watching) -> None:
    watched.until(WAITING)
    Path("checker.yaml").write_text("fail_on: sometimes\n", encoding="utf-8")
    while "checker: checker.yaml:1:" not in watched.until(WAITING):  # where a file half written was seen
        pass
    Path("checker.yaml").write_text("fail_on: warning\n", encoding="utf-8")
    while "No contradiction found\n" not in watched.until(WAITING):
        pass
    assert watched.interrupt() == (0, "")


def test_standard_input_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-", "--watch"]) == 2
    assert capsys.readouterr().err == "checker: --watch: standard input cannot be watched; name a file\n"


def test_what_a_run_writes_is_no_change_and_a_saved_file_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The third run would be Ctrl-C: it comes only after the draft was taken away and put back."""
    monkeypatch.chdir(tmp_path)
    draft, report = Path("draft.md"), Path("report.md")
    draft.write_text(RIGHT, encoding="utf-8")
    waits: list[int] = []
    runs: list[bool] = []

    def wait(_: float) -> None:
        waits.append(len(runs))
        if len(waits) == 1:
            draft.rename("draft.md~")
        elif len(waits) == 2:
            Path("draft.md~").replace(draft)
            os.utime(draft, ns=(1, 1))
        else:
            raise KeyboardInterrupt

    def run() -> int:
        runs.append(draft.exists())
        report.write_text("# Report\n" * len(runs), encoding="utf-8")
        return len(runs)

    monkeypatch.setattr("checker.cli.watch.time.sleep", wait)
    assert watch(run, ["draft.md", "."], [], lambda: [report]) == 2
    assert (waits, runs) == ([1, 1, 2], [True, True])


def test_the_first_run_must_be_possible() -> None:
    with pytest.raises(UsageError):
        watch(impossible, ["."], [], list)


def impossible() -> int:
    """A run that nobody can do."""
    raise UsageError("no such file")
