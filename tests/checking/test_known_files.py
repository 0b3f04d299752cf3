"""The shipped rules as they are kept between runs say what their files say."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from factcheck import parsed
from factcheck.checking import known_files as module
from factcheck.checking.known_files import known_files
from factcheck.checking.rule import load_rule
from factcheck.checking.rule_file import Rule
from factcheck.checking.ruleset import load, shipped
from factcheck.claims.source import BadRule, Source

RULES = load().rules
KINDS = load().kinds


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_the_same(code: str) -> None:
    kept = RULES[code]
    fresh = Source(kept.path).load(Rule)
    assert {name: getattr(kept.rule, name) for name in Rule.model_fields if name not in ("causes", "bad", "good")} == {
        name: getattr(fresh, name) for name in Rule.model_fields if name not in ("causes", "bad", "good")
    }
    assert [vars(cause) for cause in kept.rule.causes] == [vars(cause) for cause in fresh.causes]
    assert (kept.rule.bad, kept.rule.good) == (fresh.bad, fresh.good)  # read anew


@pytest.mark.parametrize("code", RULES)
def test_every_part_of_a_rule_can_be_used(code: str) -> None:
    RULES[code].check()
    assert load_rule(RULES[code].path, KINDS).rule.code == code


@pytest.mark.parametrize("name", KINDS)
def test_every_phrase_of_a_kind_can_be_used(name: str) -> None:
    kind = KINDS[name]
    assert all(phrase.source for phrase in (*kind.phrases, *kind.refused))
    assert bool(kind.phrases) == kind.worded


def test_what_is_kept_is_plain() -> None:
    said = known_files(shipped())
    assert marshal.loads(marshal.dumps(said)) == said
    assert said["CHG101-wrong-percent-change.yaml"]["claim"] == "change"
    assert not {"bad", "good"} & said["CHG101-wrong-percent-change.yaml"].keys()
    assert "en" in {name.rpartition("/")[2][:2] for name in said if "/words/" in name}


def test_a_changed_file_and_a_changed_model_are_read_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(parsed.ENVIRONMENT, str(tmp_path / "cache"))
    folder, model = tmp_path / "rules", tmp_path / "model.py"
    (folder / "claims").mkdir(parents=True)
    model.write_text("", encoding="utf-8")
    monkeypatch.setattr(module, "_MODELS", (model,))
    reads: list[str] = []
    said = module._said
    monkeypatch.setattr(module, "_said", lambda folder, name: reads.append(name) or said(folder, name))
    file = folder / "claims" / "one.yaml"
    file.write_text("kind: one\ntitle: One\nroles: {a: count}\n", encoding="utf-8")
    assert known_files(folder)["claims/one.yaml"]["title"] == "One"
    assert known_files(folder)["claims/one.yaml"]["roles"] == {"a": ("count",)}
    assert reads == ["claims/one.yaml"]
    file.write_text("kind: one\ntitle: Another\nroles: {a: count}\n", encoding="utf-8")
    assert known_files(folder)["claims/one.yaml"]["title"] == "Another"
    model.write_text("# changed\n", encoding="utf-8")
    assert known_files(folder)["claims/one.yaml"]["title"] == "Another"
    assert len(reads) == 3
    file.write_text("kind: one\ntitel: Another\nroles: {a: count}\n", encoding="utf-8")
    with pytest.raises(BadRule, match="unknown key 'titel'"):
        known_files(folder)
