import path from 'node:path';
import { isActive } from '../../space/condition.ts';
import { nestConfig } from '../../space/config.ts';
import { contains, fromUnit } from '../../space/domain.ts';
import type { Config, Domain, Value } from '../../space/parameter.ts';
import { createSpace, type Space } from '../../space/space.ts';
import { placesIn } from '../../spec/load.ts';
import { SpecError } from '../../spec/problem.ts';
import { shippingValues } from '../../spec/shipping-values.ts';
import type { HostedTrial } from '../../spec/spec.ts';
import type { DeclaredDefinition } from '../../trial/declared.ts';
import {
  DiscoveryError,
  discoverParameters,
  mergeParameters,
  type SpecParameter,
} from '../../trial/discover.ts';
import { ModuleHost } from '../../trial/module-host.ts';
import type { Hurry } from '../../trial/patience.ts';
import { discovers, type LoadedSpec } from '../load-spec.ts';

export interface DiscoverOptions {
  readonly host: { readonly path: string; readonly node: string };
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** What is left of the grace that the spec gives. */
  readonly hurry?: Hurry;
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
  const isModule = 'module' in trial;
  const found = await inHost(trial, loaded.folder, options, async (host) => {
    try {
      return await discoverParameters(
        async (values) => {
          const own = isModule ? specConfig(loaded.space, values) : {};
          const tree = isModule ? nestConfig(loaded.space, own) : undefined;
          const answer = await host.declare({ ...values, ...own }, options.signal, tree);
          if (answer === 'interrupted') throw interruption(options.signal);
          if ('reason' in answer) {
            if (!host.fit) throw new DiscoveryError(answer.message);
            return { failed: answer.message };
          }
          return answer;
        },
        isModule ? specParameters(loaded) : undefined,
      );
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
    // Its trials shall know that the code has the defaults.
    const defining = isModule ? { ...spec, trial: { ...spec.trial, discover: true } } : spec;
    const complete = shippingValues({ ...defining, params }, loaded.values);
    return { ...loaded, spec: complete, space: createSpace(complete.params) };
  } catch (error) {
    if (error instanceof SpecError) throw error;
    throw new DiscoveryError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

/** A config of the spec's own parameters with these values, defaults, and the middle of what has no default. */
function specConfig(space: Space, values: Config): Config {
  const config: Record<string, Value> = {};
  for (const parameter of space.parameters) {
    if (!isActive(parameter, config)) continue;
    const { path, domain, default: first = fromUnit(domain, 0.5) } = parameter;
    const asked = values[path];
    config[path] = asked !== undefined && contains(domain, asked) ? asked : first;
  }
  return config;
}

function specParameters({ space, text, path: file }: LoadedSpec): ReadonlyMap<string, SpecParameter> {
  const placeOf = placesIn(text);
  return new Map(
    space.parameters.map(({ path: name, domain, location }) => {
      const place = placeOf(['params', location[0]!]);
      const shown = path.basename(file) + (place ? `:${place.line}:${place.column}` : '');
      return [name, { definition: definitionOf(domain), place: shown }];
    }),
  );
}

function definitionOf(domain: Domain): DeclaredDefinition {
  if (domain.type !== 'int' && domain.type !== 'float') return domain;
  const { scale, ...rest } = domain;
  return scale === 'linear' ? rest : domain;
}

async function inHost<T>(
  trial: HostedTrial,
  cwd: string,
  { host: { path: hostPath, node }, env, signal, hurry }: DiscoverOptions,
  use: (host: ModuleHost) => Promise<T>,
): Promise<T> {
  const file = 'module' in trial ? trial.module : trial.script;
  let host: ModuleHost;
  try {
    host = new ModuleHost(trial, { cwd, env, hostPath, node, ...(hurry ? { hurry } : {}) });
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
