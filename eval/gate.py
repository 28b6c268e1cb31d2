"""The gate: scores that must not fall below their floor, nor rise above their ceiling."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eval.settings import FOREIGN, SETTINGS, Setting
from eval.summary import Summary


class GateError(ValueError):
    """A gate file that cannot be used; the message names the file and the key."""


@dataclass(frozen=True)
class Check:
    """What a run of `set` in `setting` by `system` must reach; scores are named as in `Summary.value`."""

    set: str
    setting: Setting
    system: str
    floors: Mapping[str, float] = field(default_factory=dict)
    ceilings: Mapping[str, float] = field(default_factory=dict)

    def failures(self, summary: Summary) -> list[str]:
        """Return a line for each score that is out of bounds, or that the run does not have."""
        found = []
        for bounds, word, sign in ((self.floors, "below its floor", 1), (self.ceilings, "above its ceiling", -1)):
            for name, bound in bounds.items():
                value = summary.value(name)
                if value is None:
                    found.append(f"{self.set}: {name} is not among the scores of this run")
                elif sign * value.value < sign * bound:
                    found.append(f"{self.set}: {name} is {value.value:.4f}, {word} of {bound:.4f}")
        return found


def load_gate(path: Path) -> list[Check]:
    """Read a gate file: tables `[[check]]` with `set`, `floor` and `ceiling`, at will `system`, `setting`, `foreign`.

    Raises:
        GateError: the file is missing or malformed.
    """
    try:
        checks = tomllib.loads(path.read_text(encoding="utf-8")).get("check", [])
    except OSError as error:
        raise GateError(f"{path}: cannot be read ({error.strerror})") from error
    except tomllib.TOMLDecodeError as error:
        raise GateError(f"{path}: not valid TOML ({error})") from error
    if not checks:
        raise GateError(f"{path}: holds no [[check]]")
    return [_check(f"{path}, check {number}", table) for number, table in enumerate(checks, 1)]


def _check(where: str, table: dict[str, Any]) -> Check:
    unknown = set(table) - {"set", "system", "setting", "foreign", "floor", "ceiling"}
    if unknown:
        raise GateError(f'{where}: unknown key "{min(unknown)}"')
    if not isinstance(table.get("set"), str):
        raise GateError(f'{where}: key "set" must name a set')
    foreign = int(table.get("foreign", 0))
    kind = table.get("setting", FOREIGN if foreign else "corpus")
    if kind not in SETTINGS:
        raise GateError(f'{where}: key "setting" is {kind!r}, not one of {", ".join(SETTINGS)}')
    bounds = [_bounds(where, table, name) for name in ("floor", "ceiling")]
    if not any(bounds):
        raise GateError(f'{where}: neither "floor" nor "ceiling" is given')
    return Check(table["set"], Setting(kind, foreign), table.get("system", "full"), *bounds)


def _bounds(where: str, table: dict[str, Any], name: str) -> dict[str, float]:
    bounds = table.get(name, {})
    if not isinstance(bounds, dict) or not all(isinstance(value, int | float) for value in bounds.values()):
        raise GateError(f'{where}: key "{name}" must be a table of numbers')
    return {key: float(value) for key, value in bounds.items()}
