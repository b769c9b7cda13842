"""The databases the benchmarks of the web product share: one for each size, loaded once."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from benchmarks.web.installation import ROOT, Installation

FEW, MANY = 150, 4_000
_FOLDER = ROOT / "var" / "bench"
_LOADER = ("province", "patterns", "copying", "resealing")


@cache
def installation_with(count: int) -> Installation:
    """An installation whose database holds campaigns of so many organisations.

    It is loaded anew where the code has changed since. Whoever changes it works on a copy.
    """
    made = Installation(_FOLDER, f"campaign_{count}")
    note = _FOLDER / f"campaign_{count}.json"
    wanted = _code()
    if not (note.exists() and json.loads(note.read_text())["code"] == wanted):
        note.unlink(missing_ok=True)
        made.begin_anew()
        made.prepare("load_library", "load_administrative_units")
        facts = json.loads(made.run("-m", "benchmarks.web", "province", str(count)))
        note.write_text(json.dumps({"code": wanted, **facts}))
    return made


def facts_of(count: int) -> dict[str, float]:
    """What the loader told: ``campaign``, ``dossiers``, ``answers``, ``seconds``."""
    installation_with(count)
    facts: dict[str, float] = json.loads((_FOLDER / f"campaign_{count}.json").read_text())
    return facts


def a_copy(name: str) -> Installation:
    """An installation with a copy of the large database, to be worked on."""
    copy = Installation(_FOLDER, name)
    copy.begin_anew(installation_with(MANY).database)
    return copy


def _code() -> str:
    """What the database depends on, as a hash: the product and the loader."""
    seen = hashlib.sha256()
    product = (path for path in (ROOT / "src" / "chamdiem").rglob("*") if path.suffix in (".py", ".yaml"))
    loader = (Path(__file__).with_name(f"{name}.py") for name in _LOADER)
    for path in sorted((*product, *loader)):
        seen.update(path.read_bytes())
    return seen.hexdigest()
