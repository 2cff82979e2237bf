"""What the package shows to the world."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import unigraph as ug

SLOW = ("pandas", "numpy", "networkx", "rdflib", "pyvis", "pyshacl", "jieba", "igraph", "rich", "click", "pyoxigraph")


def test_every_public_name_is_there_and_documented() -> None:
    assert sorted(ug.__all__) == ug.__all__
    for name in ug.__all__:
        assert getattr(ug, name) is not None
        assert name in dir(ug)
        assert name == "__version__" or getattr(ug, name).__doc__
    assert ug.__version__ == version("unigraph")


def test_functions_stay_functions_whatever_is_imported() -> None:
    import unigraph.building
    import unigraph.cli.build  # noqa: F401

    assert callable(ug.build)
    assert callable(ug.load)


def test_unknown_name() -> None:
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = ug.nothing_such


def test_package_is_typed() -> None:
    assert (Path(ug.__file__).parent / "py.typed").exists()


@pytest.mark.parametrize(("code", "allowed"), [("import unigraph", ()), ("import unigraph.cli", ("click",))])
def test_import_is_light(code: str, allowed: tuple[str, ...]) -> None:
    names = [n for n in SLOW if n not in allowed]
    check = f"{code}; import sys; print([n for n in {names!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_building_needs_no_data_frames() -> None:
    check = "import unigraph as ug, sys; ug.build_text('岚川市总工会召开会议。'); print('pandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
