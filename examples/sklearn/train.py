"""Trains one scikit-learn classifier on the digits data with the config that Tunegate hands over.

The contract is two files named by environment variables: the config comes in as JSON (TUNEGATE_CONFIG), and one JSON
line per measurement goes out (TUNEGATE_METRICS). Each line here is one more cross-validation fold, so `accuracy` is
the mean over the folds so far. TUNEGATE_SEED decides the folds and every random choice of the model.
"""

import json
import os
from pathlib import Path

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import StratifiedKFold
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler
from sklearn.svm import SVC

DATA = Path(__file__).parent.parent / "digits" / "data" / "digits.csv.gz"


def build(model, seed):
    """The classifier that the config describes; `model` is {"type": ..., and its own parameters}."""
    kind = model["type"]
    if kind == "svm":
        return SVC(C=model["C"], gamma=model["gamma"], random_state=seed)
    if kind == "forest":
        return RandomForestClassifier(
            n_estimators=model["trees"], max_features=model["features"], n_jobs=1, random_state=seed
        )
    return MLPClassifier(
        hidden_layer_sizes=[model["units"]],
        alpha=model["alpha"],
        learning_rate_init=model["learning_rate"],
        max_iter=40,
        random_state=seed,
    )


def main():
    config = json.loads(Path(os.environ["TUNEGATE_CONFIG"]).read_text())
    seed = int(os.environ["TUNEGATE_SEED"])
    table = np.loadtxt(DATA, delimiter=",")
    pixels, labels = table[:, :-1], table[:, -1].astype(int)

    folds = StratifiedKFold(n_splits=3, shuffle=True, random_state=seed)
    scores = []
    with open(os.environ["TUNEGATE_METRICS"], "a") as metrics:
        for fold, (train, test) in enumerate(folds.split(pixels, labels), start=1):
            classifier = make_pipeline(MinMaxScaler(), build(config["model"], seed))
            classifier.fit(pixels[train], labels[train])
            scores.append(classifier.score(pixels[test], labels[test]))
            metrics.write(json.dumps({"step": fold, "accuracy": float(np.mean(scores))}) + "\n")
            metrics.flush()


if __name__ == "__main__":
    import warnings

    from sklearn.exceptions import ConvergenceWarning

    warnings.simplefilter("ignore", ConvergenceWarning)  # 40 iterations are the budget, converged or not
    main()
