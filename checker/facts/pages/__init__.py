"""Manual pages of the checks across articles that are verdicts of one comparison, and so have no module of code."""
