"""Dates in text: where they stand (`find`), and which days they mean given the day of publication (`resolve`)."""

from checker.language.days import resolve, weekday_of
from checker.language.mentions import DateMention, find

__all__ = ["DateMention", "find", "resolve", "weekday_of"]
