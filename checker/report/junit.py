"""JUnit XML, as CI systems show it: a suite for each file, a case for each finding in it.

Errors and warnings are failures; what an editor should merely know passes, with the message as its output; a file
without findings is one case that passes; input that can't be used is an error.  The shape is that of the schema that
Jenkins' xUnit plugin publishes.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from checker.records import Finding, Report
from checker.report.escape import clean
from checker.report.links import Link
from checker.report.sides import place

__all__ = ["render"]


def render(report: Report, link: Link) -> str:
    """One XML document; `link` is not used."""
    held: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        held[finding.evidence[0].uri].append(finding)
    top = Element("testsuites", name="checker")
    for uri in sorted({source.uri for source in report.sources} | set(held)):
        _suite(top, uri, held[uri])
    for problem in report.problems:
        suite = SubElement(top, "testsuite", name=clean(problem.uri), tests="1", failures="0", errors="1")
        case = SubElement(suite, "testcase", classname=clean(problem.uri), name=problem.stage)
        SubElement(case, "error", type=problem.stage, message=clean(problem.message))
    ElementTree.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(top, encoding="unicode") + "\n"


def _suite(top: Element, uri: str, findings: list[Finding]) -> None:
    failed = sum(finding.severity != "info" for finding in findings)
    number = str(len(findings) or 1)
    suite = SubElement(top, "testsuite", name=clean(uri), tests=number, failures=str(failed), errors="0")
    for finding in findings:
        first = finding.evidence[0]
        case = SubElement(
            suite,
            "testcase",
            classname=clean(uri),
            name=f"{finding.check} {finding.id}",
            file=place(uri),
            line=str(first.line),
        )
        told = "\n".join(_told(finding))
        if finding.severity == "info":
            SubElement(case, "system-out").text = told
        else:
            failure = SubElement(case, "failure", type=finding.severity, message=clean(finding.message))
            failure.text = told
    if not findings:
        SubElement(suite, "testcase", classname=clean(uri), name="figures fit together", file=place(uri))


def _told(finding: Finding) -> list[str]:
    sides = [f"{clean(side.uri)}:{side.line}: {clean(side.quote)}" for side in finding.evidence]
    return [clean(finding.message), clean(finding.working), *dict.fromkeys(sides)]
