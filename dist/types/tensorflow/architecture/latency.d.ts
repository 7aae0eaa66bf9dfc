import type { LayersModel } from '@tensorflow/tfjs-layers';
/**
 * The median time of a prediction, in milliseconds, on the backend that is in use. Measured, so it differs from run to run and
 * between machines: bound it with room.
 *
 * @param runs predictions that are timed
 * @param batch inputs in each of them
 */
export declare function measureLatency(model: LayersModel, { runs, batch }?: {
    readonly runs?: number;
    readonly batch?: number;
}): Promise<number>;
