"""The search of bench/trials.ts with Keras Tuner on TensorFlow: prints what it took as one line of JSON.

keras_tuner_search.py MODEL TRIALS EPOCHS DATA
"""

import json
import os
import sys
import tempfile
import time

began = time.perf_counter()
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import keras
import keras_tuner
import numpy as np

model_name, trials, epochs, data = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
table = np.loadtxt(data, delimiter=",", dtype="float32")
x, y = table[:, :64] / 16, keras.utils.to_categorical(table[:, 64].astype(int), 10)
if model_name == "convnet":
    x = x.reshape(-1, 8, 8, 1).repeat(3, axis=1).repeat(3, axis=2)
held_out = np.arange(len(x)) % 4 == 3


def build_model(hp):
    units = hp.Int("units", 32, 64, step=32)
    layers = keras.layers
    if model_name == "convnet":
        body = [
            layers.Input((24, 24, 1)),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(2),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(2),
            layers.Flatten(),
            layers.Dense(units, activation="relu"),
        ]
    else:
        body = [layers.Input((64,)), layers.Dense(units, activation="relu")]
    model = keras.Sequential([*body, layers.Dense(10, activation="softmax")])
    rate = hp.Float("learning_rate", 1e-3, 1e-2, sampling="log")
    model.compile(optimizer=keras.optimizers.Adam(rate), loss="categorical_crossentropy", metrics=["accuracy"])
    return model


class Timed(keras_tuner.RandomSearch):
    ends = []

    def on_trial_end(self, trial):
        super().on_trial_end(trial)
        self.ends.append(time.perf_counter())


with tempfile.TemporaryDirectory() as folder:
    tuner = Timed(build_model, objective="val_accuracy", max_trials=trials, seed=3, directory=folder)
    searching = time.perf_counter()
    tuner.search(
        x[~held_out],
        y[~held_out],
        validation_data=(x[held_out], y[held_out]),
        epochs=epochs,
        batch_size=32,
        verbose=0,
    )
    ends = [searching, *tuner.ends]
print(
    json.dumps(
        {
            "trials": len(ends) - 1,
            "wholeMs": 1000 * (time.perf_counter() - began),
            "eachMs": [1000 * (b - a) for a, b in zip(ends, ends[1:])],
            "best": tuner.oracle.get_best_trials(1)[0].score,
        }
    )
)
