import { existsSync } from 'node:fs';
import path from 'node:path';
import { differenceNoise, scoreNoise } from '../../baseline/noise.ts';
import { readStore } from '../../baseline/store.ts';
import { type Power, powerOf } from '../../gate/power.ts';
import { DataBranchError } from '../../github/data-branch.ts';
import { upperMedian } from '../../math/median.ts';
import { readStudy } from '../../study/journal.ts';
import type { Study } from '../../study/study.ts';
import { resolveWorkers, thisMachine } from '../../trial/workers.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { placeOf } from '../place.ts';
import { studyFiles } from '../study-folder.ts';
import { gateFrame } from './gate-phase.ts';
import { ownDataBranch } from './gate-stage.ts';

/** What is known of the noise of a training of what ships. */
export interface KnownNoise {
  /** Standard deviation of the difference of two trainings with the same seed. */
  readonly deviation: number;
  /** Where that is from, for people. */
  readonly from: string;
  /** Of one training, milliseconds; absent: not known. */
  readonly durationMs?: number;
}

export interface PowerAnswer {
  readonly noise: KnownNoise;
  readonly rows: readonly Power[];
  /** Trainings that run at once. */
  readonly workers: number;
}

/** Nothing is known of the noise. The message is a sentence for people. */
export class PowerError extends Error {
  override readonly name = 'PowerError';
}

/**
 * Which drop the gate of a spec would find with how many seeds.
 *
 * @param given the standard deviation, where the user knows it
 * @throws {PowerError}
 */
export async function answerPower(
  loaded: LoadedSpec,
  env: NodeJS.ProcessEnv,
  given?: number,
): Promise<PowerAnswer> {
  const { gate, budget, trial } = loaded.spec;
  if (gate === false) throw new PowerError('The spec turns the gate off (gate: false).');
  const noise = given === undefined ? await knownNoise(loaded) : { deviation: given, from: 'as given' };
  if (!noise)
    throw new PowerError(
      'Nothing is known of the noise yet. Run tunegate once with the gate, or tunegate baseline --store, or say how much two trainings with the same seed differ: --noise 0.004',
    );
  if (!(noise.deviation > 0))
    throw new PowerError(`Trainings have no noise (${noise.from}): one of them a side finds any drop.`);
  const frame = gateFrame(loaded.spec, gate);
  const caps = [...new Set([3, 5, 7, 10, 15, 20, gate.seeds])].sort((a, b) => a - b);
  return {
    noise,
    rows: caps.map((cap) => powerOf(cap, { ...frame, deviation: noise.deviation, looks: gate.looks })),
    workers: resolveWorkers(budget.workers, trial, thisMachine(env), budget['trials-per-gpu']).count,
  };
}

async function knownNoise(loaded: LoadedSpec): Promise<KnownNoise | undefined> {
  const { repo, folder } = await placeOf(loaded);
  const branch = await ownDataBranch(repo);
  if (branch) {
    const known = await storedNoise({ branch, key: path.basename(folder) });
    if (known) return known;
  }
  for (const place of [folder, path.join(folder, 'baseline')]) {
    const file = path.join(place, studyFiles.journal);
    if (!existsSync(file)) continue;
    const known = noiseOfStudy(readStudy(file).study());
    if (known) return known;
  }
  return undefined;
}

async function storedNoise(store: Parameters<typeof readStore>[0]): Promise<KnownNoise | undefined> {
  try {
    const { results } = await readStore(store);
    const paired = differenceNoise(results);
    const single = scoreNoise(results);
    const durations = results.flatMap(({ trainings }) => trainings.map(({ durationMs }) => durationMs));
    const of = `${results.length} stored ${results.length === 1 ? 'result' : 'results'}`;
    // Without pairs: two independent trainings differ with twice the variance of one.
    const variance = paired?.variance ?? (single && 2 * single.variance);
    if (variance === undefined) return undefined;
    return {
      deviation: Math.sqrt(variance),
      from: paired ? of : `${of}, as if seeds were not shared`,
      durationMs: upperMedian(durations) ?? 0,
    };
  } catch (error) {
    // Without a connection there may still be a study here.
    if (error instanceof DataBranchError) return undefined;
    throw error;
  }
}

/** From the gate's last comparison, or from trainings of one config with several seeds. */
function noiseOfStudy({ trials }: Study): KnownNoise | undefined {
  const scored = trials.filter(({ score, state }) => state === 'completed' && score !== undefined);
  const gate = scored.filter(({ role }) => role === 'head' || role === 'base');
  if (gate.length === 0) return undefined;
  const head = gate.filter(({ role }) => role === 'head');
  const differences = head.flatMap(({ seed, score }) => {
    const base = gate.find((trial) => trial.role === 'base' && trial.seed === seed);
    return base ? [score! - base.score!] : [];
  });
  const durationMs = upperMedian(gate.map((trial) => trial.durationMs)) ?? 0;
  const paired = deviationOf(differences);
  if (paired !== undefined)
    return { deviation: paired, from: `${differences.length} pairs of the last comparison`, durationMs };
  const single = deviationOf(head.map(({ score }) => score!));
  if (single === undefined) return undefined;
  return {
    deviation: Math.SQRT2 * single,
    from: `${head.length} trainings of what ships, as if seeds were not shared`,
    durationMs,
  };
}

function deviationOf(values: readonly number[]): number | undefined {
  if (values.length < 3) return undefined;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
