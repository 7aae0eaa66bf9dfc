import { createSpace } from '../space/space.ts';
import type { HostedTrial, Spec } from '../spec/spec.ts';
import { DiscoveryError, discoverParameters, mergeParameters } from '../trial/discover.ts';
import { ModuleHost } from '../trial/module-host.ts';
import type { Hurry } from '../trial/patience.ts';
import type { LoadedSpec } from './load-spec.ts';

export interface DiscoverOptions {
  readonly host: { readonly path: string; readonly node: string };
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** What is left of the grace that the spec gives. */
  readonly hurry?: Hurry;
}

/** Whether (a part of) the parameters of a spec are what its code asks for. */
export function discovers({ trial }: Pick<Spec, 'trial'>): boolean {
  return 'script' in trial && trial.keras && trial.discover !== false;
}

/**
 * The spec with the parameters that its code asks for beside its own; the spec itself where nothing is to be found.
 *
 * @throws {DiscoveryError} when the code does not load or makes no space
 */
export async function discoverSpace(loaded: LoadedSpec, options: DiscoverOptions): Promise<LoadedSpec> {
  const { spec } = loaded;
  if (!discovers(spec) || options.signal.aborted) return loaded;
  const trial = spec.trial as HostedTrial;
  const file = 'module' in trial ? trial.module : trial.script;
  const found = await inHost(trial, loaded.folder, options, async (host) => {
    try {
      return await discoverParameters(async (values) => {
        const answer = await host.declare(values, options.signal);
        if (answer === 'interrupted') throw interruption(options.signal);
        if ('reason' in answer) {
          if (!host.fit) throw new DiscoveryError(answer.message);
          return { failed: answer.message };
        }
        return answer;
      });
    } catch (error) {
      if (!(error instanceof DiscoveryError)) throw error;
      throw new DiscoveryError(`${file}: ${error.message}`);
    }
  });
  const params = mergeParameters(spec.params, found);
  if (Object.keys(params).length === 0)
    throw new DiscoveryError(
      `${file}: build(hp) asks hp for nothing, and the spec has no params: there is nothing to search`,
    );
  try {
    return { ...loaded, spec: { ...spec, params }, space: createSpace(params) };
  } catch (error) {
    throw new DiscoveryError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

async function inHost<T>(
  trial: HostedTrial,
  cwd: string,
  { host: { path, node }, env, signal, hurry }: DiscoverOptions,
  use: (host: ModuleHost) => Promise<T>,
): Promise<T> {
  const file = 'module' in trial ? trial.module : trial.script;
  let host: ModuleHost;
  try {
    host = new ModuleHost(trial, { cwd, env, hostPath: path, node, ...(hurry ? { hurry } : {}) });
  } catch (error) {
    throw new DiscoveryError(`${file} could not be run: ${(error as Error).message}`, { cause: error });
  }
  try {
    const loaded = await host.load(signal);
    if (loaded === 'interrupted') throw interruption(signal);
    if ('reason' in loaded) throw new DiscoveryError(`${file} could not be loaded: ${loaded.message}`);
    return await use(host);
  } finally {
    await host.close();
  }
}

function interruption({ reason }: AbortSignal): DiscoveryError {
  const late = reason instanceof DOMException && reason.name === 'TimeoutError';
  return new DiscoveryError(
    late ? 'the time was up before its code had said what there is to search' : 'the run was cancelled',
  );
}
