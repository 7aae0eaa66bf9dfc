import path from 'node:path';
import { randomStream } from '../../math/random.ts';
import { type Appraised, byProxies } from '../../search/proxy-order.ts';
import { hashConfig, nestConfig } from '../../space/config.ts';
import type { Config } from '../../space/parameter.ts';
import { sampleConfig } from '../../space/sample.ts';
import type { ModuleTrial } from '../../spec/spec.ts';
import type { Journal } from '../../study/journal.ts';
import { trialSeed } from '../../study/seeds.ts';
import { timeLimit } from '../../study/time-limit.ts';
import { type HostOptions, ModuleHost } from '../../trial/module-host.ts';
import type { LoadedSpec } from '../load-spec.ts';

/** Random configs that are ranked when the spec does not say how many. */
const defaultCandidates = 60;
/** Of them, tried first: half of a usual initial design, a tenth of a small budget. */
const mostFirst = 5;
const shareFirst = 0.1;
/** No more of the time than this goes there. */
const limitMs = 60_000;
const timeShare = 0.1;

/**
 * Configs to try first because a proxy promises much of them: as the journal says, or found now and noted in it, so that the study
 * goes on with the same. Nothing that goes wrong here ends a study.
 *
 * @param trial the spec's, on the backend that the study trains on
 */
export async function settleProxies(
  { spec, space, folder: cwd }: LoadedSpec,
  trial: ModuleTrial,
  journal: Journal,
  options: Omit<HostOptions, 'cwd'> & { readonly signal: AbortSignal; readonly checkpoints: string },
): Promise<{ readonly first: readonly Config[]; readonly notice?: string }> {
  const { proxies, candidates = defaultCandidates, seed } = spec.search;
  if (proxies === undefined) return { first: [] };
  const known = journal.fold.proxies;
  if (known) return known;
  // A study that was begun without them goes on without them.
  if (journal.records.some(({ type }) => type === 'start')) return { first: [] };
  const { signal, checkpoints, ...host } = options;
  const drawn = draw(space, seed, candidates);
  const begun = performance.now();
  const limit = Math.min(limitMs, timeShare * (timeLimit(spec.budget)?.ms ?? Number.POSITIVE_INFINITY));
  const { appraised, refused, problem } = await appraiseAll(drawn, {
    trial,
    host: { ...host, cwd },
    until: begun + limit,
    signal,
    request: (config, index) => ({
      config,
      tree: nestConfig(space, config),
      seed: trialSeed(seed, 'proxy', index),
      metric: spec.metric.name,
      furtherMetrics: proxies,
      checkpoints,
    }),
  });
  if (signal.aborted) return { first: [] };
  const most = Math.max(1, Math.min(mostFirst, Math.floor(shareFirst * (spec.budget.trials ?? 1000))));
  const first = byProxies(appraised, proxies).slice(0, most);
  const notice =
    problem !== undefined
      ? `Proxies: no config could be scored (${problem.split('\n', 1)[0]}); the search begins without them.`
      : `Proxies: ${appraised.length} random configs ranked by ${proxies.join(' and ')} in ${Math.round((performance.now() - begun) / 1000)} s` +
        `${refused > 0 ? ` (${refused} more cannot be built)` : ''}; the best ${first.length} are tried first.`;
  journal.append(
    { type: 'proxies', first: first.map((config) => ({ ...config })), notice, at: new Date().toISOString() },
    { sync: true },
  );
  return { first, notice };
}

/** Different random configs; fewer where the space has not so many. */
function draw(space: LoadedSpec['space'], seed: number, count: number): readonly Config[] {
  const found = new Map<string, Config>();
  for (let index = 0; index < 4 * count && found.size < count; index++) {
    const config = sampleConfig(space, randomStream(seed, 'proxy candidates', index));
    found.set(hashConfig(space, config), config);
  }
  return [...found.values()];
}

interface Appraisal {
  readonly trial: ModuleTrial;
  readonly host: HostOptions;
  /** On the clock of `performance.now()`. */
  readonly until: number;
  readonly signal: AbortSignal;
  readonly request: (
    config: Config,
    index: number,
  ) => Omit<Parameters<ModuleHost['appraise']>[0], 'trial' | 'folder' | 'signal' | 'onReport'> & {
    readonly tree: Record<string, unknown>;
  };
}

async function appraiseAll(
  configs: readonly Config[],
  { trial, host: options, until, signal, request }: Appraisal,
): Promise<{
  readonly appraised: readonly Appraised[];
  readonly refused: number;
  readonly problem?: string;
}> {
  const appraised: Appraised[] = [];
  let refused = 0;
  let problem: string | undefined;
  let host: ModuleHost | undefined;
  try {
    for (const [index, config] of configs.entries()) {
      if (signal.aborted || (performance.now() > until && appraised.length > 1)) break;
      if (host && !host.fit) await host.close();
      if (!host?.fit) {
        host = new ModuleHost(trial, options);
        const loaded = await host.load(signal);
        if (typeof loaded !== 'object' || !('backend' in loaded)) {
          problem = typeof loaded === 'string' ? loaded : loaded.message;
          break;
        }
      }
      const { tree, ...order } = request(config, index);
      const folder = path.join(order.checkpoints, String(index));
      const answer = await host.appraise(
        { ...order, trial: index, folder, signal, onReport: () => 'stop' },
        tree,
      );
      if (answer === 'interrupted') break;
      if (isFailure(answer)) {
        refused++;
        problem ??= answer.message;
      } else appraised.push({ config, scores: answer });
    }
  } catch (error) {
    problem = (error as Error).message;
  } finally {
    await host?.close();
  }
  return { appraised, refused, ...(appraised.length === 0 ? { problem: problem ?? 'interrupted' } : {}) };
}

function isFailure(
  answer: Exclude<Awaited<ReturnType<ModuleHost['appraise']>>, 'interrupted'>,
): answer is Extract<typeof answer, { readonly message: string }> {
  return typeof answer['message'] === 'string';
}
