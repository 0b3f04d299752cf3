"""`factcheck init`: a commented configuration to start from."""

from __future__ import annotations

from pathlib import Path

NAME = ".factcheck.yaml"
#: Every key stands here, as a comment with its default or an example; `factcheck schema config` has their kinds.
TEXT = """\
# yaml-language-server: $schema=factcheck-config.schema.json
# What factcheck is told for the drafts in this folder and below it. `factcheck schema config >
# factcheck-config.schema.json` lets an editor complete the keys; a key that is taken out of its comment counts.

# language: en                # the language of the drafts, unless their front matter says another
# home_currency: USD          # what a bare $, kr or £ means
# date: 2025-03-16            # the day of all drafts; better: `date:` in their front matter
# undated: today              # whose rates judge a draft that says no day; none: those of the last years

# select: [FX, SUM101]        # only these rules (codes, groups or names; `factcheck rules` lists them)
# extend_select: [STY]        # these beside those that are on by default
# ignore: [CON]               # not these
# severities: {SUM: warning}  # the level of a rule or group: error, warning or info
# per_file_ignores:           # patterns as in a .gitignore
#   columns/: [RNK]
# severity: warning           # the lowest level that is shown
# fail_on: warning            # the lowest level that makes the exit status 1

# exclude: [drafts/old/]      # passed over in folders, beside what .gitignore names
# gitignore: true
# report_unused_suppressions: false
# baseline: factcheck-baseline.jsonl  # findings that are known already; `--write-baseline` makes it

# rules: [house/]             # folders of your own rules and claim kinds
# facts: [facts/]             # what you know: folders or files of facts that no draft may contradict
# rates: rates.csv            # your own exchange rates, before all others
# rate_urls: {}               # mirrors for `factcheck rates update`, by publisher
"""


def write(folder: Path) -> Path:
    """Write it into a folder; FileExistsError where there is a configuration already, which is never overwritten."""
    place = folder / NAME
    with open(place, "x", encoding="utf-8") as out:
        out.write(TEXT)
    return place
