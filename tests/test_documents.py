"""What the documents say holds: commands exist, links resolve, outputs are real; and the house's rules for texts."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from unigraph.cli import _COMMANDS
from unigraph.reading import read_sources

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BULLETIN = ROOT / "examples" / "bulletin-2026-04-15.txt"
INSTALL_AND_BUILD = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/unigraph build examples -o out"
CHECK = "bash scripts/check"

_DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/*.md")])
_TEXTS = {".md", ".py", ".toml", ".ttl", ".rq", ".tsv", ".txt", ".ipynb", ".js", ".css", ".html", ".json", ".sh", ""}
_FOLDERS = ("docs", "examples", "ontology", "scripts", "src", "tests", "benchmarks", ".ci")
_MOST_LINES = 400

_FORBIDDEN = re.compile(
    r"""(?ix)
    /(?:work|root|home)/(?!\S*\bid/)\w          # a path of somebody's machine
    | [A-Z]:\\Users\\
    | \b(?:pypi|pythonhosted|npmjs|golang)\.(?:org|com)\b      # a registry's host
    | \b(?:this|another|previous|earlier|next|helper|lead)\ session\b
    | \bissue\ \#?\d
    | \b(?:claude|anthropic|chatgpt|openai|copilot)\b
    """
)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"(?:^|[`$| /])unigraph +([a-z]+)\b(?= |`|$)", re.MULTILINE)
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _fences(language: str) -> list[str]:
    return [body for found, body in _FENCE.findall(README.read_text(encoding="utf-8")) if found == language]


def _named(document: Path) -> set[str]:
    """The commands that a document names in code."""
    text = document.read_text(encoding="utf-8")
    code = [
        *re.findall(r"(?<!`)`[^`\n]+`", text),
        *(body for language, body in _FENCE.findall(text) if language != "python"),
    ]
    return set(_COMMAND.findall("\n".join(code)))


def _texts() -> Iterator[Path]:
    yield from (p for p in ROOT.iterdir() if p.is_file() and p.suffix in {".md", ".toml"})
    for folder in _FOLDERS:
        yield from (p for p in sorted((ROOT / folder).rglob("*")) if p.is_file() and p.suffix in _TEXTS)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``out`` in it, as the README's first command makes it."""
    folder = tmp_path_factory.mktemp("readme")
    command = [sys.executable, "-m", "unigraph", "build", str(ROOT / "examples"), "-o", "out", "--quiet"]
    subprocess.run(command, cwd=folder, check=True)
    return folder


@pytest.mark.parametrize("line", [INSTALL_AND_BUILD, CHECK])
def test_two_commands_are_single_lines(line: str) -> None:
    assert f"{line}\n" in _fences("")


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_named_commands_exist(document: Path) -> None:
    assert _named(document) <= set(_COMMANDS)


def test_readme_names_every_command() -> None:
    assert _named(README) == set(_COMMANDS)


@pytest.mark.parametrize("document", _DOCUMENTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_resolve(document: Path) -> None:
    links = [x for x in _LINK.findall(document.read_text(encoding="utf-8")) if not re.match(r"[a-z]+:|#", x)]
    missing = [x for x in links if not (document.parent / x.partition("#")[0]).exists()]
    assert missing == []


def _shown() -> list[tuple[str, list[str]]]:
    """Each command that the README shows with its output, and the lines shown."""
    out = []
    for block in _fences("console"):
        command, *lines = block.splitlines()
        out.append((command.removeprefix("$ "), lines))
    return out


@pytest.mark.parametrize(("command", "lines"), _shown(), ids=[c[:40] for c, _ in _shown()])
def test_shown_output_is_real(command: str, lines: list[str], built: Path) -> None:
    """Every line that the README shows is in the output, in that order; … stands for what is left out."""
    words = [w.strip("'") for w in re.findall(r"'[^']*'|\S+", command.removeprefix("unigraph "))]
    done = subprocess.run([sys.executable, "-m", "unigraph", *words], cwd=built, stdout=subprocess.PIPE, check=True)
    output = iter(done.stdout.decode("utf-8").splitlines())
    for line in lines:
        pattern = ".*".join(map(re.escape, line.rstrip().split("…"))) + (".*" if line.endswith("…") else "")
        assert line == "…" or any(re.fullmatch(pattern, found.rstrip()) for found in output), line


def test_shown_python_is_real(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(built)
    (block,) = _fences("python")
    example = doctest.DocTestParser().get_doctest(block, {}, "README", str(README), 0)
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


def test_picture_is_small() -> None:
    assert (ROOT / "docs" / "images" / "explorer.png").stat().st_size < 300_000


def test_bulletin_gives_seven_articles() -> None:
    articles = read_sources([BULLETIN]).articles
    assert len(articles) == 7
    assert all(a.title and "本报讯" in a.text and a.published == "2026-04-15" for a in articles)
    contest = next(a for a in articles if "技能竞赛" in a.title)
    assert "相关链接" in contest.text
    assert "■图为" in contest.text
    assert not any("相关链接" in a.text for a in articles if a is not contest)


@pytest.mark.parametrize("module", sorted((ROOT / "src").rglob("*.py")), ids=lambda p: str(p.relative_to(ROOT)))
def test_modules_are_short(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= _MOST_LINES


def test_texts_name_no_machine_and_no_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()!r}"
        for path in _texts()
        for match in _FORBIDDEN.finditer(path.read_text(encoding="utf-8", errors="replace"))
        if path != Path(__file__)
    ]
    assert found == []
