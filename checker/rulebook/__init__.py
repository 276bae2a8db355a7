"""YAML → validated, compiled rules.  The only package that reads YAML.

`tables.table(name)` gives the shipped word lists of `rules/language/`; `Rulebook.load(dirs)` gives fact rules,
check settings and layouts, the shipped ones overlaid by the user's folders.
"""

from checker.rulebook.book import Rulebook, default_rulebook
from checker.rulebook.checks import CheckSettings
from checker.rulebook.facts import FactRule
from checker.rulebook.layouts import Layout
from checker.rulebook.origins import example_places
from checker.rulebook.tables import table

__all__ = ["CheckSettings", "FactRule", "Layout", "Rulebook", "default_rulebook", "example_places", "table"]
