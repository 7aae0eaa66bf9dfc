/** Which channel of the parent's tensor each channel of the child's tensor is a copy of. */
export interface ChannelMap {
  /** Channels of the parent's tensor. */
  readonly parent: number;
  /** For each channel of the child, that of the parent. */
  readonly index: Int32Array;
  /** Each channel holds what that of the parent holds, and none of the parent is missing. */
  readonly exact: boolean;
  /** The activation that the tensor comes from, as far as later ones leave its values alone. */
  readonly after?: string;
}

export function identityMap(channels: number): ChannelMap {
  return { parent: channels, index: Int32Array.from({ length: channels }, (_, i) => i), exact: true };
}

/**
 * Channels as copies in turn: 0, 1, 2, 0, 1 for three that become five (Chen et al. 2016, Net2Net, section 2.2, with the choice of
 * copies fixed, so that tensors that are added have the same one). Fewer channels than before lose the last.
 */
export function widened(parent: number, channels: number, exact: boolean): ChannelMap {
  return {
    parent,
    index: Int32Array.from({ length: channels }, (_, i) => i % parent),
    exact: exact && channels >= parent,
  };
}

/** The same channels where the parent's layer has another number of them than the tensor that comes. */
export function fitted(map: ChannelMap, parent: number): ChannelMap {
  return map.parent === parent ? map : widened(parent, map.index.length, false);
}

export function isIdentity({ parent, index }: ChannelMap): boolean {
  return index.length === parent && index.every((channel, i) => channel === i);
}

export function sameMap(a: ChannelMap, b: ChannelMap): boolean {
  return (
    a.parent === b.parent && a.index.length === b.index.length && a.index.every((v, i) => v === b.index[i])
  );
}

/** Whether all channels have equally many copies: then means and variances over channels stay. */
export function isEven({ parent, index }: ChannelMap): boolean {
  return index.length % parent === 0 && new Set(copies(index, parent)).size === 1;
}

function copies(index: Int32Array, parent: number): number[] {
  const count = new Array<number>(parent).fill(0);
  for (const channel of index) count[channel]!++;
  return count;
}

/**
 * What each copy counts, so that all copies of a channel count as it did. Uneven, drawn at random, so that copies learn different
 * things (instead of the noise of Net2Net, which changes the function).
 *
 * @param random draws from [0, 1)
 */
export function shares({ parent, index }: ChannelMap, random: () => number): Float64Array {
  const count = copies(index, parent);
  const raw = Float64Array.from(index, (channel) => (count[channel]! > 1 ? 0.5 + random() : 1));
  const sum = new Float64Array(parent);
  for (const [i, channel] of index.entries()) sum[channel]! += raw[i]!;
  return raw.map((share, i) => share / sum[index[i]!]!);
}

/** Channels side by side. */
export function concatenated(maps: readonly ChannelMap[]): ChannelMap {
  let parent = 0;
  const index: number[] = [];
  for (const map of maps) {
    for (const channel of map.index) index.push(parent + channel);
    parent += map.parent;
  }
  return { parent, index: Int32Array.from(index), exact: maps.every(({ exact }) => exact) };
}

/** Pixels or steps in a row, each with its channels. */
export function flattened(map: ChannelMap, places: number): ChannelMap {
  return concatenated(Array.from({ length: places }, () => map));
}
