"""Writes the images that the tests of src/automl/images read: python make.py (needs numpy and Pillow)."""
import os
import numpy as np
from PIL import Image

here = os.path.dirname(os.path.abspath(__file__))
y, x = np.mgrid[0:6, 0:9]
red, green, blue = (x * 28).astype("uint8"), (y * 50).astype("uint8"), ((x + y) * 18).astype("uint8")
colour = np.dstack([red, green, blue])
save = lambda image, name, **how: image.save(os.path.join(here, name), **how)

save(Image.fromarray(red), "grey.png")
save(Image.fromarray(colour), "colour.png")
save(Image.fromarray(np.dstack([red, red, red])), "grey-as-colour.png")
save(Image.fromarray(np.dstack([colour, np.where(x < 4, 255, 51).astype("uint8")])), "alpha.png")
save(Image.fromarray(np.dstack([red, np.where(x < 4, 255, 0).astype("uint8")]), "LA"), "grey-alpha.png")
save(Image.fromarray((red.astype("uint16") * 257 + 3)), "deep.png")
save(Image.fromarray(((x + y) % 2 * 255).astype("uint8")).convert("1"), "bits.png")
save(Image.fromarray(colour).quantize(5), "palette.png")
save(Image.fromarray(colour).quantize(5).convert("RGB"), "palette-as-colour.png")
save(Image.fromarray(red).resize((1, 1)), "one-pixel.png")
big = np.kron(colour, np.ones((16, 16, 1), "uint8"))
save(Image.fromarray(big), "blocks.jpg", quality=95, subsampling=0)
save(Image.fromarray(big), "progressive.jpg", quality=95, subsampling=0, progressive=True)
save(Image.fromarray(big[:, :, 0]), "grey.jpg", quality=95)
for turn in range(2, 9):
    exif = Image.Exif()
    exif[0x0112] = turn
    upright = Image.fromarray(big)
    undo = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[turn]
    save(upright.transpose(Image.Transpose(undo)), f"turned-{turn}.jpg", quality=95, subsampling=0, exif=exif)
open(os.path.join(here, "cut-off.png"), "wb").write(open(os.path.join(here, "colour.png"), "rb").read()[:60])

digits = np.arange(3 * 2 * 2).reshape(3, 2, 2)
np.savez(os.path.join(here, "plain.npz"), x=digits.astype("uint8"), y=np.array(["a", "b", "é"]))
np.savez_compressed(
    os.path.join(here, "types.npz"),
    f8=digits / 2, f4=(digits / 2).astype("float32"), f2=(digits / 2).astype("float16"), i8=digits.astype("int64"),
    i2=-digits.astype("int16"), big=digits.astype(">i4"), fortran=np.asfortranarray(digits.astype("uint8")), bool=digits % 2 == 0,
    bytes=np.array([b"a", b"bc"]), scalar=np.float64(3.5),
)
np.savez(os.path.join(here, "objects.npz"), x=np.array([{}, None], dtype=object), y=np.array([1, 2]))
np.savez(
    os.path.join(here, "split.npz"),
    x_train=np.zeros((4, 3, 5, 5), "float32"), y_train=np.eye(4, dtype="uint8"), x_test=np.ones((2, 3, 5, 5), "float32"), y_test=np.eye(4)[:2],
)
