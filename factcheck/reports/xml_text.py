"""Text for XML: a draft may hold characters that no XML document can."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from factcheck.reports.visible import Visible

_VISIBLE = Visible()


def element(name: str, attributes: dict[str, str], *, text: str | None = None, closed: bool = True) -> str:
    """A start tag, or with `text` or `closed` the whole element; what XML 1.0 cannot hold is made visible."""
    said = "".join(f" {key}={quoteattr(safe(value))}" for key, value in attributes.items())
    if text is not None:
        return f"<{name}{said}>{escape(safe(text))}</{name}>"
    return f"<{name}{said}/>" if closed else f"<{name}{said}>"


def safe(text: str) -> str:
    """The text without controls and halves of characters; line breaks stay."""
    return "\n".join(map(_VISIBLE, text.split("\n"))).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
