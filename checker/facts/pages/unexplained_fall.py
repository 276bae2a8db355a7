"""A count that only rises is lower in a later text.

What it does
    Compares the counts that a fact rule says can only rise (`evolves: up`: the dead, the wounded) in the order of the
    days on which they were given.

Why it matters
    A toll that falls was corrected, and a text should say so; or the later text has it wrong, or means another set.

Flags
    The blast killed 17 people (Tuesday); the blast killed 12 people (Thursday).

Passes
    The later text speaks of a revised count or calls itself an update; both give lower bounds; the smaller figure is a
    part ("12 at the store itself"), or of those known by name; the culprit is counted once and once not; the lower
    figure is an old one (`outdated_figure`).

Options
    severity.

Measured precision
    1 of 1 on labelled pairs of figures in local news; the one told as a warning of 2,583 such articles is doubtful.
"""
