"""Yardstick: the same 74 formulas as variables of an OpenFisca tax-benefit system.

OpenFisca stores floats in 32 bits, so its cents may differ; how many do is
part of the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from benchmarks.campaign import Floats
from benchmarks.hand_written import RULES, Columns

PERIOD = "2023"
_ENTITY = Entity("organisation", "organisations", "An organisation", "")


class _Figures(Mapping[str, Floats]):
    """The figures of a running simulation, by key."""

    def __init__(self, organisation: Any, period: Any) -> None:
        self._organisation, self._period = organisation, period

    def __getitem__(self, key: str) -> Floats:
        column: Floats = self._organisation(_name(key), self._period)
        return column

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def prepare(columns: Columns) -> tuple[TaxBenefitSystem, Columns]:
    """The system, with one variable for each figure and each criterion."""
    system = TaxBenefitSystem([_ENTITY])
    for key in columns:
        system.add_variable(_variable(_name(key), None))
    for key in RULES:
        system.add_variable(_variable(f"points_{_name(key)}", key))
    return system, columns


def score(system: TaxBenefitSystem, columns: Columns) -> dict[str, Floats]:
    """A fresh simulation of all criteria; quanta by key."""
    count = len(next(iter(columns.values())))
    simulation = SimulationBuilder().build_default_simulation(system, count)
    for key, column in columns.items():
        simulation.set_input(_name(key), PERIOD, column)
    with np.errstate(divide="ignore", invalid="ignore"):
        return {key: simulation.calculate(f"points_{_name(key)}", PERIOD) for key in RULES}


def _name(key: str) -> str:
    return "f_" + key.replace(".", "_")


def _variable(name: str, criterion: str | None) -> type[Variable]:
    facts: dict[str, Any] = {
        "value_type": float,
        "entity": _ENTITY,
        "definition_period": DateUnit.YEAR,
        "label": name,
        "default_value": np.nan,
    }
    if criterion is not None:
        rule = RULES[criterion]

        def formula(organisation: Any, period: Any, parameters: Any) -> Floats:  # noqa: ARG001  the contract
            return rule(_Figures(organisation, period))

        facts["formula"] = formula
    return type(name, (Variable,), facts)
