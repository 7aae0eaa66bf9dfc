import { type ChannelMap, shares } from './channel-map.ts';

/** The values of a weight, row by row. */
export interface Weight {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** Where an entry along an axis comes from, and what it is multiplied by. */
interface Axis {
  /** Undefined: from nowhere, it is zero. */
  readonly from: readonly (number | undefined)[];
  readonly factor?: ArrayLike<number>;
}

/** A weight whose every entry is one of another weight, times the factors of its place along each axis. */
export function gathered({ shape, values }: Weight, axes: readonly Axis[]): Weight {
  const target = axes.map(({ from }) => from.length);
  const result = new Float32Array(target.reduce((all, size) => all * size, 1));
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((all, size) => all * size, 1));
  let at = 0;
  const walk = (axis: number, offset: number, factor: number): void => {
    if (axis === axes.length) {
      result[at++] = factor === 0 ? 0 : factor * values[offset]!;
      return;
    }
    const { from, factor: factors } = axes[axis]!;
    for (const [i, source] of from.entries())
      walk(
        axis + 1,
        offset + (source ?? 0) * strides[axis]!,
        source === undefined ? 0 : factor * (factors?.[i] ?? 1),
      );
  };
  walk(0, 0, 1);
  return { shape: target, values: result };
}

/** An axis of copies that are all alike. */
export const copied = (map: ChannelMap): Axis => ({ from: [...map.index] });

/** An axis over which is summed: copies share what the original counted. */
export const shared = (map: ChannelMap, random: () => number): Axis => ({
  from: [...map.index],
  factor: shares(map, random),
});

/** An axis of kernel taps that grows or shrinks around its centre. */
export function centred(parent: number, child: number): Axis {
  const offset = Math.floor(child / 2) - Math.floor(parent / 2);
  return {
    from: Array.from({ length: child }, (_, i) => {
      const source = i - offset;
      return source >= 0 && source < parent ? source : undefined;
    }),
  };
}

/** Copies within each of several parts side by side: the gates of a recurrent kernel. */
export function inParts(map: ChannelMap, parts: number): Axis {
  return {
    from: Array.from({ length: parts }, (_, part) => [...map.index].map((i) => part * map.parent + i)).flat(),
  };
}

/** A kernel that gives each channel of `to` the first channel of `from` that is a copy of the same: nothing changes. */
export function selecting(taps: readonly number[], from: ChannelMap, to: ChannelMap): Weight {
  const [inputs, outputs] = [from.index.length, to.index.length];
  const values = new Float32Array(taps.reduce((all, size) => all * size, 1) * inputs * outputs);
  const centre = taps.reduce((offset, size) => offset * size + Math.floor(size / 2), 0);
  for (let output = 0; output < outputs; output++) {
    const input = from.index.indexOf(to.index[output]!);
    if (input >= 0) values[(centre * inputs + input) * outputs + output] = 1;
  }
  return { shape: [...taps, inputs, outputs], values };
}

export function filled(shape: readonly number[], value: number): Weight {
  return { shape, values: new Float32Array(shape.reduce((all, size) => all * size, 1)).fill(value) };
}
