"""MDX: Markdown with JavaScript in it, of which the Markdown is read, and how its comments look."""

from __future__ import annotations

from factcheck.drafts.markdown import read
from factcheck.drafts.markdown_code import shown

__all__ = ["COMMENT", "read", "shown"]

COMMENT = r"(?:\{/\*|<!--)(.*?)(?:\*/\}|-->)"
