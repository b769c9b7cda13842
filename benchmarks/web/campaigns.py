"""The databases the benchmarks of the web product share: one for each size, loaded once."""

from __future__ import annotations

import hashlib
import json
import os
from functools import cache
from pathlib import Path

from benchmarks.measuring import IS_SMALL, tell
from benchmarks.web.installation import ROOT, Installation

FEW, MANY = (60, 150) if IS_SMALL else (150, 4_000)
# ``BENCH_DATA`` names a folder that several checkouts may use, one after the other.
_FOLDER = Path(os.environ.get("BENCH_DATA", ROOT / "var" / "bench")).resolve()
_LOADER = ("province", "patterns", "copying", "resealing")


@cache
def installation_with(count: int) -> Installation:
    """An installation whose database holds campaigns of so many organisations.

    It is loaded anew where the loader or an edition has changed since. Where other code has, it is
    migrated; that its content is what the present code would make of it is what ``filling`` proves.
    Whoever changes it works on a copy.
    """
    made = Installation(_FOLDER, f"campaign_{count}")
    note = _FOLDER / f"campaign_{count}.json"
    wanted = _code()
    if note.exists() and json.loads(note.read_text())["code"] == wanted:
        made.prepare()
    else:
        tell(f"loading campaigns of {count:,} organisations")
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
    loaded = installation_with(MANY)
    tell(f"copying {loaded.database} to {name}")
    copy.begin_anew(loaded.database)
    return copy


def prepare() -> None:
    """Load everything the other parts work with, where it is not there yet."""
    for count in (FEW, MANY):
        installation_with(count)
        tell(f"campaigns of {count:,} organisations are ready in {_FOLDER}")


def _code() -> str:
    """What the databases depend on, as a hash: the loader and the editions."""
    seen = hashlib.sha256()
    editions = (ROOT / "src" / "chamdiem" / "library").rglob("*.yaml")
    loader = (Path(__file__).with_name(f"{name}.py") for name in _LOADER)
    for path in (*sorted(editions), *loader):
        seen.update(path.read_bytes())
    return seen.hexdigest()
