"""Rules that are `dated` by a role: whether the rates of that time fail where those of the draft's own day fit."""

from __future__ import annotations

from datetime import date

from factcheck.checking.calendar import Calendar
from factcheck.checking.exchange import Exchange
from factcheck.checking.judge import Judge
from factcheck.checking.rule import CompiledRule
from factcheck.checking.scales import Judgement
from factcheck.checking.windows import Windows, named_window
from factcheck.claims.claim import Claim, faces
from factcheck.rates.ratebook import Window


def judge_dated(exchange: Exchange, rule: CompiledRule, claim: Claim, day: date | None) -> Judgement:
    """The judgement by the rates of the time in the rule's role `dated`, where those of the draft's `day` fit."""
    role = rule.rule.dated
    then = named_window(faces(claim.roles[role])[0], day) if role else None
    if day is None or then is None:
        return Judgement("unknown", reason="no rates of that time")
    own, middle = Window.around(day), then.first + (then.last - then.first) / 2
    now = _by(exchange, Windows((own,), day=day)).judge(rule, claim)
    if now.verdict != "fits":
        return now if now.verdict == "unknown" else now._replace(verdict="fits")
    return _by(exchange, Windows((then,), day=middle)).judge(rule, claim)


def _by(exchange: Exchange, windows: Windows) -> Judge:
    return Judge(exchange, lambda _: windows, Calendar(None, lambda _: ()))
