"""The hook, with the real `pre-commit` in a scratch repository: it clones, builds and runs factcheck itself."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import yaml
from fresh_machine import ROOT, draft, run, succeed

from factcheck.drafts.reading import SUFFIXES

pytestmark = pytest.mark.install

QUERY = "Sales rose 25% from $5bn to $6bn.\n"  # may be true before rounding: a warning


class Desk:
    """A repository of drafts whose commits pass the hook first."""

    def __init__(self, folder: Path, checkout: Path, home: Path) -> None:
        self.folder = folder
        self.home = home
        self._checkout = checkout
        succeed("git", "init", "--quiet", cwd=folder)
        self.configure()
        succeed(sys.executable, "-m", "pre_commit", "install", cwd=folder, PRE_COMMIT_HOME=str(home))

    def configure(self, **options: object) -> None:
        revision = succeed("git", "rev-parse", "HEAD", cwd=self._checkout)
        hook = {"repo": str(self._checkout), "rev": revision, "hooks": [{"id": "factcheck"} | options]}
        (self.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump({"repos": [hook]}), encoding="utf-8")

    def commit(self, **files: str | bytes) -> subprocess.CompletedProcess[str]:
        """Commit these files; `deal_md` is `deal.md`."""
        for name, data in files.items():
            path = self.folder / name.replace("_", ".")
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        succeed("git", "add", "--all", cwd=self.folder)
        return run("git", "commit", "--message", "A draft", cwd=self.folder, PRE_COMMIT_HOME=str(self.home))

    def committed(self) -> set[str]:
        """The files of the last commit; none before the first."""
        done = run("git", "ls-tree", "-r", "--name-only", "HEAD", cwd=self.folder)
        return set(done.stdout.split()) - {".pre-commit-config.yaml"} if done.returncode == 0 else set()


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps the environment that it builds for the hook: built once, by the first commit."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture
def desk(tmp_path: Path, checkout: Path, home: Path) -> Desk:
    return Desk(tmp_path, checkout, home)


def test_a_spoilt_draft_is_refused_with_the_finding_on_the_screen(desk: Desk, home: Path) -> None:
    done = desk.commit(deal_md=draft("$31.5 billion"), other_md=draft("$13.5 billion"))
    assert done.returncode == 1
    assert re.search(r"^factcheck\.+Failed$", done.stdout, re.M)
    (found,) = [line for line in done.stdout.splitlines() if line.startswith("deal.md:")]
    assert found.startswith("deal.md:5:50: error FX101 19.5 billion Canadian dollars is about $13.5 billion ")
    assert desk.committed() == set()
    assert list(home.glob("repo*/py_env-*/bin/factcheck")), "the hook ran in its own environment"


def test_a_clean_draft_passes(desk: Desk) -> None:
    done = desk.commit(deal_md=draft("$13.5 billion"))
    assert re.search(r"^factcheck\.+Passed$", done.stdout, re.M)
    assert (done.returncode, desk.committed()) == (0, {"deal.md"})


def test_a_warning_alone_does_not_block_unless_the_house_says_so(desk: Desk) -> None:
    done = desk.commit(sales_txt=QUERY)
    assert (done.returncode, desk.committed()) == (0, {"sales.txt"}), done.stdout
    desk.configure(args=["--fail-on", "warning"])
    done = desk.commit(more_txt=QUERY)
    assert done.returncode == 1
    assert "more.txt:1:12: warning CHG101 " in done.stdout
    assert desk.committed() == {"sales.txt"}


def test_a_typing_fix_in_an_old_draft_is_not_held_up_by_its_figures(desk: Desk) -> None:
    (desk.folder / "deal.md").write_text(draft("$31.5 billion") + "\nA typnig slip.\n", encoding="utf-8")
    succeed("git", "add", "--all", cwd=desk.folder)
    succeed("git", "commit", "--no-verify", "--message", "Before there was a hook", cwd=desk.folder)
    done = desk.commit(deal_md=draft("$31.5 billion") + "\nA typing slip.\n")
    assert done.returncode == 0, done.stdout
    done = run(
        sys.executable, "-m", "pre_commit", "run", "--all-files", cwd=desk.folder, PRE_COMMIT_HOME=str(desk.home)
    )
    assert done.returncode == 1
    assert "deal.md:5:50: error FX101" in done.stdout


def test_an_argument_comes_before_those_of_the_hook(desk: Desk) -> None:
    desk.configure(args=["--format", "jsonl", "--date", "2025-03-16"])
    done = desk.commit(deal_md="It cost C$19.5 billion ($31.5 billion).")
    assert done.returncode == 1
    (found,) = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert (found["path"], found["code"], found["expected"]) == ("deal.md", "FX101", "$13.5 billion")


def test_an_unreadable_draft_is_refused_with_the_reason(desk: Desk) -> None:
    done = desk.commit(latin_md=b"one\ntwo caf\xe9s", deal_md=draft("$13.5 billion"))
    assert done.returncode == 1
    assert "latin.md:2: not UTF-8: byte 0xE9" in done.stdout
    assert desk.committed() == set()


def test_a_frozen_hook_reads_a_refreshed_store(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `factcheck rates update` stores reaches the environment that pre-commit has built long before."""
    late = draft("$25.5 billion").replace("2025-03-16", "2051-03-14")  # a day that no installed rates have
    assert desk.commit(deal_md=late).returncode == 0
    store = tmp_path_factory.mktemp("rates")
    (store / "ecb.csv").write_text("Date,USD,CAD\n2051-03-13,1.0000,1.4400\n2051-03-14,1.0000,1.4400\n")
    monkeypatch.setenv("FACTCHECK_RATES_DIR", str(store))
    done = desk.commit(deal_md=late.replace("$25.5", "$25.6"))
    assert done.returncode == 1
    assert "is about $13.5 billion at the rate of 14 March 2051 (ECB), not $25.6 billion" in done.stdout


def test_documents_of_a_word_processor_have_a_hook_of_their_own(desk: Desk) -> None:
    desk.configure(id="factcheck-docx")
    words = f"<w:p><w:r><w:t>{QUERY.replace('$6bn', '$9bn').strip()}</w:t></w:r></w:p>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f"<w:document xmlns:w='w'><w:body>{words}</w:body></w:document>")
    done = desk.commit(sales_docx=out.getvalue())
    assert done.returncode == 1, done.stdout
    (found,) = [line for line in done.stdout.splitlines() if line.startswith("sales.docx:")]
    assert found.startswith("sales.docx:1:12: error CHG101 paragraph 1: ")


def test_other_files_are_left_alone(desk: Desk) -> None:
    done = desk.commit(deal_py=f'"""{draft("$31.5 billion")}"""', LICENSE=QUERY, picture_png=b"\x89PNG\r\n\x1a\n\0")
    assert re.search(r"^factcheck\.+\(no files to check\)Skipped$", done.stdout, re.M)
    assert (done.returncode, desk.committed()) == (0, {"deal.py", "LICENSE", "picture.png"})


def test_the_hook_takes_the_suffixes_that_have_a_reader() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["factcheck", "factcheck-docx"]
    packed = (".docx", ".odt")
    for hook, suffixes in zip(hooks, ([s for s in SUFFIXES if s not in packed], packed), strict=True):
        taken = re.compile(hook["files"])
        others = ("a.py", "md", "docx", "a.md.orig", "a.docx.orig", "a.css", "~$deal.docx", "drafts/~$deal.docx")
        assert [name for name in others if taken.search(name)] == []
        assert all(taken.search(f"drafts/deal{suffix}") for suffix in suffixes)
        assert all(taken.search(f"DEAL{suffix.upper()}") for suffix in suffixes)
        listed = re.search(r"\(([a-z|]+)\)\$", hook["files"])
        assert listed is not None
        assert {f".{suffix}" for suffix in listed[1].split("|")} == set(suffixes)
