"""The model of Keras Tuner's "Getting started", on the digits of this repository: nothing in here knows of Tunegate."""

from pathlib import Path

import keras
import keras_tuner
import numpy as np
from keras import layers

DATA = Path(__file__).parent.parent / "digits" / "data" / "digits.csv.gz"


def build_model(hp):
    model = keras.Sequential()
    model.add(layers.Input((64,)))
    # Tune the number of layers.
    for i in range(hp.Int("num_layers", 1, 3)):
        model.add(
            layers.Dense(
                # Tune number of units separately.
                units=hp.Int(f"units_{i}", min_value=32, max_value=128, step=32),
                activation=hp.Choice("activation", ["relu", "tanh"]),
            )
        )
    if hp.Boolean("dropout"):
        model.add(layers.Dropout(rate=0.25))
    model.add(layers.Dense(10, activation="softmax"))
    learning_rate = hp.Float("lr", min_value=1e-4, max_value=1e-2, sampling="log")
    model.compile(
        optimizer=keras.optimizers.Adam(learning_rate=learning_rate),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


tuner = keras_tuner.RandomSearch(
    hypermodel=build_model,
    objective="val_accuracy",
    max_trials=3,
    overwrite=True,
    directory="my_dir",
    project_name="helloworld",
)

table = np.loadtxt(DATA, delimiter=",", dtype="float32")
x, y = table[:, :-1] / 16, table[:, -1].astype("int32")
x_train, y_train, x_val, y_val = x[:1400], y[:1400], x[1400:], y[1400:]

tuner.search(x_train, y_train, epochs=2, validation_data=(x_val, y_val))
best_model = tuner.get_best_models()[0]
