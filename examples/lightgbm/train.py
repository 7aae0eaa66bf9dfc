"""Trains gradient-boosted trees with LightGBM, and tells the loss on the held-out rows as the trees are added."""

from pathlib import Path

import lightgbm
import numpy as np

import tunegate

DATA = Path(__file__).parent.parent / "digits" / "data" / "digits.csv.gz"

table = np.loadtxt(DATA, delimiter=",")
x, y = table[:, :64], table[:, 64].astype(int)
held_out = np.arange(len(x)) % 4 == 3
train = lightgbm.Dataset(x[~held_out], y[~held_out])
test = lightgbm.Dataset(x[held_out], y[held_out], reference=train)


def tell(env):
    """After each round of boosting; a search that has seen enough ends the training."""
    results = {name: value for _, name, value, _ in env.evaluation_result_list}
    tunegate.report(env.iteration + 1, log_loss=results["multi_logloss"], error=results["multi_error"])
    if tunegate.should_stop():
        raise lightgbm.callback.EarlyStopException(env.iteration, env.evaluation_result_list)


lightgbm.train(
    {
        "objective": "multiclass",
        "num_class": 10,
        "metric": ["multi_logloss", "multi_error"],
        "learning_rate": tunegate.param("learning_rate", 0.1),
        "num_leaves": tunegate.param("num_leaves", 31),
        "min_data_in_leaf": tunegate.param("min_data_in_leaf", 20),
        "feature_fraction": tunegate.param("feature_fraction", 1.0),
        "lambda_l2": tunegate.param("lambda_l2", 1e-6),
        "seed": tunegate.seed(),
        "deterministic": True,
        "num_threads": 1,
        "verbosity": -1,
    },
    train,
    num_boost_round=tunegate.resource() or 40,
    valid_sets=[test],
    callbacks=[tell],
)
