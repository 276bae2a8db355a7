"""An article still gives a figure that was replaced before.

What it does
    Where a count has risen, looks for later articles that fall back to a figure of the time before the rise.

Why it matters
    The article was written from old copy; its readers get a toll that is known to be too low.

Flags
    12 dead (Tuesday), 17 dead (Wednesday), and 12 dead again in an article of Friday.

Passes
    An article of Wednesday morning with 12; a later article that says that 12 was the first count.

Options
    severity.

Measured precision
    The one in the sample corpus was planted and is found; it is too rare in texts with labels to be measured.
"""
