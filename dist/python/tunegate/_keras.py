"""One training of a Keras model: reports its epochs, stops, and goes on from where an earlier one ended."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from . import _keras_tuner as keras_tuner
from ._hyperparameters import HyperParameters

#: report(step, metrics) -> whether to go on
Report = Callable[[float, Dict[str, float]], bool]
_checkpoint = "tunegate-keras.npz"


class Enough(BaseException):
    """Ends a script, or a discovery, at the point where all is known."""


def keras_module() -> Any:
    """The Keras that the script uses: it has imported it by now."""
    if "keras" in sys.modules:
        return sys.modules["keras"]
    tensorflow = sys.modules.get("tensorflow")
    if tensorflow is not None:
        return tensorflow.keras
    import keras

    return keras


def set_seed(seed: int) -> None:
    """Seeds whatever draws at random and has been imported."""
    random.seed(seed)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(seed % 2**32)
    torch = sys.modules.get("torch")
    if torch is not None and hasattr(torch, "manual_seed"):
        torch.manual_seed(seed)
    keras = sys.modules.get("keras")
    if keras is not None and hasattr(getattr(keras, "utils", None), "set_random_seed"):
        keras.utils.set_random_seed(seed)
    elif "tensorflow" in sys.modules:
        sys.modules["tensorflow"].random.set_seed(seed)


class Training:
    """What a tuner's `search` becomes: one trial."""

    def __init__(
        self, given: Dict[str, Any], seed: int, epochs: Optional[int], checkpoints: str, metric: str, report: Report, pauses: bool = False
    ) -> None:
        self.given = given
        self.seed = seed
        self.epochs = epochs
        self.checkpoints = Path(checkpoints)
        self.metric = metric
        self._report = report
        self.step: float = 0
        self.stopped = False
        self._last: Dict[str, float] = {}
        self._goes_on = False
        #: A longer training of this config may follow.
        self._pauses = pauses

    def report(self, step: float, metrics: Dict[str, float]) -> None:
        self.step = step
        self._last = dict(metrics)
        if not self._report(step, metrics):
            self.stopped = True

    def search(self, tuner: Any, args: tuple, kwargs: Dict[str, Any]) -> None:
        hp = hyperparameters(self.given, tuner)
        settings = dict(kwargs)
        if self.epochs is not None:
            settings["epochs"] = self.epochs
        if _trains_by_itself(tuner):
            settings = _without_unknown(tuner.run_trial, settings, self.epochs is not None and "epochs" not in kwargs)
        else:
            settings.setdefault("verbose", 0)
            settings["callbacks"] = [*(settings.get("callbacks") or []), self._callback()]
            settings["initial_epoch"] = self.initial_epoch()
            own_fit = type(tuner.hypermodel).fit is not keras_tuner.HyperModel.fit
            if own_fit:
                settings = _without_unknown(tuner.hypermodel.fit, settings, True)
            self._goes_on = settings.get("initial_epoch", 0) > 0
        set_seed(self.seed)
        result = tuner.run_trial(keras_tuner.Trial(hp, os.environ.get("TUNEGATE_TRIAL", "0")), *args, **settings)
        self._take(result)
        raise Enough

    def _take(self, result: Any) -> None:
        """Reports what training returned, unless it was reported before."""
        if self.stopped or result is None:
            return
        if isinstance(result, (list, tuple)) and result:
            result = result[-1]
        history = getattr(result, "history", None)
        if isinstance(history, dict):
            if self.step > 0:
                return
            for epoch in range(max((len(v) for v in history.values()), default=0)):
                self.report(epoch + 1, {k: float(v[epoch]) for k, v in history.items() if epoch < len(v)})
            return
        metrics = (
            {str(k): float(v) for k, v in result.items()} if isinstance(result, dict) else {self.metric: float(result)}
        )
        if any(self._last.get(k) != v for k, v in metrics.items()):
            self.report(self.step + 1 if self.step > 0 else (self.epochs or 1), metrics)

    def _callback(self) -> Any:
        keras = keras_module()
        training = self

        class TunegateCallback(keras.callbacks.Callback):  # type: ignore[name-defined, misc]
            """Reports epochs, and keeps what the next rung goes on from."""

            def on_train_begin(self, logs: Any = None) -> None:
                self.first = training._restore(self.model)
                self.epoch = self.first

            def on_epoch_begin(self, epoch: int, logs: Any = None) -> None:
                # Whether training goes on or runs through: the epoch is shuffled alike.
                random.seed(training.seed * 1_000_003 + epoch)
                numpy = sys.modules.get("numpy")
                if numpy is not None:
                    numpy.random.seed((training.seed * 1_000_003 + epoch) % 2**32)

            def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
                self.epoch = epoch + 1
                metrics = {name: float(value) for name, value in (logs or {}).items() if _is_number(value)}
                training.report(epoch + 1, metrics)
                if training.stopped:
                    self.model.stop_training = True

            def on_train_end(self, logs: Any = None) -> None:
                if training._pauses:
                    training._save(self.model, self.epoch)

        return TunegateCallback()

    def initial_epoch(self) -> int:
        """Epochs that were trained before."""
        saved = self._load()
        return 0 if saved is None else int(saved["epoch"])

    def _load(self) -> Optional[Dict[str, Any]]:
        file = self.checkpoints / _checkpoint
        if self.epochs is None or not file.exists():
            return None
        import numpy

        with numpy.load(file, allow_pickle=False) as saved:
            state = {name: saved[name] for name in saved.files}
        return state if int(state["epoch"]) < self.epochs else None

    def _restore(self, model: Any) -> int:
        saved = self._load() if self._goes_on else None
        if saved is None:
            return 0
        variables = _variables(model)
        # Another architecture than the one that was saved: begin anew.
        if len(variables) != sum(1 for name in saved if name.startswith("v")) or any(
            tuple(variable.shape) != saved[f"v{i}"].shape for i, variable in enumerate(variables)
        ):
            raise ValueError("the checkpoint of this config belongs to another model: has build(hp) changed?")
        for i, variable in enumerate(variables):
            variable.assign(saved[f"v{i}"])
        return int(saved["epoch"])

    def _save(self, model: Any, epoch: int) -> None:
        import numpy

        state = {f"v{i}": _array(variable) for i, variable in enumerate(_variables(model))}
        self.checkpoints.mkdir(parents=True, exist_ok=True)
        partial = self.checkpoints / f"{_checkpoint}.partial"
        with open(partial, "wb") as file:
            numpy.savez(file, epoch=epoch, **state)
        os.replace(partial, self.checkpoints / _checkpoint)


def _variables(model: Any) -> List[Any]:
    """All that training changes: weights, seeds of dropout, and the state of the optimizer."""
    optimizer = getattr(model, "optimizer", None)
    if optimizer is not None and hasattr(optimizer, "build") and not getattr(optimizer, "built", False):
        optimizer.build(model.trainable_variables)
    kept = optimizer.variables if optimizer is not None else []
    kept = list(kept() if callable(kept) else kept)
    own = [v for v in model.variables if not any(v is other for other in kept)]
    metrics = {id(v) for metric in getattr(model, "metrics", []) for v in getattr(metric, "variables", [])}
    return [v for v in own if id(v) not in metrics] + kept


def _array(variable: Any) -> Any:
    import numpy

    value = variable.numpy() if hasattr(variable, "numpy") else variable
    return numpy.asarray(value)


def _is_number(value: Any) -> bool:
    try:
        float(value)
        return True
    except (TypeError, ValueError):
        return False


def _trains_by_itself(tuner: Any) -> bool:
    return type(tuner).run_trial is not keras_tuner.Tuner.run_trial


def _without_unknown(function: Any, settings: Dict[str, Any], all_ours: bool) -> Dict[str, Any]:
    """The settings without those of ours that a user's function has no parameter for."""
    import inspect

    parameters = inspect.signature(function).parameters
    if any(p.kind is inspect.Parameter.VAR_KEYWORD for p in parameters.values()):
        return settings
    ours = {"callbacks", "verbose", "initial_epoch", *(["epochs"] if all_ours else [])}
    return {name: value for name, value in settings.items() if name in parameters or name not in ours}


def hyperparameters(given: Dict[str, Any], tuner: Any) -> HyperParameters:
    """The values for a tuner, whose own `hyperparameters` come before what its hypermodel says."""
    own = tuner.oracle.hyperparameters
    overrides = {} if own is None else {known.name: known for known in own.space}
    hp = HyperParameters(given, overrides, tuner.oracle.tune_new_entries if own is not None else True)
    if own is not None:
        for known in own.space:
            hp._declare(known.kind, known.name, known.definition, known.default, known.conditions)
            if hp._holds(known.conditions):
                hp.values[known.name] = hp._typed(known, given.get(known.name, known.default))
    return hp


def discover(given: Dict[str, Any], tuner: Any, args: tuple, kwargs: Dict[str, Any]) -> List[Dict[str, Any]]:
    """What a tuner's hypermodel asks for with these values; nothing is trained."""
    hp = hyperparameters(given, tuner)
    hypermodel = tuner.hypermodel
    own_fit = hypermodel is not None and type(hypermodel).fit is not keras_tuner.HyperModel.fit
    if hypermodel is not None:
        hypermodel.declare_hyperparameters(hp)
    if not own_fit and not _trains_by_itself(tuner):
        tuner._build(hp)
        return hp.declarations()
    # Training has hyperparameters of its own: it runs up to where it would begin in earnest.
    keras = keras_module()
    model_class = keras.Model
    names = [name for name in ("fit", "train_on_batch", "evaluate", "predict") if hasattr(model_class, name)]
    before = {name: getattr(model_class, name) for name in names}
    build = None if hypermodel is None else hypermodel.build

    def enough(*_: Any, **__: Any) -> None:
        raise Enough

    def build_idle(asked: HyperParameters) -> Any:
        model = build(asked)  # type: ignore[misc]
        kind = type(model)
        try:
            model.__class__ = type(kind.__name__, (kind,), {"__call__": enough})
        except TypeError:
            pass
        return model

    for name in names:
        setattr(model_class, name, enough)
    if hypermodel is not None:
        hypermodel.build = build_idle  # type: ignore[method-assign]
    try:
        settings = _without_unknown(
            tuner.run_trial if _trains_by_itself(tuner) else hypermodel.fit, {**kwargs, "callbacks": []}, True
        )
        tuner.run_trial(keras_tuner.Trial(hp, "0"), *args, **settings)
    except Enough:
        pass
    finally:
        for name, method in before.items():
            setattr(model_class, name, method)
    return hp.declarations()


def plain_tuner(names: Dict[str, Any], file: str) -> Any:
    """A tuner for a script without one: its build_model(hp) or HyperModel, and its data."""
    hypermodel = next((names[n] for n in ("build_model", "build", "hypermodel") if callable(names.get(n)) or hasattr(names.get(n), "build")), None)
    if hypermodel is None:
        hypermodel = next(
            (
                value
                for value in names.values()
                if isinstance(value, type)
                and issubclass(value, keras_tuner.HyperModel)
                and value.__module__ == "__main__"
            ),
            None,
        )
    if hypermodel is None:
        raise ValueError(f"{file} neither calls tuner.search(...) nor has a function build_model(hp) or a HyperModel")
    return keras_tuner.Tuner(hypermodel)


def plain_data(names: Dict[str, Any], file: str) -> Dict[str, Any]:
    """Arguments of `fit` for a script that has none: from its data(), or its variables x_train, y_train, x_val, y_val."""
    data = names.get("data")
    if callable(data):
        found = data()
        if isinstance(found, dict):
            return dict(found)
        if isinstance(found, (tuple, list)) and len(found) == 4:
            return {"x": found[0], "y": found[1], "validation_data": (found[2], found[3])}
        if isinstance(found, (tuple, list)) and len(found) == 2:
            first, second = found
            if isinstance(first, (tuple, list)) and len(first) == 2 and isinstance(second, (tuple, list)):
                return {"x": first[0], "y": first[1], "validation_data": tuple(second)}
            return {"x": first, "y": second}
        raise ValueError(f"data() of {file} must return (x, y), ((x, y), (x_val, y_val)) or a dict of arguments for model.fit")
    settings = {}
    for key, choices in (("x", ("x_train", "X_train", "train_images")), ("y", ("y_train", "train_labels"))):
        for choice in choices:
            if choice in names:
                settings[key] = names[choice]
                break
        else:
            raise ValueError(f"{file} has no data: define data(), or x_train and y_train, or call tuner.search(...)")
    for x, y in (("x_val", "y_val"), ("X_val", "y_val"), ("x_test", "y_test"), ("X_test", "y_test")):
        if x in names and y in names:
            settings["validation_data"] = (names[x], names[y])
            break
    return settings
