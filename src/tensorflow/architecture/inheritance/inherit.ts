import type { LayersModel } from '@tensorflow/tfjs-layers';
import { boundTensorFlow } from '../binding.ts';
import { alignBlocks, type BlockLayers } from './align.ts';
import type { ChannelMap } from './channel-map.ts';
import { inheritedLayer, insertedLayer, type Passed, type WeightedLayer } from './layers.ts';

/** What a child took over from its parent. */
export interface Inheritance {
  /** Layers with weights that come from the parent, wider or narrower ones included. */
  readonly inherited: readonly string[];
  /** Layers with weights that the parent does not have and that pass on what comes in. */
  readonly inserted: readonly string[];
  /** Layers with weights that begin at random. */
  readonly fresh: readonly string[];
  /** The child computes what the parent computes, up to rounding, when it predicts. */
  readonly preserved: boolean;
}

/**
 * Gives a network, built by `buildArchitecture`, the weights of another one as far as they fit together. Wider layers get copies of
 * channels that share what the original counted (Net2WiderNet), new layers and blocks begin as identities where their kind can
 * be one (Net2DeeperNet, Chen et al. 2016; a new residual branch begins at zero): then the child computes what its parent did.
 *
 * Normalisation keeps the function at prediction; while it trains, a new batch normalisation uses the statistics of its batches.
 *
 * @param random draws from [0, 1); of a trial's seed by default
 */
export function inheritWeights(
  child: LayersModel,
  parent: LayersModel,
  random: () => number = Math.random,
): Inheritance {
  const layers = child.layers as unknown as readonly WeightedLayer[];
  const elders = parent.layers as unknown as readonly WeightedLayer[];
  // Without names that tell the role of a layer nothing can be found again.
  if (!layers.some(isOfBlock) || !elders.some(isOfBlock)) {
    const fresh = layers.filter(({ weights }) => weights.length > 0).map(({ name }) => name);
    return { inherited: [], inserted: [], fresh, preserved: false };
  }
  const pairs = alignBlocks(blocksOf(layers), blocksOf(elders));
  const byName = new Map(elders.map((layer) => [layer.name, layer]));
  const used = new Set<string>();
  const maps = new Map<string, ChannelMap>();
  const result = { inherited: [] as string[], inserted: [] as string[], fresh: [] as string[] };
  const zeroed = branchesToZero(layers, pairs);
  for (const layer of layers) {
    const elder = counterpart(layer, pairs, byName);
    if (elder) used.add(elder.name);
    const inputs = layer.inboundNodes[0]!.inboundLayers.map(({ name }) => maps.get(name)!);
    const about = { layer, inputs, random };
    const passed: Passed = elder
      ? inheritedLayer({ ...about, elder })
      : insertedLayer({ ...about, zero: zeroed.has(layer.name), added: isNew(layer, pairs) });
    maps.set(layer.name, passed.map);
    if (passed.weights) setWeights(layer, passed.weights);
    if (layer.weights.length === 0) continue;
    if (!passed.weights) result.fresh.push(layer.name);
    else result[elder ? 'inherited' : 'inserted'].push(layer.name);
  }
  // What the parent did besides is lost.
  const lost = elders.some((elder) => !used.has(elder.name) && !harmless(elder));
  const output = child.outputs[0]!.sourceLayer.name;
  return { ...result, preserved: !lost && maps.get(output)!.exact };
}

function setWeights(layer: WeightedLayer, weights: NonNullable<Passed['weights']>): void {
  const tf = boundTensorFlow();
  const tensors = weights.map(({ shape, values }) => tf.tensor(values, [...shape]));
  layer.setWeights(tensors);
  tf.dispose(tensors);
}

/** Nothing happens in it at prediction. */
function harmless(layer: WeightedLayer): boolean {
  return layer.getClassName() === 'Dropout';
}

const blockName = /^b(\d+)_(.*)$/;

function blockIndex({ name }: { readonly name: string }): number | undefined {
  const found = blockName.exec(name);
  return found ? Number(found[1]) : undefined;
}

const isOfBlock = (layer: { readonly name: string }) => blockIndex(layer) !== undefined;

function blocksOf(layers: readonly WeightedLayer[]): BlockLayers[] {
  const blocks = new Map<number, WeightedLayer[]>();
  for (const layer of layers) {
    const index = blockIndex(layer);
    if (index !== undefined) blocks.set(index, [...(blocks.get(index) ?? []), layer]);
  }
  return [...blocks].map(([index, own]) => {
    const weighted = own.filter(({ weights }) => weights.length > 0);
    const first =
      weighted.find((layer) => !/Normalization$/.test(layer.getClassName())) ?? weighted[0] ?? own[0]!;
    return {
      index,
      kind: `${blockName.exec(first.name)![2]} ${first.getClassName()}`,
      shapes: weighted.flatMap(({ weights }) => weights.map(({ shape }) => shape.join('×'))),
    };
  });
}

/** The parent's layer of the same role in the same block, or of the same name outside of blocks. */
function counterpart(
  layer: WeightedLayer,
  pairs: ReadonlyMap<number, number>,
  byName: ReadonlyMap<string, WeightedLayer>,
): WeightedLayer | undefined {
  const found = blockName.exec(layer.name);
  const block = found ? pairs.get(Number(found[1])) : undefined;
  if (found && block === undefined) return undefined;
  const elder = byName.get(found ? `b${block}_${found[2]}` : layer.name);
  return elder?.getClassName() === layer.getClassName() ? elder : undefined;
}

function isNew(layer: WeightedLayer, pairs: ReadonlyMap<number, number>): boolean {
  const index = blockIndex(layer);
  return index !== undefined && !pairs.has(index);
}

/** In new blocks with a shortcut: the last layers with weights of the branches that are added to it. */
function branchesToZero(
  layers: readonly WeightedLayer[],
  pairs: ReadonlyMap<number, number>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const layer of layers) {
    if (layer.getClassName() !== 'Add' || !isNew(layer, pairs)) continue;
    let branch = layer.inboundNodes[0]!.inboundLayers[0]!;
    while (branch.weights.length === 0 && branch.inboundNodes[0]!.inboundLayers.length === 1)
      branch = branch.inboundNodes[0]!.inboundLayers[0]!;
    names.add(branch.name);
  }
  return names;
}
