import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Optimizer, Tensor, Variable } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { type RandomState, randomState, restoreRandomState } from './seeding.ts';
import type { TensorFlow } from './tensorflow.ts';

/**
 * What a training needs to go on as if it had never paused: the weights of the model, the state of its optimizer, and
 * where the random numbers stand. Two files in the trial's checkpoint folder.
 */

const headerFile = 'tunegate-checkpoint.json';
const weightsFile = 'tunegate-checkpoint.bin';

type NamedTensor = Awaited<ReturnType<Optimizer['getWeights']>>[number];
type WeightSpecs = Awaited<ReturnType<TensorFlow['io']['encodeWeights']>>['specs'];

interface Header {
  /** Epochs that were trained. */
  readonly epochs: number;
  readonly random: RandomState | undefined;
  /** Weights of the model first, in its order, then those of the optimizer. */
  readonly specs: WeightSpecs;
  readonly modelWeights: number;
  /** Names that the optimizer gives to its weights. */
  readonly optimizerNames: readonly string[];
}

/** A checkpoint that was found to fit the model. */
export interface FoundCheckpoint {
  /** Epochs that were trained. */
  readonly epochs: number;
  /** Puts weights and optimizer into the state of the checkpoint, then the random numbers. */
  readonly restore: () => Promise<void>;
}

/**
 * Writes a checkpoint of a compiled model. Where the optimizer does not give its state away nothing is written, and
 * false comes back: a longer training then begins anew, which costs time but is right.
 */
export async function saveCheckpoint(
  tf: TensorFlow,
  folder: string,
  model: LayersModel,
  epochs: number,
): Promise<boolean> {
  let state: readonly NamedTensor[];
  try {
    state = await optimizerState(model.optimizer);
  } catch {
    return false;
  }
  const own = model.getWeights();
  const named = [...own, ...state.map(({ tensor }) => tensor)].map((tensor, i) => ({ name: `${i}`, tensor }));
  const { data, specs } = await tf.io.encodeWeights(named);
  // Counters are tensors made for the occasion; all others are the model's and the optimizer's own.
  for (const { name, tensor } of state) if (name === counter) tensor.dispose();
  const header: Header = {
    epochs,
    random: randomState(),
    specs,
    modelWeights: own.length,
    optimizerNames: state.map(({ name }) => name),
  };
  writeFileSync(path.join(folder, weightsFile), new Uint8Array(data));
  writeFileSync(path.join(folder, headerFile), `${JSON.stringify(header)}\n`);
  return true;
}

/** The checkpoint in a folder, if there is one and it is of a model like this one. */
export function findCheckpoint(
  tf: TensorFlow,
  folder: string,
  model: LayersModel,
): FoundCheckpoint | undefined {
  const file = path.join(folder, headerFile);
  if (!existsSync(file)) return undefined;
  const header = JSON.parse(readFileSync(file, 'utf8')) as Header;
  const shapes = model.getWeights().map(({ shape }) => String(shape));
  const saved = header.specs.slice(0, header.modelWeights).map(({ shape }) => String(shape));
  if (shapes.length !== saved.length || shapes.some((shape, i) => shape !== saved[i])) {
    console.warn('The checkpoint is of another model: the training begins anew.');
    return undefined;
  }
  return {
    epochs: header.epochs,
    async restore() {
      const bytes = readFileSync(path.join(folder, weightsFile));
      const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      const decoded = tf.io.decodeWeights(data as ArrayBuffer, header.specs);
      const tensors = header.specs.map(({ name }) => decoded[name]!);
      model.setWeights(tensors.slice(0, header.modelWeights));
      const state = tensors
        .slice(header.modelWeights)
        .map((tensor, i) => ({ name: header.optimizerNames[i]!, tensor }));
      await restoreOptimizer(model.optimizer, state);
      for (const tensor of tensors) tensor.dispose();
      // Last: whatever was drawn up to here, the training draws what it would have drawn.
      if (header.random) restoreRandomState(header.random);
    },
  };
}

/** The name that TensorFlow.js gives to the number of steps, a tensor made for the caller. */
const counter = 'iter';

/** Adamax of TensorFlow.js cannot say its state; these are its parts. */
interface AdamaxParts {
  readonly accBeta1: Variable;
  readonly iteration: Variable;
  accumulatedFirstMoment: { readonly originalName: string; readonly variable: Variable }[];
  accumulatedWeightedInfNorm: { readonly originalName: string; readonly variable: Variable }[];
}

/** By name: every optimizer of TensorFlow.js is an instance of every class of them. */
function isAdamax(optimizer: Optimizer): boolean {
  return optimizer.getClassName() === 'Adamax';
}

async function optimizerState(optimizer: Optimizer): Promise<readonly NamedTensor[]> {
  if (!isAdamax(optimizer)) return optimizer.getWeights();
  const parts = optimizer as unknown as AdamaxParts;
  return [
    { name: 'accBeta1', tensor: parts.accBeta1 },
    { name: 'iteration', tensor: parts.iteration },
    ...[...parts.accumulatedFirstMoment, ...parts.accumulatedWeightedInfNorm].map(
      ({ originalName, variable }) => ({ name: originalName, tensor: variable }),
    ),
  ];
}

async function restoreOptimizer(optimizer: Optimizer, state: readonly NamedTensor[]): Promise<void> {
  if (!isAdamax(optimizer)) {
    await optimizer.setWeights([...state]);
    return;
  }
  const parts = optimizer as unknown as AdamaxParts;
  const [beta, iteration, ...moments] = state;
  parts.accBeta1.assign(beta!.tensor as Tensor<never>);
  parts.iteration.assign(iteration!.tensor as Tensor<never>);
  const variables = moments.map(({ name, tensor }) => ({
    originalName: name,
    variable: tensor.variable(false),
  }));
  parts.accumulatedFirstMoment = variables.slice(0, variables.length / 2);
  parts.accumulatedWeightedInfNorm = variables.slice(variables.length / 2);
}
