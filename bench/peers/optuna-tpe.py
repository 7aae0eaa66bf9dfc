"""Optuna's sampler as a peer of bench/architecture.ts: one JSON object a line, in and out.

in:  {"params": {name: {"values": [...], "ordered": false}}, "seed": 1}   begins a study
     {"loss": 0.5}                                                        the result of the last proposal
out: {"config": {...}}                                                    after either
"""

import json
import sys

import optuna

optuna.logging.set_verbosity(optuna.logging.ERROR)


def propose(study, params):
    trial = study.ask()
    config = {}
    for name, param in params.items():
        values = param["values"]
        if param["ordered"]:
            config[name] = values[trial.suggest_int(name, 0, len(values) - 1)]
        else:
            config[name] = trial.suggest_categorical(name, values)
    print(json.dumps({"config": config}), flush=True)
    return trial


study = params = trial = None
for line in sys.stdin:
    message = json.loads(line)
    if "params" in message:
        params = message["params"]
        study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=message["seed"]))
    else:
        study.tell(trial, message["loss"])
    trial = propose(study, params)
