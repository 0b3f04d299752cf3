"""The report to be read in a browser: one page that needs nothing from outside and no script."""

from __future__ import annotations

import shutil
import tempfile
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TextIO

from factcheck.checking.result import Result
from factcheck.reports.html.article import Article
from factcheck.reports.html.markup import safe, tidy
from factcheck.reports.renderer import Options, Renderer
from factcheck.reports.summary import Summary

#: Larger drafts wait on the disk until the list of findings before them is complete.
_IN_MEMORY = 4_000_000
_MANY = 40
_LEGEND = {
    "error": "wrong: no fair reading of the figures makes it true",
    "warning": "a query or remark: look at it",
    "beside": "what such a figure is compared with",
    "fine": "checked, and possible",
    "unchecked": "not checked: its note says why",
    "aside": "disagrees, but left out of the findings",
    "alone": "no claim joins it to another figure: nothing to check",
}
_CHART = {
    "in": "a day’s reference rate, ringed on the day spoken of; grey ones are of the month before the window",
    "box": "what a writer of that day may have used, with a margin",
    "band": "what the two printed figures imply, with their rounding",
}


class HtmlReport(Renderer):
    """The findings, each draft with its figures underlined, and how much was read and checked."""

    needs_trace = True

    def __init__(self, out: TextIO, *, options: Options) -> None:
        super().__init__(out, options=options)
        self._articles = tempfile.SpooledTemporaryFile(  # noqa: SIM115 (closed with the report)
            max_size=_IN_MEMORY, mode="w+", encoding="utf-8", newline=""
        )
        self._contents: list[str] = []
        self._findings: list[str] = []

    def result(self, result: Result) -> None:
        article = Article(result, len(self._contents) + 1)
        self._findings += article.entries()
        self._contents.append(_entry(article))
        for piece in article.pieces():
            self._articles.write(piece)
        self._articles.write("\n")

    def close(self, summary: Summary) -> None:
        for piece in self._head(summary):
            self.out.write(piece)
        self._articles.seek(0)
        shutil.copyfileobj(self._articles, self.out)
        self._articles.close()
        for piece in self._foot(summary):
            self.out.write(piece)

    def _head(self, summary: Summary) -> Iterator[str]:
        style = (Path(__file__).with_name("style.css")).read_text(encoding="utf-8")
        title = safe(_title(summary))
        yield (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{policy(style)}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
            f"<title>{title} · factcheck</title>\n<style>{style}</style>\n</head>\n"
            f"<body{_many(len(self._contents))}>\n"
        )
        yield '<a class="skip" href="#findings">To the findings</a><a class="skip" href="#summary">To the summary</a>\n'
        yield f'<header class="top"><p class="brand">factcheck</p><h1>{title}</h1>\n{_legend()}</header>\n<main>\n'
        yield '<section id="findings" aria-labelledby="findingsh"><h2 id="findingsh">Findings</h2>\n'
        if self._findings:
            yield f'<ol class="findings">{"".join(self._findings)}</ol>'
        else:
            yield "<p>Nothing disagrees.</p>"
        yield "</section>\n"
        if len(self._contents) > 1:
            yield '<nav aria-labelledby="draftsh"><h2 id="draftsh">Drafts</h2>'
            yield f'<ol class="contents">{"".join(self._contents)}</ol></nav>\n'

    def _foot(self, summary: Summary) -> Iterator[str]:
        tally = summary.tally
        yield '<section id="summary" aria-labelledby="summaryh"><h2 id="summaryh">What was read and checked</h2>\n'
        yield f"<p>{tidy(summary.line())}</p>\n<dl>"
        rows = [
            ("drafts read", f"{summary.drafts:,}"), ("figures", f"{tally.figures:,}"), ("claims", f"{tally.claims:,}"),
            ("checked", f"{tally.checked:,}"),
            *((f"not checkable: {reason}", f"{n:,}") for reason, n in sorted(tally.unchecked.items()) if n > 0),
            ("left out by the drafts’ own comments", f"{tally.suppressed:,}"),
            ("left out by a baseline", f"{tally.known:,}"),
            ("files or articles that could not be read", f"{summary.unreadable:,}"),
        ]  # fmt: skip
        for word, number in rows[:4] + [row for row in rows[4:] if row[1] != "0"]:
            yield f"<div><dt>{tidy(word)}</dt><dd>{number}</dd></div>"
        yield "</dl>\n"
        yield "</section>\n</main>\n</body>\n</html>\n"


def policy(style: str) -> str:
    """The policy that a browser holds the page to: its own style and nothing else, from nowhere."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _title(summary: Summary) -> str:
    return summary.line().partition(" · ")[0].capitalize()


def _many(drafts: int) -> str:
    """A browser leaves out the parts of a long page that are not in view."""
    return ' class="many"' if drafts > _MANY else ""


def _legend() -> str:
    rows = "".join(f'<li><span class="f {state}">12.5</span> {text}</li>' for state, text in _LEGEND.items())
    chart = "".join(f'<li><span class="key {key}"></span> {text}</li>' for key, text in _CHART.items())
    return (
        '<details class="legend" open><summary>How to read the underlines and the charts</summary>'
        f"<ul>{rows}{chart}</ul></details>"
    )


def _entry(article: Article) -> str:
    found = article.result.findings
    counts = [(level, sum(finding.severity == level for finding in found)) for level in ("error", "warning", "info")]
    said = ", ".join(f"{n} {level}{'s' * (n > 1 and level != 'info')}" for level, n in counts if n) or "nothing found"
    return f'<li><a href="#{article.name}">{tidy(article.title)}</a> <span class="where">{said}</span></li>'
