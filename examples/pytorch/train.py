"""Trains a small convolutional network in PyTorch; it goes on from where an earlier, shorter training of its config paused."""

import gzip
from pathlib import Path

import torch
from torch import nn

import tunegate

DATA = Path(__file__).parent.parent / "digits" / "data" / "digits.csv.gz"


def digits():
    """8×8 images with brightness 0…1, and their digits; every fourth image is held out."""
    with gzip.open(DATA, "rt") as lines:
        table = torch.tensor([[float(cell) for cell in line.split(",")] for line in lines])
    x, y = table[:, :64].reshape(-1, 1, 8, 8) / 16, table[:, 64].long()
    held_out = torch.arange(len(x)) % 4 == 3
    return (x[~held_out], y[~held_out]), (x[held_out], y[held_out])


def network(channels, dropout):
    return nn.Sequential(
        nn.Conv2d(1, channels, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(channels, 2 * channels, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Dropout(dropout),
        nn.Linear(2 * channels * 4, 10),
    )


torch.manual_seed(tunegate.seed())
(x, y), (x_held_out, y_held_out) = digits()
model = network(tunegate.param("channels", 8), tunegate.param("dropout", 0.2))
optimizer = torch.optim.AdamW(
    model.parameters(),
    lr=tunegate.param("learning_rate", 1e-3),
    weight_decay=tunegate.param("weight_decay", 1e-2),
)
batch = tunegate.param("batch_size", 64)
done = 0

checkpoint = tunegate.checkpoint_dir() / "state.pt"
if checkpoint.exists():
    state = torch.load(checkpoint)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["rng"])
    done = state["epoch"]

for epoch in range(done + 1, (tunegate.resource() or 9) + 1):
    model.train()
    for rows in torch.randperm(len(x)).split(batch):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()
    model.eval()
    with torch.no_grad():
        accuracy = (model(x_held_out).argmax(1) == y_held_out).float().mean()
    tunegate.report(epoch, accuracy=accuracy)
    done = epoch
    if tunegate.should_stop():
        break

torch.save(
    {
        "model": model.state_dict(),
        "optimizer": optimizer.state_dict(),
        "rng": torch.get_rng_state(),
        "epoch": done,
    },
    checkpoint,
)
