import { createRequire } from 'node:module';
import path from 'node:path';
import type { ModuleTrial } from '../spec/spec.ts';
import type { Failure } from './failure.ts';
import { type HostOptions, ModuleHost } from './module-host.ts';
import type { TrialRequest } from './trial.ts';

/** Which backend a module trains on, and why. */
export interface BackendChoice {
  readonly backend: ModuleTrial['backend'];
  /** One sentence. */
  readonly why: string;
}

/** How long steps are timed on each backend. */
const limitMs = 1500;
/** Native packages, the preferred one first. */
const natives = ['tfjs-node-gpu', 'tfjs-node'] as const;

/**
 * The backend of a module whose spec says `auto`, by timing a few steps of its first trial on each that could be it:
 * small dense models train twice as fast on WASM as on the native library (which costs something for each operation),
 * large convolutions the other way. Undefined where there is nothing to choose from: no native package is installed
 * beside the module, so that WASM it is.
 *
 * @param sample the trial to time: the config that ships, or the first that is tried
 */
export async function measureBackends(
  trial: ModuleTrial,
  options: HostOptions,
  sample: Pick<TrialRequest, 'config' | 'seed' | 'metric' | 'checkpoints' | 'signal'>,
  nest: (config: TrialRequest['config']) => Record<string, unknown>,
): Promise<BackendChoice | undefined> {
  if (trial.backend !== 'auto') return undefined;
  const places = [path.resolve(options.cwd, trial.module), path.join(options.cwd, 'package.json')];
  const installed = natives.filter((name) => isInstalled(name, places));
  if (installed.length === 0) return undefined;
  const timed: { readonly backend: ModuleTrial['backend']; readonly stepMs: number }[] = [];
  const refused: string[] = [];
  // One after the other: side by side they would slow each other down.
  for (const backend of [...installed, 'wasm'] as const) {
    const stepMs = await timeSteps({ ...trial, backend }, options, sample, nest);
    if (stepMs === 'interrupted') return undefined;
    if (typeof stepMs === 'number') timed.push({ backend, stepMs });
    else refused.push(`${backend} could not be timed (${stepMs.message.split('\n', 1)[0]})`);
  }
  const [best, ...others] = timed.sort((a, b) => a.stepMs - b.stepMs);
  if (!best) return undefined;
  const words = others.map(({ backend, stepMs }) => `${milliseconds(stepMs)} on ${backend}`);
  const against = [...words, ...refused].join(', ');
  return {
    backend: best.backend,
    why: `Backend: ${best.backend}, which takes ${milliseconds(best.stepMs)} for a step of the first trial${against === '' ? '' : ` (${against})`}.`,
  };
}

async function timeSteps(
  trial: ModuleTrial,
  options: HostOptions,
  sample: Parameters<typeof measureBackends>[2],
  nest: Parameters<typeof measureBackends>[3],
): Promise<number | Failure | 'interrupted'> {
  let host: ModuleHost;
  try {
    host = new ModuleHost(trial, options);
  } catch (error) {
    return { reason: 'spawn', message: (error as Error).message };
  }
  try {
    const loaded = await host.load(sample.signal);
    if (typeof loaded !== 'object' || !('backend' in loaded)) return loaded;
    const request = { ...sample, trial: 0, folder: sample.checkpoints, onReport: () => 'stop' as const };
    return await host.measure(request, nest(sample.config), limitMs);
  } finally {
    await host.close();
  }
}

function isInstalled(name: (typeof natives)[number], places: readonly string[]): boolean {
  return places.some((from) => {
    try {
      createRequire(from).resolve(`@tensorflow/${name}`);
      return true;
    } catch {
      return false;
    }
  });
}

function milliseconds(ms: number): string {
  return `${ms < 9.95 ? ms.toFixed(1) : Math.round(ms)} ms`;
}
