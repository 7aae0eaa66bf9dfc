import path from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import type { DataContext, FitContext, TrialContext } from './contexts.ts';
import type { HyperParameters } from './hp.ts';

/** What a trial or a fit may give back: the study's metric, several metrics, or nothing beyond what it reported. */
export type TrialResult = number | Readonly<Record<string, number>> | undefined;

/** The exports of a user's module, checked. */
export type UserModule = {
  readonly data?: (context: DataContext) => unknown;
} & (
  | { readonly kind: 'objective'; readonly objective: (trial: TrialContext) => unknown }
  | {
      readonly kind: 'model';
      readonly build: (hp: HyperParameters) => unknown;
      readonly fit?: (model: LayersModel, data: unknown, hp: HyperParameters, context: FitContext) => unknown;
      readonly batchSize?: number | ((hp: HyperParameters) => number);
      readonly callbacks?: (hp: HyperParameters, context: FitContext) => unknown;
    }
);

/** @throws Error that says which exports are missing or wrong */
export function checkUserModule(exports: Readonly<Record<string, unknown>>, file: string): UserModule {
  const name = path.basename(file);
  for (const key of ['build', 'callbacks', 'data', 'fit', 'objective'])
    if (exports[key] !== undefined && typeof exports[key] !== 'function')
      throw new Error(`${name}: export ${key} must be a function, not ${typeof exports[key]}`);
  const { build, callbacks, data, fit, objective, batchSize } = exports as Record<string, never>;
  const common = data === undefined ? {} : { data };
  if (build !== undefined && objective !== undefined)
    throw new Error(
      `${name} exports both build and objective: keep one, so that it is clear what a trial runs`,
    );
  if (objective !== undefined) return { ...common, kind: 'objective', objective };
  if (build === undefined) {
    const found = Object.keys(exports).filter(
      (key) => key !== 'default' && key !== '__esModule' && key !== 'module.exports',
    );
    throw new Error(
      `${name} must export build(hp) and data(), or objective(trial); it exports ${found.join(', ') || 'nothing'}`,
    );
  }
  if (data === undefined && fit === undefined)
    throw new Error(`${name} exports build(hp) but neither data() nor fit(model, data, hp, context)`);
  if (batchSize !== undefined && typeof batchSize !== 'function' && typeof batchSize !== 'number')
    throw new Error(`${name}: export batchSize must be a number or a function of hp`);
  return {
    ...common,
    kind: 'model',
    build,
    ...(fit === undefined ? {} : { fit }),
    ...(batchSize === undefined ? {} : { batchSize }),
    ...(callbacks === undefined ? {} : { callbacks }),
  };
}
