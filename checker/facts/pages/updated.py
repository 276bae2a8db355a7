"""A later figure replaced an earlier one.

What it does
    Tells the course of a figure step by step: a later text gives a higher toll, or another share of the count; a text
    itself says "rose to", "earlier reported", "previously"; a wounded person has died since.

Why it matters
    Two thirds of all differences between reports of one event are updates.  The newer figure should be used, and the
    difference is no error.

Flags
    The blast killed 12 people (Tuesday); the blast killed 17 people (Wednesday).
    The toll rose to 21; officials had previously said 12.

Passes
    One of the hurt told of by name, and then all seven; at least 12 dead, and then 12; a rise by way of 17 from 12 to
    21 is told as two steps, not three.

Options
    severity.

Measured precision
    22 of 23 on labelled pairs of figures in news; it is information and no alarm.
"""
