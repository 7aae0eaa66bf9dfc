"""Fits a line, and goes on from where an earlier, shorter training of the same config paused."""

import json
import os
import random
from pathlib import Path

config = json.load(open(os.environ["TUNEGATE_CONFIG"]))
epochs = int(os.environ["TUNEGATE_RESOURCE"])
checkpoint = Path(os.environ["TUNEGATE_CHECKPOINT_DIR"]) / "state.json"

# The data is the same whenever the seed is: it need not be kept.
random.seed(int(os.environ["TUNEGATE_SEED"]))
data = [(x / 50, 3 * x / 50 - 1 + random.gauss(0, 0.1)) for x in range(100)]
random.shuffle(data)
train, held_out = data[:80], data[80:]

state = {"epoch": 0, "a": 0.0, "b": 0.0, "da": 0.0, "db": 0.0}
if checkpoint.exists():
    state = json.loads(checkpoint.read_text())

while state["epoch"] < epochs:
    for x, y in train:
        error = state["a"] * x + state["b"] - y
        state["da"] = config["momentum"] * state["da"] - config["learning_rate"] * error * x
        state["db"] = config["momentum"] * state["db"] - config["learning_rate"] * error
        state["a"] += state["da"]
        state["b"] += state["db"]
    state["epoch"] += 1
    loss = sum((state["a"] * x + state["b"] - y) ** 2 for x, y in held_out) / len(held_out)
    with open(os.environ["TUNEGATE_METRICS"], "a") as metrics:
        metrics.write(json.dumps({"step": state["epoch"], "loss": loss}) + "\n")

checkpoint.write_text(json.dumps(state))
