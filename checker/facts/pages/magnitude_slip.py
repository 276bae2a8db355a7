"""Two figures differ as a slip of the pen would make them differ.

What it does
    Names the slip that turns one figure of a conflict into the other: a factor of ten, a thousand or a million with the
    same digits, two neighbouring digits swapped, the same number with another unit.

Why it matters
    Million for billion, kilometres for miles and 1,543 for 1,453 are the commonest slips in copied figures, and the
    hint saves the search.

Flags
    The loan was $4.5 billion; in another article: $4.5 million.

Passes
    Figures so far apart in other digits, which are rather of two things; 10 and 100, which round counts may be.

Options
    severity.

Measured precision
    No finding yet in texts with labels.
"""
