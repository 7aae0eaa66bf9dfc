"""Stands in for `keras_tuner` while a trial runs: the search is Tunegate's, the script stays as it is.

`tuner.search(...)` trains once, with the hyperparameters of this trial, and ends the script.
"""

from __future__ import annotations

import sys
import types
from typing import Any, Callable, Dict, Optional

from ._hyperparameters import HyperParameter, HyperParameters


class FailedTrialError(Exception):
    """Raised by the user's code: this config does not work."""


class FatalError(Exception):
    """Raised by the user's code: nothing works."""


class FatalValueError(FatalError, ValueError):
    pass


class FatalTypeError(FatalError, TypeError):
    pass


class FatalRuntimeError(FatalError, RuntimeError):
    pass


class Objective:
    def __init__(self, name: str, direction: str) -> None:
        self.name = name
        self.direction = direction


class HyperModel:
    """`build(hp)` makes a model; `fit(hp, model, ...)` trains it."""

    def __init__(self, name: Optional[str] = None, tunable: bool = True) -> None:
        self.name = name
        self.tunable = tunable

    def build(self, hp: HyperParameters) -> Any:
        raise NotImplementedError(f"{type(self).__name__} needs a method build(self, hp)")

    def declare_hyperparameters(self, hp: HyperParameters) -> None:
        pass

    def fit(self, hp: HyperParameters, model: Any, *args: Any, **kwargs: Any) -> Any:
        return model.fit(*args, **kwargs)


class BuiltHyperModel(HyperModel):
    """A function build(hp)."""

    def __init__(self, build: Callable[[HyperParameters], Any]) -> None:
        super().__init__()
        self._build = build

    def build(self, hp: HyperParameters) -> Any:
        return self._build(hp)


def as_hypermodel(value: Any) -> HyperModel:
    if isinstance(value, type) and issubclass(value, HyperModel):
        return value()
    if hasattr(value, "build") and callable(value.build):
        return value
    if callable(value):
        return BuiltHyperModel(value)
    raise FatalValueError(f"a hypermodel is a function build(hp) or a HyperModel, not {value!r}")


class Trial:
    """What `run_trial(trial, ...)` of a tuner gets."""

    def __init__(self, hyperparameters: HyperParameters, trial_id: str) -> None:
        self.hyperparameters = hyperparameters
        self.trial_id = trial_id


class Oracle:
    """Takes the arguments of an oracle. What it would decide, Tunegate decides."""

    def __init__(self, objective: Any = None, max_trials: Any = None, **options: Any) -> None:
        self.objective = objective
        self.max_trials = max_trials
        self.hyperparameters = options.get("hyperparameters")
        self.tune_new_entries = options.get("tune_new_entries", True)

    def update_trial(self, *args: Any, **kwargs: Any) -> None:
        pass


#: Set by the host while a script runs: search(tuner, args, kwargs) trains, or discovers the space.
_search: Optional[Callable[[Any, tuple, Dict[str, Any]], None]] = None


class Tuner:
    """Takes the arguments of any tuner."""

    def __init__(self, *args: Any, **options: Any) -> None:
        positional = list(args)
        first = positional.pop(0) if positional else None
        # Tuner(oracle, hypermodel): the base class has them in this order.
        oracle = options.get("oracle")
        if isinstance(first, Oracle):
            oracle, first = first, (positional.pop(0) if positional else None)
        chosen = options.get("hypermodel", first)
        self.hypermodel = None if chosen is None else as_hypermodel(chosen)
        self.oracle = oracle if isinstance(oracle, Oracle) else Oracle(
            options.get("objective"),
            options.get("max_trials"),
            hyperparameters=options.get("hyperparameters"),
            tune_new_entries=options.get("tune_new_entries", True),
        )
        self.executions_per_trial = 1
        self.project_dir = "."
        self._compile = {
            name: options[name] for name in ("optimizer", "loss", "metrics") if options.get(name) is not None
        }

    def search(self, *args: Any, **kwargs: Any) -> None:
        if _search is None:
            raise RuntimeError("tuner.search() has no trial to run")
        _search(self, args, kwargs)

    def run_trial(self, trial: Trial, *args: Any, **kwargs: Any) -> Any:
        """Builds and trains once."""
        assert self.hypermodel is not None, "this tuner has no hypermodel"
        model = self._build(trial.hyperparameters)
        return self.hypermodel.fit(trial.hyperparameters, model, *args, **kwargs)

    def _build(self, hp: HyperParameters) -> Any:
        assert self.hypermodel is not None
        model = self.hypermodel.build(hp)
        if self._compile:
            settings = {name: getattr(model, name, None) for name in ("optimizer", "loss")}
            model.compile(**{**settings, **self._compile})
        return model

    def search_space_summary(self, extended: bool = False) -> None:
        pass

    def results_summary(self, num_trials: int = 10) -> None:
        pass

    def reload(self) -> None:
        pass

    def on_epoch_end(self, *args: Any, **kwargs: Any) -> None:
        pass


class RandomSearch(Tuner):
    pass


class BayesianOptimization(Tuner):
    pass


class Hyperband(Tuner):
    pass


class GridSearch(Tuner):
    pass


class _Missing(types.ModuleType):
    """A part of Keras Tuner that has no stand-in."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        raise ImportError(f"{self.__name__}.{name} of Keras Tuner is not supported in trials of Tunegate: write your own build(hp)")


def install() -> None:
    """Makes `import keras_tuner` (and its older name `kerastuner`) mean this module, whether it is installed or not."""
    errors = dict(
        FailedTrialError=FailedTrialError,
        FatalError=FatalError,
        FatalValueError=FatalValueError,
        FatalTypeError=FatalTypeError,
        FatalRuntimeError=FatalRuntimeError,
    )
    tuners = dict(
        RandomSearch=RandomSearch,
        BayesianOptimization=BayesianOptimization,
        Hyperband=Hyperband,
        GridSearch=GridSearch,
    )
    oracles = {
        name: type(name, (Oracle,), {})
        for kind in ("RandomSearch", "BayesianOptimization", "Hyperband", "GridSearch")
        for name in (kind, f"{kind}Oracle")
    }
    common = dict(
        HyperModel=HyperModel, HyperParameters=HyperParameters, Objective=Objective, Oracle=Oracle, Tuner=Tuner
    )
    for root in ("keras_tuner", "kerastuner"):
        _module(f"{root}.errors", errors)
        _module(f"{root}.tuners", tuners)
        _module(f"{root}.oracles", oracles)
        _module(f"{root}.engine.hyperparameters", {"HyperParameters": HyperParameters, "HyperParameter": HyperParameter})
        _module(f"{root}.engine.hypermodel", {"HyperModel": HyperModel})
        _module(f"{root}.engine.tuner", {"Tuner": Tuner})
        _module(f"{root}.engine.oracle", {"Oracle": Oracle})
        _module(f"{root}.engine.objective", {"Objective": Objective})
        _module(f"{root}.engine.trial", {"Trial": Trial})
        _module(f"{root}.engine", {}, parts=("hyperparameters", "hypermodel", "tuner", "oracle", "objective", "trial"))
        sys.modules[f"{root}.applications"] = _Missing(f"{root}.applications")
        top = _module(root, {**common, **tuners}, parts=("errors", "tuners", "oracles", "engine", "applications"))
        top.HyperParameter = HyperParameter  # type: ignore[attr-defined]
        top.__version__ = "1.4.8"  # type: ignore[attr-defined]
        top.__path__ = []  # type: ignore[attr-defined]


def _module(name: str, members: Dict[str, Any], parts: tuple = ()) -> types.ModuleType:
    module = types.ModuleType(name, "Stands in for Keras Tuner while a trial of Tunegate runs.")
    module.__path__ = []  # type: ignore[attr-defined]
    for key, value in members.items():
        setattr(module, key, value)
    for part in parts:
        setattr(module, part, sys.modules[f"{name}.{part}"])
    sys.modules[name] = module
    return module
