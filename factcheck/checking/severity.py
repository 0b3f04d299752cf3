"""The levels of findings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from factcheck.checking.result import Result
    from factcheck.checking.ruleset import RuleSet

Severity = Literal["error", "warning", "info"]
#: From the lowest to the highest.
SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")


def from_level(lowest: Severity) -> tuple[Severity, ...]:
    """A level and all above it."""
    return SEVERITIES[SEVERITIES.index(lowest) :]


def leveled(result: Result, rules: RuleSet, levels: Mapping[str, Severity]) -> Result:
    """The result with the levels that a house gives to rules, by code, group or name; the longest name counts.

    A finding that the rule itself takes less seriously, such as a rounding slip, is never above its old level for that.
    """
    findings = []
    for finding in result.findings:
        meant = [name for name in levels if rules.means(finding.code, [name])]
        if meant:
            level = levels[max(meant, key=len)]
            if finding.severity != rules.rules[finding.code].rule.severity:
                level = min(level, finding.severity, key=SEVERITIES.index)
            finding = finding._replace(severity=level)
        findings.append(finding)
    return result._replace(findings=tuple(findings))
