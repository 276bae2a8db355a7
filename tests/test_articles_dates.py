"""Dates of publication as sources write them."""

import pytest

from checker.articles.dates import iso_date

CASES = {
    "2031-05-05": "2031-05-05",
    "2031-05-05T08:00:00Z": "2031-05-05T08:00:00+00:00",
    "2031-05-05T08:00:00.000+02:00": "2031-05-05T08:00:00+02:00",
    "2031-05-05 08:00": "2031-05-05T08:00:00",
    "2031/5/5": "2031-05-05",
    "Mon, 05 May 2031 08:00:00 +0000": "2031-05-05T08:00:00+00:00",
    "Mon, 05 May 2031 08:00:00 GMT": "2031-05-05T08:00:00+00:00",
    "May 5, 2031 10:11 pm IST": "2031-05-05",
    "Monday, 5th of May, 2031": "2031-05-05",
    "5 May 2031 at 8 am": "2031-05-05",
    "Sept. 14, 2031": "2031-09-14",
    "31 February 2031": None,
    "05/06/2031": None,
    "yesterday": None,
    "": None,
}


@pytest.mark.parametrize(("written", "wanted"), CASES.items())
def test_dates_become_iso(written: str, wanted: str | None) -> None:
    assert iso_date(written) == wanted
