"""Reads the config of a Tunegate trial and reports how its training goes.

    import tunegate

    rate = tunegate.param("learning_rate", 1e-3)
    for epoch in range(1, (tunegate.resource() or 10) + 1):
        accuracy = train_one_epoch(rate)
        tunegate.report(epoch, val_accuracy=accuracy)
        if tunegate.should_stop():
            break

The same program runs without Tunegate: then parameters have their defaults and reports are printed. This file needs
nothing but Python 3.9 and can be copied into a project as `tunegate.py`.
"""

from __future__ import annotations

import json
import os
import re
import signal
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Optional, TypeVar, Union, overload

__all__ = [
    "checkpoint_dir",
    "config",
    "param",
    "report",
    "resource",
    "seed",
    "should_stop",
    "under_tunegate",
]
__version__ = "0.1.0"

T = TypeVar("T")
_missing: Any = object()
# Beyond it JavaScript and JSON do not tell whole numbers apart.
_LAST_STEP = 2**53 - 1

#: Set by the process that serves one trial after another: it takes reports instead of the metrics file, and says
#: whether to go on.
_on_report: Optional[Callable[[float, Dict[str, float]], bool]] = None
_stopping = threading.Event()
_polite = False


def under_tunegate() -> bool:
    """Whether this process is a trial of Tunegate's."""
    return "TUNEGATE_CONFIG" in os.environ


def config() -> Dict[str, Any]:
    """The config of this trial, nested: a chosen option is `{"type": name, ...}`, a repeat a list of blocks.

    Empty without Tunegate.
    """
    file = os.environ.get("TUNEGATE_CONFIG")
    if file is None:
        return {}
    value = json.loads(Path(file).read_text(encoding="utf-8"))
    return value if isinstance(value, dict) else {}


@overload
def param(name: str) -> Any: ...
@overload
def param(name: str, default: T) -> T: ...
def param(name: str, default: Any = _missing) -> Any:
    """The value of one parameter: `learning_rate`, `optimizer.sgd.momentum`, `layers[0].units`.

    A choice with options is the name of the option, a repeat the number of its blocks. `default` is what it is without
    Tunegate, and where the parameter does not exist in this config.

    Raises KeyError when there is neither a value nor a default.
    """
    value = _lookup(config(), name)
    if value is not _missing:
        return value
    if default is not _missing:
        return default
    if not under_tunegate():
        raise KeyError(f"{name} has no value outside of Tunegate: give a default, as in tunegate.param({name!r}, 0.1)")
    names = ", ".join(config()) or "none"
    raise KeyError(f"{name} does not exist in this config (parameters: {names}); give a default if that may be")


def _lookup(tree: Any, name: str) -> Any:
    # A name may have dots of its own.
    if isinstance(tree, dict) and name in tree:
        return _plain(tree[name])
    current = tree
    for part in re.findall(r"[^.\[\]]+|\[\d+\]", name):
        if part.startswith("["):
            index = int(part[1:-1])
            if not isinstance(current, list) or index >= len(current):
                return _missing
            current = current[index]
        elif not isinstance(current, dict):
            return _missing
        elif part in current:
            current = current[part]
        elif current.get("type") != part:
            return _missing
    return _plain(current)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("type", value)
    return len(value) if isinstance(value, list) else value


def seed(default: int = 0) -> int:
    """The seed of this trial, from 0 below 2**31: for everything random. `default` without Tunegate."""
    return int(os.environ.get("TUNEGATE_SEED", default))


def resource() -> Optional[int]:
    """The epochs (steps, trees, ...) to train up to; None when the spec has no `budget.epochs`, and without Tunegate."""
    text = os.environ.get("TUNEGATE_RESOURCE")
    return None if text is None else int(float(text))


def checkpoint_dir() -> Path:
    """A folder for checkpoints, which exists. When a config is trained further, it holds what was saved before.

    Without Tunegate: `checkpoints` in the current folder.
    """
    folder = Path(os.environ.get("TUNEGATE_CHECKPOINT_DIR", "checkpoints"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def report(step: Union[int, float], **metrics: Any) -> None:
    """Reports measurements after a step (epoch): `report(3, val_accuracy=0.91, loss=0.3)`.

    Values are numbers, also those of NumPy, PyTorch, JAX and TensorFlow. Steps count from 1 and rise. Without Tunegate
    the report is printed.

    Raises TypeError for a value that is no number, and ValueError for a step below 0 or above 2**53 - 1.
    """
    number = _number("step", step)
    if number != number or number in (float("inf"), float("-inf")):
        raise TypeError(f"report(step, ...): step must be a finite number, not {step!r}")
    if not 0 <= number <= _LAST_STEP:
        raise ValueError(f"report(step, ...): step must be from 0 to {_LAST_STEP}, not {step!r}")
    numbers = {name: _number(name, value) for name, value in metrics.items()}
    if _on_report is not None:
        if not _on_report(number, numbers):
            _stopping.set()
        return
    file = os.environ.get("TUNEGATE_METRICS")
    if file is None:
        words = " ".join(f"{name}={value:.6g}" for name, value in numbers.items())
        print(f"step {number:g}: {words}", flush=True)
        return
    shown = int(number) if number.is_integer() else number
    line = json.dumps({"step": shown, **numbers}) + "\n"
    # One write, so that reports of several processes do not mix.
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(handle, line.encode("utf-8"))
    finally:
        os.close(handle)


def _number(name: str, value: Any) -> float:
    if isinstance(value, (str, bytes)) or value is None:
        raise TypeError(f"report(...): {name} must be a number, not {value!r}")
    try:
        return float(value)
    except (TypeError, ValueError):
        pass
    try:
        # A tensor on a GPU, or one that still has a gradient.
        return float(value.item())
    except (AttributeError, TypeError, ValueError):
        raise TypeError(f"report(...): {name} must be a number, not {type(value).__name__}") from None


def should_stop() -> bool:
    """Whether the trial should end now, at its next convenience: save what is to be kept, and leave the loop.

    Tunegate stops a trial with SIGTERM, and some seconds (`trial.grace`) later with SIGKILL. The first call of this
    function takes SIGTERM over, so that it does not end the program but makes this function true; a program that never
    asks is ended by the signal. In processes that signals do not reach (and in threads), the file that TUNEGATE_STOP
    names tells the same: it exists once the trial should end. Always False without Tunegate.
    """
    global _polite
    in_main = threading.current_thread() is threading.main_thread()
    if in_main and not _polite:
        _polite = True
        takes_signals = under_tunegate() and _on_report is None
        if takes_signals and signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
            signal.signal(signal.SIGTERM, lambda *_: _stopping.set())
    file = os.environ.get("TUNEGATE_STOP")
    return _stopping.is_set() or (file is not None and os.path.exists(file))
