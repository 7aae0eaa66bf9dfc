import type { Feature } from './dataset.ts';

/** Some rows of a feature, in this order; a row of -1 has no value. (`from` of typed arrays takes ten times as long as `map`.) */
export function featureRows(feature: Feature, rows: ArrayLike<number>): Feature {
  switch (feature.kind) {
    case 'number':
      return {
        ...feature,
        values: new Float64Array(rows.length).map((_, i) => feature.values[rows[i]!] ?? Number.NaN),
      };
    case 'category':
      return { ...feature, codes: new Int32Array(rows.length).map((_, i) => feature.codes[rows[i]!] ?? -1) };
    case 'text':
      return { ...feature, texts: Array.from(rows, (row) => feature.texts[row] ?? '') };
    case 'image': {
      const { height, width, channels, pixels } = feature;
      const one = height * width * channels;
      const size = rows.length * one;
      const taken = pixels instanceof Uint8Array ? new Uint8Array(size) : new Float32Array(size);
      Array.from(rows).forEach((row, i) => {
        if (row >= 0) taken.set(pixels.subarray(row * one, (row + 1) * one), i * one);
      });
      return { ...feature, pixels: taken };
    }
  }
}
