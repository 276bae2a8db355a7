"""Calendar words, the patterns around them, and the date as written."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Literal

import re2
from msgspec import Struct

from checker.rulebook.tables import table

__all__ = ["Calendar", "DateMention", "calendar_words", "number_in"]

Shape = Literal["day", "month", "year", "weekday", "relative", "months"]


class DateMention(Struct, frozen=True, kw_only=True):
    """A date as written.  What the text leaves open is None; `last_*` are the far end of a range."""

    start: int
    end: int
    text: str
    shape: Shape
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    last_year: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    shift: int | None = None
    """How far before (negative) or after the present a relative date lies, in `unit`; for a weekday -1, 0 or 1."""
    unit: str | None = None
    fiscal: bool = False
    """A fiscal year or quarter: its days depend on the company or country."""


class Calendar:
    """The calendar words, and the patterns that read what stands around them."""

    def __init__(self) -> None:
        data = table("dates")
        self.months: dict[str, int] = data["months"]
        self.doubtful = frozenset(data["doubtful"])
        self.weekdays: dict[str, int] = data["weekdays"]
        self.short = frozenset(data["short"])
        self.days: dict[str, int] = data["days"]
        self.units: dict[str, str] = data["units"]
        self.shifts: dict[str, int] = data["shifts"]
        self.ordinals: dict[str, int] = {str(k): v for k, v in data["ordinals"].items()}
        self.numbers: dict[str, int] = data["numbers"]
        self.before_year = frozenset(data["before_year"])
        self.surely_before_year = frozenset(data["surely_before_year"])
        self.rises = frozenset(data["rises"])
        self.amounts = frozenset(data["amounts"])
        self.seasons = frozenset(data["seasons"])
        month = "|".join(sorted(self.months, key=lambda w: (-len(w), w)))
        weekday = "|".join(sorted(self.weekdays, key=lambda w: (-len(w), w)))
        shift = "|".join(sorted(self.shifts))
        unit = "|".join(sorted(self.units, key=lambda w: (-len(w), w)))
        ordinal = "|".join(sorted(self.ordinals, key=lambda w: (-len(w), w)))
        number = "|".join(sorted(self.numbers))
        self.anchor: Any = re2.compile(
            rf"(?i)\b(?:{month}|{weekday}|{'|'.join(sorted(self.days))}|ago|quarter|half|q[1-4]|(?:{shift})\s(?:{unit}|few|two)s?)\b"
            rf"|\b\d{{1,2}}(?:st|nd|rd|th)?(?:{month})(?:\b|\d{{4}}\b)"
            r"|\b\d{4}/\d{1,2}(?:/\d{1,2})?\b|\b\d{1,2}/\d{4}\b|\b\d{1,2}(?:st|nd|rd|th)\b"
            r"|\b(?:1[4-9]|20)\d\d(?:s\b|\b)|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{1,2}/\d{1,2}\b|\bmonths\b"
        )
        self.spelled: dict[str, int] = data["days_spelled"]
        spelled = rf"(?:(?:twenty|thirty)[\s-])?(?:{'|'.join(sorted(self.spelled, key=lambda w: (-len(w), w)))})\b"
        small = "|".join(sorted(self.numbers, key=lambda w: (-len(w), w)))
        cardinal = rf"(?:(?:twenty|thirty)[\s-])?(?:{small})(?=[.,;!?]|\s*$|\s\d{{4}}\b)"
        digits = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
        day = rf"(?:{digits}|{spelled})"
        join = r"\s*(?:-|–|—|to|and|through|until|&)\s*(?:the\s)?"
        year = r"(?:1\d|20)\d\d"
        self.after_month = re.compile(
            rf"(?:\.?\s+|-)(?:the\s)?(?P<day>{day}|{cardinal})(?![\d/:%]|[.,]\d|\s?(?:percent|per\s?cent|million|billion|people|p\.?m|a\.?m))"
            rf"(?:{join}(?:(?P<month2>{month})\.?\s+)?(?P<day2>{day})(?![\d/:]|[.,]\d|\s?(?:percent|million|people)))?(?:(?:,|\sof)?\s+(?P<year>{year})(?!\d))?",
            re.I,
        )
        self.month_year = re.compile(rf"\.?,?\s+(?:of\s)?(?P<year>{year})(?![\d,]\d)", re.I)
        self.month_range = re.compile(rf"\.?{join}(?P<month2>{month})\b(?:\.?,?\s+(?P<year>{year})\b)?", re.I)
        self.year_after = re.compile(rf"(?:,?\s+|[-/]|(?<=[a-z]))(?P<year>{year})(?![\d,]\d)")
        self.day_before = re.compile(
            rf"(?:(?P<day1>{day}){join})?(?:(?P<day>{digits})(?:\s+of)?|(?P<word>{spelled})\s+of)(?:[\s-]+|/|(?<=\d))$",
            re.I,
        )
        self.month_and_day_after = re.compile(
            rf"(?P<sign>[-/])(?P<month>{month})(?P=sign)(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)", re.I
        )
        self.weekday_before = re.compile(rf"(?P<weekday>{weekday})\.?,?\s*\(?(?:the\s)?$", re.I)
        self.shift_before = re.compile(rf"\b(?P<shift>{shift})\s+$", re.I)
        self.ago_before = re.compile(rf"(?P<n>\d+|a|an|{number})\s+(?P<unit>day|week|month|year|decade)s?\s+$", re.I)
        self.part_before = re.compile(rf"\b(?P<which>{ordinal})[\s-]+(?:fiscal[\s-]+)?$", re.I)
        self.months_before = re.compile(rf"\bfirst\s+(?P<n>\d+|{number})\s+$", re.I)
        self.of_year = re.compile(
            rf"(?:\s+(?:of\s+)?|[-/])(?P<fiscal>fiscal\s+(?:year\s+)?)?(?:(?P<year>{year})\b|(?P<shift>last|this|next)\s+year)",
            re.I,
        )
        self.in_brackets = re.compile(rf"\.?\s*\((?:(?P<month>{month})\.?\s+)?(?P<day>{day})\)", re.I)
        self.after_weekday = re.compile(
            rf",?\s+(?:the\s)?(?:(?P<day>\d{{1,2}}(?:st|nd|rd|th))|(?P<word>{spelled})(?=[.,;!?)]|\s*$))", re.I
        )
        self.month_and_day = re.compile(rf"[.,]?\s+\(?(?:{month})\.?\s+(?:the\s)?(?:{day})", re.I)
        self.on_the = re.compile(r"\b(?:on|by|until|till|since|before|after|for|from|week\sof)\s+(?:the\s+)?$", re.I)
        self.of_month = re.compile(r"\s+of\s+(?:this|next|last|the)\s+month\b", re.I)
        self.month_after = re.compile(rf",?\s+(?P<month>{month})\b\.?(?!\s+\d)", re.I)
        self.iso = re.compile(r"-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-3]\d))?(?![\d-])")
        self.year_range = re.compile(rf"\s?[-–/]\s?(?P<year>{year}|\d\d)(?![\d,%])")


@cache
def calendar_words() -> Calendar:
    """The calendar of English."""
    return Calendar()


def number_in(text: str | None) -> int | None:
    """The digits of a text as a number; None for no text."""
    return int(re.sub(r"\D", "", text)) if text else None
