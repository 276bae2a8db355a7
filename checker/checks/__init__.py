"""Page → Remark: what does not fit inside one article.  One module a check, its docstring its manual page."""

from collections.abc import Callable, Iterator, Mapping

from checker.checks import (
    age_birth,
    age_chain,
    anniversary,
    average_range,
    average_speed,
    change_levels,
    clock_span,
    coming_day,
    comparison,
    conversion,
    currency_pair,
    dateline_year,
    direction,
    each_total,
    event_order,
    headline_body,
    headline_figures,
    headline_levels,
    headline_share,
    headline_toll,
    implied_base,
    impossible_date,
    impossible_value,
    life_years,
    list_count,
    majority_share,
    malformed_numeral,
    multiples,
    named_parts,
    named_people,
    one_in_n,
    partition,
    parts_total,
    points,
    rank_list,
    rate_rate,
    rate_total,
    repeated_figure,
    rest_of_sum,
    reversed_range,
    seat_majority,
    sequence,
    share_base,
    shared_sum,
    shares_total,
    small_group,
    subset_total,
    time_span,
    times_as_many,
    toll_aboard,
    turnout,
    vote_margin,
    weekday_date,
    words_digits,
)
from checker.checks._reading import Reading
from checker.records import Page, Remark
from checker.rulebook import CheckSettings

__all__ = ["CHECKS", "Check", "remarks"]

Check = Callable[[Reading, CheckSettings], Iterator[Remark]]

CHECKS: dict[str, Check] = {
    "age_birth": age_birth.check,
    "age_chain": age_chain.check,
    "anniversary": anniversary.check,
    "average_range": average_range.check,
    "average_speed": average_speed.check,
    "change_levels": change_levels.check,
    "clock_span": clock_span.check,
    "coming_day": coming_day.check,
    "comparison": comparison.check,
    "conversion": conversion.check,
    "currency_pair": currency_pair.check,
    "dateline_year": dateline_year.check,
    "direction": direction.check,
    "each_total": each_total.check,
    "event_order": event_order.check,
    "headline_body": headline_body.check,
    "headline_figures": headline_figures.check,
    "headline_levels": headline_levels.check,
    "headline_share": headline_share.check,
    "headline_toll": headline_toll.check,
    "implied_base": implied_base.check,
    "impossible_date": impossible_date.check,
    "impossible_value": impossible_value.check,
    "life_years": life_years.check,
    "list_count": list_count.check,
    "majority_share": majority_share.check,
    "malformed_numeral": malformed_numeral.check,
    "multiples": multiples.check,
    "named_people": named_people.check,
    "named_parts": named_parts.check,
    "one_in_n": one_in_n.check,
    "partition": partition.check,
    "parts_total": parts_total.check,
    "points": points.check,
    "rank_list": rank_list.check,
    "rate_rate": rate_rate.check,
    "rate_total": rate_total.check,
    "repeated_figure": repeated_figure.check,
    "rest_of_sum": rest_of_sum.check,
    "reversed_range": reversed_range.check,
    "seat_majority": seat_majority.check,
    "sequence": sequence.check,
    "share_base": share_base.check,
    "shared_sum": shared_sum.check,
    "shares_total": shares_total.check,
    "small_group": small_group.check,
    "subset_total": subset_total.check,
    "time_span": time_span.check,
    "times_as_many": times_as_many.check,
    "toll_aboard": toll_aboard.check,
    "turnout": turnout.check,
    "vote_margin": vote_margin.check,
    "weekday_date": weekday_date.check,
    "words_digits": words_digits.check,
}
"""Every check of one article, by the id that its settings in `rules/checks/` have."""


def remarks(page: Page, settings: Mapping[str, CheckSettings]) -> Iterator[tuple[CheckSettings, Remark]]:
    """What each check that is switched on has to say of the article, with the check's settings."""
    reading = Reading(page)
    for name, check in CHECKS.items():
        setting = settings.get(name)
        if setting is not None and setting.enabled:
            for remark in check(reading, setting):
                yield setting, remark
