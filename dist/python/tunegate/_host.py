"""Serves one trial after another in one process: what scripts import is loaded once, their globals are new each time.

Started by Tunegate, with a channel (one JSON message a line) whose number is in NODE_CHANNEL_FD.

    load     {module, backend: "python" | "keras"}     -> ready | load-failed
    declare  {id, values}                              -> declared | failed
    run      {id, config, seed, resource?, metric, checkpoints, folder, trial} -> report ... -> done | failed
    decision {id, decision}
    close
"""

from __future__ import annotations

import gc
import json
import math
import os
import queue
import re
import sys
import threading
import traceback
import types
from typing import Any, Dict, List, Optional

_here = os.path.dirname(os.path.abspath(__file__))
_package = os.path.dirname(_here)


def _import_package() -> None:
    """Ours, wherever the script's folder has a file of that name: it knows that this process reports by messages."""
    if sys.path and os.path.abspath(sys.path[0]) == _here:
        sys.path.pop(0)
    sys.path.insert(0, _package)
    import tunegate  # noqa: F401

    sys.path.pop(0)
    if _package not in sys.path:
        sys.path.append(_package)


_import_package()
import tunegate  # noqa: E402
from tunegate import _keras, _keras_tuner  # noqa: E402


class TrialStopped(BaseException):
    """The search stopped this trial, whose script does not ask by itself."""


class Channel:
    """Messages to and from the process that started this one; the end of it is ours, too."""

    def __init__(self, number: int) -> None:
        os.set_inheritable(number, False)
        os.set_blocking(number, True)
        self._number = number
        self._orders: "queue.Queue[Dict[str, Any]]" = queue.Queue()
        self._decisions: "queue.Queue[Dict[str, Any]]" = queue.Queue()
        self._lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        rest = b""
        while True:
            try:
                chunk = os.read(self._number, 65536)
            except OSError:
                chunk = b""
            if not chunk:
                os._exit(0)
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                if not line.strip():
                    continue
                message = json.loads(line)
                (self._decisions if message.get("type") == "decision" else self._orders).put(message)

    def send(self, message: Dict[str, Any]) -> None:
        data = json.dumps(message, allow_nan=False).encode("utf-8") + b"\n"
        with self._lock:
            while data:
                data = data[os.write(self._number, data) :]

    def order(self) -> Dict[str, Any]:
        return self._orders.get()

    def decision(self, trial: int) -> bool:
        while True:
            message = self._decisions.get()
            if message.get("id") == trial:
                return message.get("decision") != "stop"


class Script:
    """A user's script: compiled once, run anew for each trial."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.folder = os.path.dirname(file)
        with open(file, "rb") as source:
            self._code = compile(source.read(), file, "exec")
        self._environment = dict(os.environ)
        self._cwd = os.getcwd()
        self._path = [self.folder, *sys.path]

    def run(self) -> Dict[str, Any]:
        """Runs it as `python script.py` would; returns its globals."""
        self._restore()
        main = types.ModuleType("__main__")
        main.__file__ = self.file
        main.__builtins__ = __builtins__  # type: ignore[attr-defined]
        sys.modules["__main__"] = main
        exec(self._code, main.__dict__)
        return main.__dict__

    def prepare(self, variables: Dict[str, str]) -> None:
        self._environment_now = {**self._environment, **variables}

    def _restore(self) -> None:
        """What an earlier trial may have changed for its own purposes."""
        os.environ.clear()
        os.environ.update(self._environment_now)
        os.chdir(self._cwd)
        sys.argv = [self.file]
        sys.path[:] = self._path
        # Modules beside the script have globals, too; libraries stay.
        for name, module in list(sys.modules.items()):
            file = getattr(module, "__file__", None)
            if file and self._is_beside(file) and not name.startswith("tunegate"):
                del sys.modules[name]

    def _is_beside(self, file: str) -> bool:
        inside = os.path.relpath(os.path.abspath(file), self.folder)
        return not inside.startswith("..") and not re.search(r"(site|dist)-packages|\.venv|[\\/]lib[\\/]python", inside)


class Host:
    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._script: Optional[Script] = None
        self._keras = False

    def serve(self) -> None:
        while True:
            order = self._channel.order()
            kind = order.get("type")
            if kind == "close":
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(0)
            elif kind == "load":
                self._load(order)
            elif kind == "declare":
                self._answer(order, self._declare)
            elif kind == "run":
                self._answer(order, self._run)

    def _load(self, order: Dict[str, Any]) -> None:
        self._keras = order["backend"] == "keras"
        try:
            self._script = Script(order["module"])
        except (OSError, SyntaxError, ValueError) as error:
            self._channel.send({"type": "load-failed", "message": describe(error, order["module"])})
            return
        if self._keras:
            _keras_tuner.install()
        version = ".".join(str(part) for part in sys.version_info[:3])
        name = f"keras (python {version})" if self._keras else f"python {version}"
        self._channel.send({"type": "ready", "backend": name, "notes": []})

    def _answer(self, order: Dict[str, Any], work: Any) -> None:
        assert self._script is not None
        try:
            self._channel.send(work(order))
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            if not isinstance(error, SystemExit):
                traceback.print_exc()
            reason = failure_reason(error)
            message = describe(error, self._script.file)
            self._flush()
            self._channel.send({"type": "failed", "id": order["id"], "reason": reason, "message": message})
        finally:
            tunegate._on_report = None
            _keras_tuner._search = None
            self._clean()

    def _flush(self) -> None:
        sys.stdout.flush()
        sys.stderr.flush()

    def _clean(self) -> None:
        sys.modules["__main__"] = types.ModuleType("__main__")
        keras = sys.modules.get("keras") or getattr(sys.modules.get("tensorflow"), "keras", None)
        clear = getattr(getattr(keras, "utils", None), "clear_session", None) or getattr(
            getattr(keras, "backend", None), "clear_session", None
        )
        if self._keras and clear is not None:
            clear()
        gc.collect()
        self._flush()

    # What is asked for

    def _declare(self, order: Dict[str, Any]) -> Dict[str, Any]:
        assert self._script is not None
        values = order["values"]
        self._begin(order, {})
        declared: List[List[Dict[str, Any]]] = []

        def search(tuner: Any, args: tuple, kwargs: Dict[str, Any]) -> None:
            _keras.set_seed(0)
            declared.append(_keras.discover(values, tuner, args, kwargs))
            raise _keras.Enough

        _keras_tuner._search = search
        self._run_script(lambda names: plain_search(names, self._script, needs_data=False))
        return {"type": "declared", "id": order["id"], "parameters": declared[-1] if declared else []}

    def _run(self, order: Dict[str, Any]) -> Dict[str, Any]:
        assert self._script is not None
        identity = order["id"]
        stopped = False
        reported = False

        def report(step: float, metrics: Dict[str, float]) -> bool:
            nonlocal stopped, reported
            reported = True
            if stopped:
                return False
            self._flush()
            numbers = {k: v if math.isfinite(v) else _not_finite(v) for k, v in metrics.items()}
            self._channel.send({"type": "report", "id": identity, "step": step, "metrics": numbers})
            stopped = not self._channel.decision(identity)
            return not stopped

        def from_script(step: float, metrics: Dict[str, float]) -> bool:
            go_on = report(step, metrics)
            if not go_on and not tunegate._polite:
                raise TrialStopped
            return go_on

        self._begin(order, self._variables(order))
        tunegate._on_report = from_script
        tunegate._stopping.clear()
        tunegate._polite = False
        _keras.set_seed(order["seed"])
        try:
            if self._keras:
                training = _keras.Training(
                    order["config"], order["seed"], order.get("resource"), order["checkpoints"], order["metric"], report, order.get("pauses", False)
                )
                _keras_tuner._search = training.search
                self._run_script(lambda names: plain_search(names, self._script, needs_data=True))
            else:
                self._run_script(None)
        except TrialStopped:
            pass
        if not reported:
            self._send_file(order, report)
        return {"type": "done", "id": identity, "stopped": stopped}

    def _run_script(self, otherwise: Any) -> None:
        assert self._script is not None
        try:
            names = self._script.run()
            if otherwise is not None:
                otherwise(names)
        except _keras.Enough:
            pass
        except SystemExit as error:
            if error.code not in (None, 0):
                raise

    def _begin(self, order: Dict[str, Any], variables: Dict[str, str]) -> None:
        assert self._script is not None
        self._script.prepare(variables)

    def _variables(self, order: Dict[str, Any]) -> Dict[str, str]:
        folder = order["folder"]
        metrics = os.path.join(folder, "metrics.jsonl")
        if os.path.exists(metrics):
            os.unlink(metrics)
        variables = {
            "TUNEGATE_CONFIG": os.path.join(folder, "config.json"),
            "TUNEGATE_METRICS": metrics,
            "TUNEGATE_CHECKPOINT_DIR": order["checkpoints"],
            "TUNEGATE_SEED": str(order["seed"]),
            "TUNEGATE_TRIAL": str(order["trial"]),
        }
        if order.get("resource") is not None:
            variables["TUNEGATE_RESOURCE"] = str(order["resource"])
        return {**variables, **order["variables"]}

    def _send_file(self, order: Dict[str, Any], report: Any) -> None:
        """A script that writes its metrics itself: what it wrote, now that it has ended."""
        try:
            with open(os.path.join(order["folder"], "metrics.jsonl"), encoding="utf-8") as file:
                lines = [line for line in file if line.strip()]
        except OSError:
            return
        for number, line in enumerate(lines, start=1):
            try:
                value = json.loads(line)
                step = float(value.pop("step", number))
                if not 0 <= step <= tunegate._LAST_STEP:
                    raise ValueError
            except (ValueError, AttributeError, TypeError):
                raise MalformedReport(f"line {number} of the metrics file is no report: {line.strip()[:100]!r}") from None
            if not report(step, {k: float(v) for k, v in value.items() if isinstance(v, (int, float))}):
                return


class MalformedReport(Exception):
    pass


def plain_search(names: Dict[str, Any], script: Any, needs_data: bool) -> None:
    """For a script that never called `tuner.search`."""
    name = os.path.basename(script.file)
    tuner = next((v for v in names.values() if isinstance(v, _keras_tuner.Tuner)), None)
    tuner = tuner or _keras.plain_tuner(names, name)
    own_fit = tuner.hypermodel is not None and type(tuner.hypermodel).fit is not _keras_tuner.HyperModel.fit
    tuner.search(**(_keras.plain_data(names, name) if needs_data or own_fit else {}))


def _not_finite(value: float) -> str:
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def failure_reason(error: BaseException) -> str:
    # By name: the user's code may have a copy of the class of its own.
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if kinds & {"FailedTrialError", "InfeasibleConfig"}:
        return "infeasible"
    if isinstance(error, MalformedReport):
        return "malformed-report"
    if isinstance(error, MemoryError) or "OutOfMemoryError" in kinds or re.search(
        r"out of memory|OOM when allocating|RESOURCE_EXHAUSTED", str(error)
    ):
        return "out-of-memory"
    return "crash"


def describe(error: BaseException, script: str) -> str:
    """The error in its own words, and the line of the user's code that it comes from."""
    if isinstance(error, SystemExit):
        return f"exit code {error.code}" if isinstance(error.code, int) else str(error.code)
    kind = type(error).__name__
    text = str(error).strip().split("\n")[0] if not isinstance(error, KeyError) else repr(error.args[0]) if error.args else ""
    if isinstance(error, SyntaxError):
        return f"{kind}: {error.msg} ({os.path.basename(error.filename or script)}:{error.lineno})"
    folder = os.path.dirname(script)
    lines = [
        f"{os.path.relpath(frame.filename, folder)}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if os.path.abspath(frame.filename).startswith(folder + os.sep)
        and "site-packages" not in frame.filename
        and not os.path.abspath(frame.filename).startswith(_here)
    ]
    return f"{kind}{': ' + text if text else ''}{f' ({lines[-1]})' if lines else ''}"


def main() -> None:
    number = os.environ.pop("NODE_CHANNEL_FD", None)
    os.environ.pop("NODE_CHANNEL_SERIALIZATION_MODE", None)
    if number is None:
        sys.exit("This program is started by Tunegate, not by hand.")
    Host(Channel(int(number))).serve()


if __name__ == "__main__":
    main()
