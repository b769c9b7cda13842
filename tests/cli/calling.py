"""Calls the command as a program would, within this process, and a small set to call it on."""

from __future__ import annotations

import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from chamdiem.cli import main
from chamdiem.cli.session import LOCALES

# Whatever speaks of a trace of the interpreter.
TRACE = "Traceback (most recent call last)"

SET = """format: chamdiem/set/1
set:
  key: nho
  name: Bộ nhỏ
  edition: "2023"
  levels: {group: Nhóm, criterion: Tiêu chí}
  source: {document: QĐ 1}
rows:
  - {key: "1", number: "1", level: group, name: Nhóm một, max_points: 30}
  - key: "1.1"
    number: "1.1"
    level: criterion
    name: Tỷ lệ hồ sơ trực tuyến
    max_points: 20
    inputs: {a: {label: Hồ sơ trực tuyến, unit: hồ sơ}, b: {label: Tổng số hồ sơ, unit: hồ sơ}}
    checks: ["a <= b"]
    rule: {kind: ratio, value: a / b, full_at: 80%, if_zero: not_applicable}
  - key: "1.2"
    number: "1.2"
    level: criterion
    name: Kinh phí
    max_points: 10
    inputs:
      c: {label: Kinh phí, unit: triệu đồng, type: decimal, decimals: 3}
      x: {label: Đã có kế hoạch, type: yes_no}
    rule:
      kind: gate
      when: x
      then: {kind: tiers, value: c, tiers: [{at_least: 1000}, {at_least: 100, give: 1/2}]}
      else: none
  - key: "1.3"
    number: "1.3"
    level: criterion
    name: Sự cố
    max_points: 5
    inputs: {n: {label: Sự cố}}
    rule: {kind: peer, value: n, method: min_max, better: low, if_all_equal: full}
"""


@dataclass(frozen=True)
class Called:
    """What a call gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def problems(self) -> list[dict[str, Any]]:
        """The problems on standard output."""
        return list(self.json["problems"])


def call(*arguments: str | Path, **environment: str) -> Called:
    """Run one command line; the language comes from nowhere but the arguments and ``environment``."""
    out, err = io.StringIO(), io.StringIO()
    quiet = {key: value for key, value in os.environ.items() if key not in (*LOCALES, "CHAMDIEM_LANG")}
    with (
        patch.dict(os.environ, {**quiet, "COLUMNS": "100", **environment}, clear=True),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = main([str(argument) for argument in arguments])
    return Called(code, out.getvalue(), err.getvalue())


def set_file(folder: Path, text: str = SET) -> Path:
    """The small set as a file."""
    path = folder / "nho.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def answers_file(folder: Path, text: str, name: str = "so-lieu.csv") -> Path:
    """A file of answers."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


GOOD = "code;name;1.1.a;1.1.b;1.2.c;1.2.x;1.3.n\nA;Xã A;79;100;1.234,5;có;3\nB;Xã B;80;100;99,5;có;0\n"
