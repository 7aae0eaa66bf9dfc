"""Splits of sets of texts, and scikit-learn's defaults on them, for bench/automl-text.ts.

    text_scikit.py FOLDER UDHR SPLITS

Writes FOLDER/NAME-SPLIT-train.csv and -test.csv (a quarter of the rows, each class evenly) and prints JSON: the sets, and the
test score of each method on each split: accuracy, or R2 of a regression.
"""

import json
import pathlib
import sys
import warnings

import pandas as pd
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import make_pipeline

from text_sets import declarations, sections, sizes

warnings.filterwarnings("ignore")

# Neighbours that are easily taken for one another, and two scripts without spaces.
languages = [
    "dan", "nob", "nno", "swe", "isl", "fao", "nld", "afr", "deu_1996", "ltz", "spa", "glg", "por_PT", "por_BR", "cat",
    "ces", "slk", "pol", "rus", "ukr", "bel", "bul", "ind", "zlm_latn", "cmn_hans", "jpn",
]
many = ["admin", "devel", "electronics", "games", "graphics", "mail", "math", "net", "science", "sound", "text", "utils"]


def frame(rows, target):
    return pd.DataFrame(rows, columns=["text", target])


def all_sets(udhr):
    known = [name for name in languages if pathlib.Path(udhr, "declaration", f"{name}.html").exists()]
    return {
        "sections": (frame(sections(many, 150, 600, seed=5), "label"), True),
        "languages": (frame(declarations(udhr, known), "label"), True),
        "sizes": (frame([(text, size) for text, _, size in sizes(2400, 600, seed=6)], "label"), False),
    }


def methods(classification):
    linear, boosting, mlp = (
        (LogisticRegression, HistGradientBoostingClassifier, MLPClassifier)
        if classification
        else (Ridge, HistGradientBoostingRegressor, MLPRegressor)
    )
    return {
        "linear": lambda seed: make_pipeline(TfidfVectorizer(), linear()),
        "hgb": lambda seed: make_pipeline(
            TfidfVectorizer(), TruncatedSVD(100, random_state=seed), boosting(random_state=seed)
        ),
        "mlp": lambda seed: make_pipeline(
            TfidfVectorizer(), TruncatedSVD(100, random_state=seed), mlp(random_state=seed)
        ),
    }


def main(folder, udhr, splits):
    results = []
    for name, (data, classification) in all_sets(udhr).items():
        scores = {}
        for split in range(int(splits)):
            train, test = train_test_split(
                data, test_size=0.25, random_state=split, stratify=data.label if classification else None
            )
            for part, rows in (("train", train), ("test", test)):
                rows.to_csv(pathlib.Path(folder, f"{name}-{split}-{part}.csv"), index=False)
            for method, make in methods(classification).items():
                model = make(split).fit(train.text, train.label)
                scores.setdefault(method, []).append(model.score(test.text, test.label))
        classes = data.label.nunique() if classification else 0
        results.append({
            "name": name, "classification": classification, "rows": len(data), "classes": classes, "scores": scores,
        })
    print(json.dumps(results))


main(*sys.argv[1:])
