"""The ways to show figures and claims, by name. A new one is a module with a `FiguresRenderer`, and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.reports.registry import late

if TYPE_CHECKING:  # the command needs the names before it knows whether it needs a renderer
    from factcheck.reports.figures_renderer import FiguresRenderer

#: Name to "module:attribute", imported only when asked for: a JSON run never pays for rich.
FIGURES: dict[str, str] = {
    "rich": "factcheck.reports.figures_table:FiguresTable",
    "jsonl": "factcheck.reports.figures_jsonl:FiguresJsonl",
    "csv": "factcheck.reports.figures_csv:FiguresCsv",
    "checklist": "factcheck.reports.figures_checklist:FiguresChecklist",
}
CLAIMS: dict[str, str] = {
    "rich": "factcheck.reports.figures_table:ClaimsTable",
    "jsonl": "factcheck.reports.figures_jsonl:FiguresJsonl",
}


def figures_renderer(name: str, claims: bool = False) -> type[FiguresRenderer]:
    """The renderer of that name; LookupError names those that there are."""
    formats = CLAIMS if claims else FIGURES
    if name not in formats:
        what = "claims" if claims else "figures"
        raise LookupError(f"{what} cannot be shown as {name}, only as {', '.join(formats)}")
    found: type[FiguresRenderer] = late(formats[name])
    return found
