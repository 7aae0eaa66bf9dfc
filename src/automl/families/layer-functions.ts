/** What layers pass on of one example: height, width and channels, or a number of features. */
export interface Values {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A convolution whose result has the size of its input (padding `same`), but for the stride. */
interface Convolution {
  /** Height, width, input channels and filters (or, depth by depth, one) of the kernel. */
  readonly kernel: Float32Array;
  readonly shape: readonly number[];
  readonly stride: number;
  readonly bias: Float32Array | undefined;
}

/** Pixels before the first: what is lacking is dealt out to both sides, the odd one behind. */
function padding(
  size: number,
  kernel: number,
  stride: number,
): { readonly before: number; readonly to: number } {
  const to = Math.ceil(size / stride);
  return { before: Math.floor(Math.max(0, (to - 1) * stride + kernel - size) / 2), to };
}

export function convolve(
  { shape: [height = 1, width = 1, channels = 1], values }: Values,
  { kernel, shape: [kernelHeight = 1, kernelWidth = 1, , filters = 1], stride, bias }: Convolution,
  flat = false,
): Values {
  const down = padding(height, kernelHeight, stride);
  const across = padding(width, kernelWidth, stride);
  const made = new Float32Array(down.to * across.to * filters);
  const sums = new Float64Array(filters);
  for (let y = 0; y < down.to; y++)
    for (let x = 0; x < across.to; x++) {
      if (bias) sums.set(bias);
      else sums.fill(0);
      for (let i = 0; i < kernelHeight; i++) {
        const row = y * stride - down.before + i;
        if (row < 0 || row >= height) continue;
        for (let j = 0; j < kernelWidth; j++) {
          const column = x * stride - across.before + j;
          if (column < 0 || column >= width) continue;
          const from = (row * width + column) * channels;
          const weights = (i * kernelWidth + j) * channels * filters;
          for (let c = 0; c < channels; c++) {
            const value = values[from + c]!;
            if (value === 0) continue;
            const at = weights + c * filters;
            for (let k = 0; k < filters; k++) sums[k]! += value * kernel[at + k]!;
          }
        }
      }
      made.set(sums, (y * across.to + x) * filters);
    }
  return { shape: flat ? [filters] : [down.to, across.to, filters], values: made };
}

/** Each channel by a kernel of its own. */
export function depthwise(
  { shape: [height = 1, width = 1, channels = 1], values }: Values,
  { kernel, shape: [kernelHeight = 1, kernelWidth = 1], stride, bias }: Convolution,
): Values {
  const down = padding(height, kernelHeight, stride);
  const across = padding(width, kernelWidth, stride);
  const made = new Float32Array(down.to * across.to * channels);
  for (let y = 0; y < down.to; y++)
    for (let x = 0; x < across.to; x++)
      for (let c = 0; c < channels; c++) {
        let sum = bias?.[c] ?? 0;
        for (let i = 0; i < kernelHeight; i++) {
          const row = y * stride - down.before + i;
          if (row < 0 || row >= height) continue;
          for (let j = 0; j < kernelWidth; j++) {
            const column = x * stride - across.before + j;
            if (column < 0 || column >= width) continue;
            sum +=
              values[(row * width + column) * channels + c]! * kernel[(i * kernelWidth + j) * channels + c]!;
          }
        }
        made[(y * across.to + x) * channels + c] = sum;
      }
  return { shape: [down.to, across.to, channels], values: made };
}

/** The highest or the mean of each square of so many pixels; what is left over at the end is left out (padding `valid`). */
export function pool(
  { shape: [height = 1, width = 1, channels = 1], values }: Values,
  size: number,
  max: boolean,
): Values {
  const [down, across] = [Math.floor(height / size), Math.floor(width / size)];
  const made = new Float32Array(down * across * channels);
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++)
      for (let c = 0; c < channels; c++) {
        let result = max ? Number.NEGATIVE_INFINITY : 0;
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) {
            const value = values[((y * size + i) * width + x * size + j) * channels + c]!;
            result = max ? Math.max(result, value) : result + value / (size * size);
          }
        made[(y * across + x) * channels + c] = result;
      }
  return { shape: [down, across, channels], values: made };
}

/** @throws Error when it is none that convnets here have */
export function activationOf(name: string): (values: Float32Array) => Float32Array {
  switch (name) {
    case 'linear':
      return (values) => values;
    case 'relu':
      return (values) => values.map((value) => Math.max(0, value));
    case 'softmax':
      return (values) => {
        const top = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
        const powers = values.map((value) => Math.exp(value - top));
        const sum = powers.reduce((all, value) => all + value, 0);
        return powers.map((value) => value / sum);
      };
    default:
      throw new Error(`the activation ${name} is run by TensorFlow.js only`);
  }
}
