"""Trains scikit-learn models on small data sets: one request a line, {"task", "config", "split", "seed"}, answered by {"loss"}.

The loss is the mean over three folds: log loss of classes, root mean square of the standardised target of numbers. 20 at most, also
for what cannot be trained.
"""

import json
import sys
import warnings

import numpy as np
from sklearn.datasets import load_breast_cancer, load_diabetes, make_classification, make_friedman1
from sklearn.ensemble import (
    ExtraTreesClassifier,
    ExtraTreesRegressor,
    HistGradientBoostingClassifier,
    HistGradientBoostingRegressor,
)
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import log_loss
from sklearn.model_selection import KFold, StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC, SVR

warnings.filterwarnings("ignore")
WORST = 20.0

# Data, and whether the target is a class.
TASKS = {
    "cancer": (load_breast_cancer(return_X_y=True), True),
    "clusters": (
        make_classification(
            400, 20, n_informative=6, n_redundant=4, flip_y=0.05, class_sep=0.8, n_clusters_per_class=3, random_state=3
        ),
        True,
    ),
    "diabetes": (load_diabetes(return_X_y=True), False),
    "friedman": (make_friedman1(300, 10, noise=1.0, random_state=3), False),
}


def svm(p, classify, seed):
    if classify:
        return SVC(C=p["C"], gamma=p["gamma"], probability=True, random_state=seed)
    return SVR(C=p["C"], gamma=p["gamma"], epsilon=p["epsilon"])


def neighbours(p, classify, seed):
    made = KNeighborsClassifier if classify else KNeighborsRegressor
    return made(n_neighbors=p["neighbours"], weights=p["weights"], p=p["power"])


def trees(p, classify, seed):
    made = ExtraTreesClassifier if classify else ExtraTreesRegressor
    return made(
        n_estimators=40,
        max_depth=p["depth"],
        max_features=p["features"],
        min_samples_leaf=p["leaf"],
        bootstrap=p["bootstrap"],
        random_state=seed,
    )


def boosting(p, classify, seed):
    made = HistGradientBoostingClassifier if classify else HistGradientBoostingRegressor
    return made(
        learning_rate=p["rate"],
        max_iter=p["rounds"],
        max_leaf_nodes=p["leaves"],
        min_samples_leaf=p["leaf"],
        l2_regularization=p["l2"],
        max_features=p["features"],
        early_stopping=False,
        random_state=seed,
    )


def mlp(p, classify, seed):
    made = MLPClassifier if classify else MLPRegressor
    return made(
        hidden_layer_sizes=(p["units"],) * p["layers"],
        activation=p["activation"],
        learning_rate_init=p["rate"],
        alpha=p["decay"],
        batch_size=p["batch"],
        max_iter=p["epochs"],
        random_state=seed,
    )


def linear(p, classify, seed):
    return LogisticRegression(C=p["C"], max_iter=200) if classify else Ridge(alpha=1 / p["C"])


MODELS = {"svm": svm, "neighbours": neighbours, "trees": trees, "boosting": boosting, "mlp": mlp, "linear": linear}


def loss_of(task, model, config, split, seed):
    (x, y), classify = TASKS[task]
    folds = (StratifiedKFold if classify else KFold)(3, shuffle=True, random_state=split)
    losses = []
    for train, test in folds.split(x, y):
        made = make_pipeline(StandardScaler(), MODELS[model](config, classify, seed))
        centre, scale = (0, 1) if classify else (y[train].mean(), y[train].std())
        try:
            made.fit(x[train], (y[train] - centre) / scale)
            if classify:
                losses.append(log_loss(y[test], made.predict_proba(x[test]), labels=np.unique(y)))
            else:
                losses.append(np.sqrt(np.mean((made.predict(x[test]) - (y[test] - centre) / scale) ** 2)))
        except ValueError:  # numbers that ran away
            return WORST
    loss = float(np.mean(losses))
    return min(loss, WORST) if np.isfinite(loss) else WORST


for line in sys.stdin:
    print(json.dumps({"loss": loss_of(**json.loads(line))}), flush=True)
