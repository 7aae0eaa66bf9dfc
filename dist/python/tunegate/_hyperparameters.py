"""The hyperparameters of a trial, with the interface of Keras Tuner's `HyperParameters`.

One object serves one run of `build(hp)`: it answers with the values that it was given (or defaults), and remembers what
was asked for, which is how a space is discovered.
"""

from __future__ import annotations

import contextlib
import math
from typing import Any, Dict, Iterator, List, Optional, Sequence, Tuple

Condition = Tuple[str, Tuple[Any, ...]]
_SCALES = {"linear": "linear", "log": "log", "reverse_log": "reverse-log"}


def plain(value: Any) -> Any:
    """A value as JSON has it: a string, a number or a boolean. None and others become texts."""
    item = getattr(value, "item", None)
    if callable(item) and not isinstance(value, (str, bytes)):
        value = item()
    return value if isinstance(value, (str, bool, int, float)) else str(value)


class HyperParameter:
    """One parameter that was asked for."""

    def __init__(
        self, kind: str, name: str, definition: Dict[str, Any], default: Any, conditions: Sequence[Condition]
    ) -> None:
        self.kind = kind
        self.name = name
        self.definition = definition
        self.default = default
        self.conditions: Tuple[Condition, ...] = tuple(conditions)

    def __repr__(self) -> str:
        return f"{self.kind}(name: {self.name!r}, {self.definition})"


class HyperParameters:
    """What `build(hp)` asks. Values that were not given are the defaults of what it asks for."""

    def __init__(
        self,
        given: Optional[Dict[str, Any]] = None,
        overrides: Optional[Dict[str, HyperParameter]] = None,
        tune_new_entries: bool = True,
    ) -> None:
        self._given: Dict[str, Any] = dict(given or {})
        self._overrides = dict(overrides or {})
        self._tune_new_entries = tune_new_entries
        self._declared: List[HyperParameter] = []
        self._scopes: List[str] = []
        self._conditions: List[Condition] = []
        self.values: Dict[str, Any] = {}

    # Scopes

    @contextlib.contextmanager
    def name_scope(self, name: str) -> Iterator[None]:
        """Names within are `name/...`."""
        self._scopes.append(str(name))
        try:
            yield
        finally:
            self._scopes.pop()

    @contextlib.contextmanager
    def conditional_scope(self, parent_name: str, parent_values: Any) -> Iterator[None]:
        """Parameters within exist only where the parent has one of these values; elsewhere asking for one is None."""
        parent = self._full(parent_name)
        if not any(known.name == parent for known in self._declared):
            raise ValueError(f"conditional_scope: there is no hyperparameter {parent!r} yet")
        allowed = parent_values if isinstance(parent_values, (list, tuple, set)) else [parent_values]
        self._conditions.append((parent, tuple(allowed)))
        try:
            yield
        finally:
            self._conditions.pop()

    # Parameters

    def Int(
        self,
        name: str,
        min_value: int,
        max_value: int,
        step: Optional[int] = None,
        sampling: Optional[str] = "linear",
        default: Optional[int] = None,
        parent_name: Optional[str] = None,
        parent_values: Any = None,
    ) -> Any:
        """A whole number from `min_value` to `max_value`, both included."""
        for what, number in (("min_value", min_value), ("max_value", max_value), ("step", step)):
            if number is not None and int(number) != number:
                raise ValueError(f"hp.Int({name!r}): {what} must be a whole number, not {number!r}")
        low, high = int(min_value), int(max_value)
        whole = None if step is None else int(step)
        definition = _range("int", name, low, high, whole, sampling)
        first = low if default is None else int(default)
        return self._ask("Int", name, definition, first, parent_name, parent_values)

    def Float(
        self,
        name: str,
        min_value: float,
        max_value: float,
        step: Optional[float] = None,
        sampling: Optional[str] = "linear",
        default: Optional[float] = None,
        parent_name: Optional[str] = None,
        parent_values: Any = None,
    ) -> Any:
        """A number from `min_value` to `max_value`, both included."""
        low, high = float(min_value), float(max_value)
        size = None if step is None else float(step)
        definition = _range("float", name, low, high, size, sampling)
        first = low if default is None else float(default)
        return self._ask("Float", name, definition, first, parent_name, parent_values)

    def Choice(
        self,
        name: str,
        values: Sequence[Any],
        ordered: Optional[bool] = None,
        default: Any = None,
        parent_name: Optional[str] = None,
        parent_values: Any = None,
    ) -> Any:
        """One of `values`."""
        options = list(values)
        if not options:
            raise ValueError(f"hp.Choice({name!r}): there are no values to choose from")
        numeric = all(isinstance(plain(v), (int, float)) and not isinstance(plain(v), bool) for v in options)
        if ordered is None:
            ordered = numeric
        first = default if default is not None or None in options else options[0]
        if first not in options:
            raise ValueError(f"hp.Choice({name!r}): the default {first!r} is none of {options!r}")
        definition = {"type": "choice", "values": [plain(v) for v in options], "ordered": bool(ordered)}
        value = self._ask("Choice", name, definition, first, parent_name, parent_values)
        if value is None:
            return None
        # JSON does not tell 1 from 1.0, nor does it know None.
        for option in options:
            if plain(option) == plain(value) and isinstance(plain(option), bool) == isinstance(plain(value), bool):
                return option
        # The values that the spec has for it are what is searched.
        return value

    def Boolean(
        self,
        name: str,
        default: bool = False,
        parent_name: Optional[str] = None,
        parent_values: Any = None,
    ) -> Any:
        """True or False."""
        return self._ask("Boolean", name, {"type": "bool"}, bool(default), parent_name, parent_values)

    def Fixed(
        self, name: str, value: Any, parent_name: Optional[str] = None, parent_values: Any = None
    ) -> Any:
        """A value that is not searched; the spec may overrule it."""
        return self._ask(
            "Fixed", name, {"type": "constant", "value": plain(value)}, value, parent_name, parent_values
        )

    def get(self, name: str) -> Any:
        """The value of a parameter that was asked for before, or that the spec has.

        Raises KeyError when there is none, ValueError when it does not exist in this config.
        """
        full = self._full(name)
        if full in self.values:
            return self.values[full]
        if any(known.name == full for known in self._declared):
            raise ValueError(f"{full} is currently inactive.")
        for key in (full, name):
            if key in self._given:
                return self._given[key]
        raise KeyError(f"{full} does not exist.")

    def __getitem__(self, name: str) -> Any:
        return self.get(name)

    def __contains__(self, name: str) -> bool:
        try:
            self.get(name)
            return True
        except (KeyError, ValueError):
            return False

    def is_active(self, hyperparameter: Any) -> bool:
        """Whether a parameter (or its name) exists in this config."""
        if isinstance(hyperparameter, HyperParameter):
            return self._holds(hyperparameter.conditions)
        return any(known.name == str(hyperparameter) and self._holds(known.conditions) for known in self._declared)

    @property
    def space(self) -> List[HyperParameter]:
        """What was asked for, in order."""
        return list(self._declared)

    def copy(self) -> "HyperParameters":
        other = HyperParameters(self._given, self._overrides, self._tune_new_entries)
        other._declared = list(self._declared)
        other.values = dict(self.values)
        return other

    def declarations(self) -> List[Dict[str, Any]]:
        """What was asked for, for the search: definitions in the spec's words, and the values that were answered."""
        return [
            {
                "name": known.name,
                "definition": known.definition,
                "when": [{"parent": parent, "values": [plain(v) for v in allowed]} for parent, allowed in known.conditions],
                "value": plain(self.values[known.name]) if self._holds(known.conditions) else None,
            }
            for known in self._declared
        ]

    # Inside

    def _full(self, name: str) -> str:
        return "/".join([*self._scopes, str(name)])

    def _holds(self, conditions: Sequence[Condition]) -> bool:
        return all(parent in self.values and self.values[parent] in allowed for parent, allowed in conditions)

    def _ask(
        self,
        kind: str,
        name: str,
        definition: Dict[str, Any],
        default: Any,
        parent_name: Optional[str],
        parent_values: Any,
    ) -> Any:
        scope = (
            contextlib.nullcontext()
            if parent_name is None
            else self.conditional_scope(parent_name, parent_values)
        )
        with scope:
            conditions = tuple(self._conditions)
        full = self._full(name)
        known = next((k for k in self._declared if k.name == full and k.conditions == conditions), None)
        if known is None:
            known = self._declare(kind, full, definition, default, conditions)
        if not self._holds(conditions):
            return None
        if full not in self.values:
            self.values[full] = self._typed(known, self._given.get(full, known.default))
        return self.values[full]

    def _declare(
        self, kind: str, name: str, definition: Dict[str, Any], default: Any, conditions: Sequence[Condition]
    ) -> HyperParameter:
        override = self._overrides.get(name)
        if override is not None:
            kind, definition, default = override.kind, override.definition, override.default
        elif not self._tune_new_entries:
            definition = {"type": "constant", "value": plain(default)}
        if definition["type"] != "constant":
            definition = {**definition, "default": plain(default)}
        known = HyperParameter(kind, name, definition, default, conditions)
        self._declared.append(known)
        return known

    def _typed(self, known: HyperParameter, value: Any) -> Any:
        if known.kind == "Float" and isinstance(value, int) and not isinstance(value, bool):
            return float(value)
        if known.kind == "Int":
            if isinstance(value, bool) or not isinstance(value, (int, float)) or value != math.floor(value):
                raise ValueError(f"hp.Int({known.name!r}) was given {value!r}: the spec's params say something else")
            return int(value)
        return value


def _range(kind: str, name: str, low: Any, high: Any, step: Any, sampling: Optional[str]) -> Dict[str, Any]:
    sampling = sampling or "linear"
    if sampling not in _SCALES:
        raise ValueError(f"sampling of {name!r} must be linear, log or reverse_log, not {sampling!r}")
    if high < low:
        raise ValueError(f"{name!r}: max_value ({high}) is less than min_value ({low})")
    if sampling != "linear" and low <= 0:
        raise ValueError(f"{name!r}: sampling {sampling!r} needs a min_value above 0, not {low}")
    if step is not None and (step <= 0 or (sampling != "linear" and step <= 1)):
        raise ValueError(f"{name!r}: step must be above {0 if sampling == 'linear' else 1}, not {step}")
    definition: Dict[str, Any] = {"type": kind, "min": low, "max": high, "scale": _SCALES[sampling]}
    if step is not None and not (kind == "int" and step == 1):
        definition["step"] = step
    return definition
