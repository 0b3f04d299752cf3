"""The reports by name. A new one is a module with a `Renderer` in it, and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the command needs the names before it knows whether it needs a report
    from factcheck.reports.renderer import Renderer

#: Name to "module:attribute", imported only when asked for: a JSON run never pays for rich.
RENDERERS: dict[str, str] = {
    "rich": "factcheck.reports.rich_report:RichReport",
    "concise": "factcheck.reports.concise:ConciseReport",
    "json": "factcheck.reports.json:JsonReport",
    "jsonl": "factcheck.reports.jsonl:JsonlReport",
    "html": "factcheck.reports.html.report:HtmlReport",
    "plain": "factcheck.reports.plain:PlainReport",
    "sarif": "factcheck.reports.sarif:SarifReport",
    "github": "factcheck.reports.github:GithubReport",
    "gitlab": "factcheck.reports.gitlab:GitlabReport",
    "junit": "factcheck.reports.junit:JunitReport",
    "rdjson": "factcheck.reports.rdjson:RdjsonReport",
    "checkstyle": "factcheck.reports.checkstyle:CheckstyleReport",
}


def renderer(name: str) -> type[Renderer]:
    """The renderer of that name; LookupError names the known ones."""
    if name not in RENDERERS:
        raise LookupError(f"no report is called {name!r}; there are {', '.join(RENDERERS)}")
    found: type[Renderer] = late(RENDERERS[name])
    return found


def late(place: str) -> Any:
    """What stands at "module:attribute", imported now."""
    module, _, attribute = place.partition(":")
    return getattr(import_module(module), attribute)
