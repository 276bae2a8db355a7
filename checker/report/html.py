"""The report as one HTML page that needs nothing else: no network, no server, no script from elsewhere.

Its Content-Security-Policy lets run the one style and the one script that are in it, known by their SHA-256, and
nothing more, whatever a text in it says.  Jinja escapes every value.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from checker.records import Report
from checker.report.links import Link
from checker.report.page import page
from checker.report.timeline import style

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["render"]


def render(report: Report, link: Link) -> str:
    """The whole page; `link` tells where sources are from where it will lie."""
    from markupsafe import Markup

    styles = _asset("report.css") + style()
    script = _asset("report.js")
    policy = (
        f"default-src 'none'; style-src {_hash(styles)}; script-src {_hash(script)}; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
    )
    return _template().render(page=page(report, link), policy=policy, style=Markup(styles), script=Markup(script))


def _asset(name: str) -> str:
    return (files("checker.report") / "templates" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _template() -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("checker.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html.j2")
