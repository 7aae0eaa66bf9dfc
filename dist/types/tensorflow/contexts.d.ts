import type { Tensor, TensorContainer } from '@tensorflow/tfjs-core';
import type { Dataset } from '@tensorflow/tfjs-data';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { HyperParameters } from './hp.js';
import type { TensorFlow } from './tensorflow.js';
type Tensors<T> = T | readonly T[] | Readonly<Record<string, T>>;
/** Training data in memory. */
export interface TensorData {
    /** One tensor, or several for a model with several inputs. */
    readonly x: Tensors<Tensor>;
    readonly y: Tensors<Tensor>;
    readonly sampleWeight?: Tensor;
    readonly classWeight?: Readonly<Record<number, number>>;
    /** Held out for `val_…` metrics; instead `validationSplit`: the share of x and y, from their end, to hold out. */
    readonly validation?: {
        readonly x: Tensors<Tensor>;
        readonly y: Tensors<Tensor>;
    };
    readonly validationSplit?: number;
}
/** Training data as batched `tf.data` datasets of `{ xs, ys }`. */
export interface DatasetData {
    readonly dataset: Dataset<TensorContainer>;
    readonly validation?: Dataset<TensorContainer>;
    readonly batchesPerEpoch?: number;
    readonly validationBatches?: number;
}
export type TrainingData = TensorData | DatasetData;
/** What `data(context)` gets. It runs once per process, and all trials share what it returns. */
export interface DataContext {
    readonly tf: TensorFlow;
    /** Absolute path of the folder of the user's module. */
    readonly folder: string;
}
/** What `objective(trial)` gets. */
export interface TrialContext {
    readonly hp: HyperParameters;
    /** The config as one nested object. */
    readonly config: Readonly<Record<string, unknown>>;
    /** Seed of this trial; `Math.random` is seeded with it already. */
    readonly seed: number;
    /** Epochs to train: the spec's budget, or 10 when it does not say. */
    readonly epochs: number;
    /** Folder of this config that is kept when a longer training of it follows. */
    readonly checkpoints: string;
    /**
     * Puts a compiled model, its optimizer and the random numbers where an earlier, shorter training of this config left them
     * with `saveCheckpoint`.
     *
     * @returns the epochs that were trained then: go on after them; 0 when there was no such training
     */
    restoreCheckpoint(model: LayersModel): Promise<number>;
    /** Keeps model, optimizer and random numbers after so many epochs, where a longer training may follow. */
    saveCheckpoint(model: LayersModel, epochs: number): Promise<void>;
    readonly tf: TensorFlow;
    /** Aborted when the trial should stop. */
    readonly signal: AbortSignal;
    /** What `data(context)` returned, when the module exports it. */
    readonly data: unknown;
    /**
     * Tells the search how training goes.
     *
     * @param step epochs (or other steps) done so far, counted from 1 and rising
     * @throws TrialStopped when the search has seen enough
     */
    report(step: number, metrics: Readonly<Record<string, number>>): Promise<void>;
}
/** What a user's own `fit(model, data, hp, context)` gets. */
export interface FitContext extends Omit<TrialContext, 'hp' | 'data'> {
    /** By `batchSize(hp)`, the parameter `batch_size`, or 32. */
    readonly batchSize: number;
    /** A callback for `model.fit` that reports each epoch and ends the training when the search says so. */
    reporter(model: LayersModel): {
        onEpochEnd(epoch: number, logs?: Readonly<Record<string, number>>): Promise<void>;
    };
}
export {};
