import { buildStrategy, type SearchPlan } from '../../search/plan.ts';
import { nestConfig } from '../../space/config.ts';
import type { TrialSpec } from '../../spec/spec.ts';
import type { Journal } from '../../study/journal.ts';
import { trialSeed } from '../../study/seeds.ts';
import type { Study } from '../../study/study.ts';
import { type BackendChoice, measureBackends } from '../../trial/backend-choice.ts';
import type { HostOptions } from '../../trial/module-host.ts';
import type { LoadedSpec } from '../load-spec.ts';

/**
 * What a module trains on where its spec leaves it open: by timing, once for a study and for both sides of the gate, or
 * as the journal has it.
 *
 * @param plan what is timed is the incumbent, or the first config of this
 */
export async function settleBackend(
  { spec, space, folder: cwd }: LoadedSpec,
  plan: SearchPlan,
  journal: Journal,
  options: Omit<HostOptions, 'cwd'> & { readonly signal: AbortSignal; readonly checkpoints: string },
): Promise<BackendChoice | undefined> {
  const { trial } = spec;
  if (!('module' in trial) || trial.backend !== 'auto') return undefined;
  const known = journal.fold.backend;
  if (known) return known;
  const first = space.incumbent ? undefined : buildStrategy(plan).ask();
  const config = space.incumbent ?? (first?.kind === 'new' ? first.config : undefined);
  if (!config) return undefined;
  const { signal, checkpoints, ...host } = options;
  const chosen = await measureBackends(
    trial,
    { ...host, cwd },
    {
      config,
      seed: trialSeed(spec.search.seed, 'search', 0),
      metric: spec.metric.name,
      checkpoints,
      signal,
    },
    (of) => nestConfig(space, of),
  );
  if (chosen) journal.append({ type: 'backend', ...chosen, at: new Date().toISOString() }, { sync: true });
  return chosen;
}

/** A trial on the backend that was settled, where its spec leaves it open. */
export function onBackend(trial: TrialSpec, backend: BackendChoice['backend'] | undefined): TrialSpec {
  return backend !== undefined && 'module' in trial && trial.backend === 'auto'
    ? { ...trial, backend }
    : trial;
}

/** What the trials of a study say that they ran on. */
export function backendOf(study: Study): string {
  return study.trials.find((trial) => trial.backend !== undefined)?.backend ?? 'none';
}
