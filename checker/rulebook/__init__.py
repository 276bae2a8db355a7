"""YAML → validated, compiled rules.  The only package that reads YAML.

`tables.table(name)` gives the shipped word lists of `rules/language/`; `Rulebook.load(dirs)` gives fact rules,
check settings and layouts, the shipped ones overlaid by the user's folders; `find_config` gives the settings of a
project, `read_baseline` the findings that it accepts.
"""

from checker.rulebook.baseline import Accepted, baseline_text, read_baseline
from checker.rulebook.book import Rulebook, default_rulebook
from checker.rulebook.checks import CheckSettings
from checker.rulebook.config import Config, FailOn, ProjectSettings, find_config
from checker.rulebook.facts import FactRule
from checker.rulebook.layouts import Layout
from checker.rulebook.origins import Change, as_written, changes, example_places, value_places
from checker.rulebook.sense import noun_classes
from checker.rulebook.tables import table

__all__ = [
    "Accepted",
    "Change",
    "CheckSettings",
    "Config",
    "FactRule",
    "FailOn",
    "Layout",
    "ProjectSettings",
    "Rulebook",
    "as_written",
    "baseline_text",
    "changes",
    "default_rulebook",
    "example_places",
    "find_config",
    "noun_classes",
    "read_baseline",
    "table",
    "value_places",
]
