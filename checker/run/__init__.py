"""Where the stages run: here, or in a pool of processes.  One code path for both."""

from checker.run.commands import Result, Watch, check, extract, unwatched

__all__ = ["Result", "Watch", "check", "extract", "unwatched"]
