"""The arguments of every command that reads drafts."""

from __future__ import annotations

import argparse

from factcheck.fronts.argument_types import codes, day


def add(command: argparse.ArgumentParser, formats: list[str], shows: str) -> None:
    """Add them, in groups: paths, drafts, output."""
    command.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        default=["."],
        help='files, folders or patterns; "-" is standard input (default: this folder)',
    )
    files = command.add_argument_group("which files")
    files.add_argument(
        "--exclude",
        type=codes,
        metavar="PATTERNS",
        help="pass over these in folders: drafts/old/,*.tmp.md (default: none)",
    )
    files.add_argument(
        "--no-gitignore",
        action="store_const",
        dest="gitignore",
        const=False,
        help="read also what .gitignore names (default: pass over it in folders)",
    )
    files.add_argument(
        "--stdin-filename",
        metavar="NAME",
        default="<stdin>",
        help="the name and format of standard input (default: <stdin>, plain text)",
    )
    drafts = command.add_argument_group("what is known of the drafts")
    drafts.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help="the day of the drafts, before all other dates (default: what each of them says)",
    )
    drafts.add_argument("--language", metavar="CODE", help="the drafts' language (default: en)")
    drafts.add_argument(
        "--home-currency",
        type=str.upper,
        metavar="CODE",
        help="what a bare $, kr or £ means: CAD, SEK … (default: USD, and as the draft gives evidence)",
    )
    shown = command.add_argument_group("what is shown")
    shown.add_argument("--format", choices=formats, default="rich", metavar="FORMAT", help=_formats(formats, shows))
    shown.add_argument("--output", metavar="FILE", help="write to FILE (default: standard output)")


def _formats(formats: list[str], shows: str) -> str:
    return f"{shows}: {', '.join(formats)} (default: rich)"
