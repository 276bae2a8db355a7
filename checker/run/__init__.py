"""Where the stages run: here, or in a pool of processes.  One code path for both."""

from checker.run.local import run_analyses

__all__ = ["run_analyses"]
