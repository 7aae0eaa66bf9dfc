"""Drives other tuners, for bench/search.ts: JSON lines in, JSON lines out. (Those that stop trainings early: epochs.py.)

A line {"peer", "seed", "trials", "params"} begins a study. Then {"ask": n} answers {"config": {path: value}, "ms": time of the
suggestion}, and {"tell": n, "loss": x} answers {}. `params` are the definitions of a spec; paths are those of Tunegate.
"""

import contextlib
import importlib
import importlib.metadata
import io
import json
import logging
import os
import sys
import tempfile
import time
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)
os.environ.setdefault("KERAS_BACKEND", "jax")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")


def leaves(definitions, prefix="", parent=None):
    """Every parameter as (path, definition, parent): the parent is (path of a choice, its option)."""
    for name, definition in definitions.items():
        path = prefix + name
        yield path, definition, parent
        for option, inner in (definition.get("options") or {}).items():
            yield from leaves(inner, f"{path}.{option}.", (path, option))


def values_of(definition):
    return list(definition.get("options") or definition["values"])


def is_ordered(definition):
    return definition["type"] == "choice" and definition.get("ordered", False)


def active(params, config):
    """Only what exists under the options that were chosen: for tools that know no conditions."""
    out = {}
    for path, _, parent in leaves(params):
        if parent is None or out.get(parent[0]) == parent[1]:
            out[path] = config[path]
    return out


def hyperparameters(params):
    """The definitions of a spec as Keras Tuner has them."""
    import keras_tuner

    hp = keras_tuner.HyperParameters()
    for path, definition, parent in leaves(params):
        with contextlib.ExitStack() as stack:
            if parent is not None:
                stack.enter_context(hp.conditional_scope(parent[0], [parent[1]]))
            if definition["type"] in ("float", "int"):
                make = hp.Float if definition["type"] == "float" else hp.Int
                sampling = "log" if definition.get("scale") == "log" else "linear"
                make(path, definition["min"], definition["max"], sampling=sampling)
            else:
                hp.Choice(path, values_of(definition), ordered=is_ordered(definition))
    return hp


class Optuna:
    def __init__(self, sampler, seed, trials, params):
        import optuna

        optuna.logging.set_verbosity(optuna.logging.ERROR)
        samplers = {
            "random": optuna.samplers.RandomSampler,
            "tpe": optuna.samplers.TPESampler,
            "gp": optuna.samplers.GPSampler,
        }
        self.params = params
        # Hyperband draws a trial's bracket by the name of the study: one by chance would not be the same again.
        self.study = optuna.create_study(sampler=samplers[sampler](seed=seed), study_name=str(seed))
        self.pending = {}

    def ask(self, number):
        trial = self.pending[number] = self.study.ask()
        config = {}
        for path, definition, parent in leaves(self.params):
            if parent is not None and config.get(parent[0]) != parent[1]:
                continue
            if definition["type"] == "float":
                config[path] = trial.suggest_float(
                    path, definition["min"], definition["max"], log=definition.get("scale") == "log"
                )
            elif definition["type"] == "int":
                config[path] = trial.suggest_int(
                    path, definition["min"], definition["max"], log=definition.get("scale") == "log"
                )
            elif is_ordered(definition):
                values = values_of(definition)
                config[path] = values[trial.suggest_int(path, 0, len(values) - 1)]
            else:
                config[path] = trial.suggest_categorical(path, values_of(definition))
        return config

    def tell(self, number, loss):
        self.study.tell(self.pending.pop(number), loss)


class KerasTuner:
    def __init__(self, oracle, seed, trials, params):
        import keras_tuner

        oracles = {
            "random": keras_tuner.oracles.RandomSearchOracle,
            "bayesian": keras_tuner.oracles.BayesianOptimizationOracle,
        }
        made = oracles[oracle](
            objective=keras_tuner.Objective("loss", "min"),
            max_trials=trials,
            hyperparameters=hyperparameters(params),
            # It takes 0 for no seed.
            seed=seed + 1,
        )
        self.follow(made, params)

    def follow(self, oracle, params):
        self.params = params
        self.oracle = oracle
        self.folder = tempfile.TemporaryDirectory()
        self.oracle._set_project_dir(self.folder.name, "study")
        self.pending = {}

    def ask(self, number):
        trial = self.pending[number] = self.oracle.create_trial(f"tuner{number}")
        if trial.status == "STOPPED":
            raise StopIteration
        return active(self.params, trial.hyperparameters.values)

    def tell(self, number, loss):
        trial = self.pending.pop(number)
        self.oracle.update_trial(trial.trial_id, {"loss": loss}, step=0)
        trial.status = "COMPLETED"
        self.oracle.end_trial(trial)


class Hyperopt:
    def __init__(self, seed, trials, params):
        import hyperopt
        from hyperopt import hp

        def space(definitions, prefix=""):
            out = {}
            for name, definition in definitions.items():
                path = prefix + name
                if definition["type"] == "float":
                    low, high = definition["min"], definition["max"]
                    if definition.get("scale") == "log":
                        import math

                        out[path] = hp.loguniform(path, math.log(low), math.log(high))
                    else:
                        out[path] = hp.uniform(path, low, high)
                elif definition["type"] == "int":
                    out[path] = hp.uniformint(path, definition["min"], definition["max"])
                elif "options" in definition:
                    out[path] = hp.choice(
                        path,
                        [
                            {"__option": option, "__inner": space(inner, f"{path}.{option}.")}
                            for option, inner in definition["options"].items()
                        ],
                    )
                elif is_ordered(definition):
                    out[path] = hp.uniformint(path, 0, len(definition["values"]) - 1)
                else:
                    out[path] = hp.choice(path, definition["values"])
            return out

        self.hyperopt = hyperopt
        self.definitions = {path: definition for path, definition, _ in leaves(params)}
        self.domain = hyperopt.Domain(lambda config: 0, space(params))
        self.trials = hyperopt.Trials()
        self.seed = seed
        self.pending = {}

    def ask(self, number):
        (identity,) = self.trials.new_trial_ids(1)
        self.trials.refresh()
        (document,) = self.hyperopt.tpe.suggest([identity], self.domain, self.trials, self.seed * 100_003 + number)
        self.pending[number] = document
        chosen = {key: found[0] for key, found in document["misc"]["vals"].items() if found}
        found = self.hyperopt.space_eval(self.domain.expr, chosen)
        config = {}

        def collect(part):
            for path, value in part.items():
                if isinstance(value, dict):
                    config[path] = value["__option"]
                    collect(value["__inner"])
                elif is_ordered(self.definitions[path]):
                    config[path] = self.definitions[path]["values"][int(value)]
                else:
                    config[path] = int(value) if self.definitions[path]["type"] == "int" else value

        collect(found)
        return config

    def tell(self, number, loss):
        document = self.pending.pop(number)
        document["state"] = self.hyperopt.JOB_STATE_DONE
        document["result"] = {"status": self.hyperopt.STATUS_OK, "loss": loss}
        self.trials.insert_trial_docs([document])
        self.trials.refresh()


class ScikitOptimize:
    def __init__(self, seed, trials, params):
        from skopt import Optimizer
        from skopt.space import Categorical, Integer, Real

        def dimension(path, definition):
            prior = "log-uniform" if definition.get("scale") == "log" else "uniform"
            if definition["type"] == "float":
                return Real(definition["min"], definition["max"], prior=prior, name=path)
            if definition["type"] == "int":
                return Integer(definition["min"], definition["max"], prior=prior, name=path)
            if is_ordered(definition):
                return Integer(0, len(definition["values"]) - 1, name=path)
            return Categorical(values_of(definition), name=path)

        self.params = params
        self.all = [(path, definition) for path, definition, _ in leaves(params)]
        self.optimizer = Optimizer([dimension(*item) for item in self.all], random_state=seed)
        self.pending = {}

    def ask(self, number):
        point = self.pending[number] = self.optimizer.ask()
        config = {}
        for (path, definition), value in zip(self.all, point):
            value = value.item() if hasattr(value, "item") else value
            config[path] = definition["values"][value] if is_ordered(definition) else value
        return active(self.params, config)

    def tell(self, number, loss):
        self.optimizer.tell(self.pending.pop(number), loss)


class Nevergrad:
    def __init__(self, seed, trials, params):
        import nevergrad as ng

        def parameter(definition):
            if definition["type"] in ("float", "int"):
                low, high = definition["min"], definition["max"]
                made = (
                    ng.p.Log(lower=low, upper=high)
                    if definition.get("scale") == "log"
                    else ng.p.Scalar(lower=low, upper=high)
                )
                return made.set_integer_casting() if definition["type"] == "int" else made
            if is_ordered(definition):
                return ng.p.TransitionChoice(definition["values"])
            return ng.p.Choice(values_of(definition))

        self.params = params
        space = ng.p.Dict(**{path: parameter(definition) for path, definition, _ in leaves(params)})
        space.random_state.seed(seed)
        self.optimizer = ng.optimizers.NGOpt(parametrization=space, budget=trials)
        self.pending = {}

    def ask(self, number):
        found = self.pending[number] = self.optimizer.ask()
        return active(self.params, found.value)

    def tell(self, number, loss):
        self.optimizer.tell(self.pending.pop(number), loss)


class Smac:
    def __init__(self, facade, seed, trials, params):
        import ConfigSpace as cs
        import smac

        space = cs.ConfigurationSpace(seed=seed)
        found = {}
        for path, definition, parent in leaves(params):
            if definition["type"] in ("float", "int"):
                make = cs.Float if definition["type"] == "float" else cs.Integer
                log = definition.get("scale") == "log"
                made = make(path, (definition["min"], definition["max"]), log=log)
            elif is_ordered(definition):
                made = cs.OrdinalHyperparameter(path, values_of(definition))
            else:
                made = cs.Categorical(path, values_of(definition))
            found[path] = made
            space.add(made)
            if parent is not None:
                space.add(cs.EqualsCondition(made, found[parent[0]], parent[1]))
        facades = {"forest": smac.HyperparameterOptimizationFacade, "gp": smac.BlackBoxFacade}
        self.folder = tempfile.TemporaryDirectory()
        scenario = smac.Scenario(
            space, n_trials=trials, deterministic=True, seed=seed, output_directory=self.folder.name
        )
        self.facade = facades[facade](scenario, lambda config, seed=0: 0, logging_level=False, overwrite=True)
        self.pending = {}

    def ask(self, number):
        info = self.pending[number] = self.facade.ask()
        return {path: getattr(value, "item", lambda value=value: value)() for path, value in dict(info.config).items()}

    def tell(self, number, loss):
        from smac.runhistory import TrialValue

        self.facade.tell(self.pending.pop(number), TrialValue(cost=loss), save=False)


class Ax:
    def __init__(self, seed, trials, params):
        from ax.api.client import Client
        from ax.api.configs import ChoiceParameterConfig, RangeParameterConfig

        def parameter(path, definition):
            if definition["type"] in ("float", "int"):
                return RangeParameterConfig(
                    name=path,
                    parameter_type=definition["type"],
                    bounds=(definition["min"], definition["max"]),
                    scaling="log" if definition.get("scale") == "log" else "linear",
                )
            values = values_of(definition)
            kind = {bool: "bool", int: "int", float: "float", str: "str"}[type(values[0])]
            return ChoiceParameterConfig(
                name=path, parameter_type=kind, values=values, is_ordered=is_ordered(definition)
            )

        self.params = params
        self.client = Client(random_seed=seed)
        self.client.configure_experiment(
            parameters=[parameter(path, definition) for path, definition, _ in leaves(params)]
        )
        self.client.configure_optimization(objective="-loss")
        self.pending = {}

    def ask(self, number):
        ((index, config),) = self.client.get_next_trials(max_trials=1).items()
        self.pending[number] = index
        return active(self.params, config)

    def tell(self, number, loss):
        self.client.complete_trial(trial_index=self.pending.pop(number), raw_data={"loss": loss})


class Hebo:
    def __init__(self, seed, trials, params):
        from hebo.design_space.design_space import DesignSpace
        from hebo.optimizers.hebo import HEBO

        def parameter(path, definition):
            if definition["type"] in ("float", "int"):
                kind = {"float": ("num", "pow"), "int": ("int", "pow_int")}[definition["type"]]
                chosen = kind[definition.get("scale") == "log"]
                return {"name": path, "type": chosen, "lb": definition["min"], "ub": definition["max"]}
            if is_ordered(definition):
                return {"name": path, "type": "int", "lb": 0, "ub": len(values_of(definition)) - 1}
            return {"name": path, "type": "cat", "categories": values_of(definition)}

        self.params = params
        self.all = [(path, definition) for path, definition, _ in leaves(params)]
        self.optimizer = HEBO(
            DesignSpace().parse([parameter(*item) for item in self.all]), scramble_seed=seed
        )
        self.pending = {}

    def ask(self, number):
        found = self.pending[number] = self.optimizer.suggest(1)
        config = {}
        for path, definition in self.all:
            value = found[path].iloc[0]
            value = value.item() if hasattr(value, "item") else value
            config[path] = values_of(definition)[int(value)] if is_ordered(definition) else value
        return active(self.params, config)

    def tell(self, number, loss):
        import numpy

        self.optimizer.observe(self.pending.pop(number), numpy.array([[loss]]))


peers = {
    "optuna-tpe": (Optuna, "tpe"),
    "optuna-gp": (Optuna, "gp"),
    "optuna-random": (Optuna, "random"),
    "keras-random": (KerasTuner, "random"),
    "keras-bayesian": (KerasTuner, "bayesian"),
    "hyperopt": (Hyperopt,),
    "skopt": (ScikitOptimize,),
    "nevergrad": (Nevergrad,),
    "smac": (Smac, "forest"),
    "smac-gp": (Smac, "gp"),
    "ax": (Ax,),
    "hebo": (Hebo,),
}

needs = {
    "optuna-tpe": ["optuna"],
    "optuna-gp": ["optuna", "torch", "scipy"],
    "optuna-random": ["optuna"],
    "keras-random": ["keras_tuner"],
    "keras-bayesian": ["keras_tuner", "sklearn"],
    "hyperopt": ["hyperopt"],
    "skopt": ["skopt"],
    "nevergrad": ["nevergrad"],
    "smac": ["smac"],
    "smac-gp": ["smac"],
    "ax": ["ax"],
    "hebo": ["hebo"],
}


def available(names):
    """The version of the package of the first module, or why the modules cannot be had."""
    try:
        modules = [importlib.import_module(name).__name__ for name in names]
        (package, *_) = importlib.metadata.packages_distributions()[modules[0]]
        return {"version": importlib.metadata.version(package)}
    except Exception as error:  # whatever keeps it from loading is the reason to pass it over
        return {"missing": str(error)[:200]}


def serve(answer):
    """Answers each line with what `answer` makes of it. What the tuners print goes nowhere."""
    out, sys.stdout = sys.stdout, io.StringIO()
    for line in sys.stdin:
        out.write(json.dumps(answer(json.loads(line)), default=lambda value: value.item()) + "\n")
        out.flush()


def main():
    study = None

    def answer(request):
        nonlocal study
        if "available" in request:
            return available(needs[request["available"]])
        if "peer" in request:
            make, *arguments = peers[request["peer"]]
            study = make(*arguments, request["seed"], request["trials"], request["params"])
            return {}
        begun = time.perf_counter()
        if "ask" in request:
            try:
                config = study.ask(request["ask"])
            except StopIteration:
                return {"over": True}
            return {"config": config, "ms": 1000 * (time.perf_counter() - begun)}
        study.tell(request["tell"], request["loss"])
        # Some fit their model here: it belongs to the next suggestion.
        return {"ms": 1000 * (time.perf_counter() - begun)}

    serve(answer)


if __name__ == "__main__":
    main()
