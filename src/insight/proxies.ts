import { rankCorrelation } from '../math/rank-correlation.ts';
import type { Study, TrialRecord } from '../study/study.ts';
import { observationsOf } from './observation.ts';

/** How a score that is known early ranks trials, against what they came to. */
export interface ProxyAgreement {
  /** The proxy, or the study's metric after a few epochs. */
  readonly name: string;
  /** Of an early look: its step. */
  readonly step?: number;
  /** Spearman's rank correlation with the final score, higher is better in both: over all trials trained in full. */
  readonly all: number;
  readonly trials: number;
  /** The same over the best third of them, where it matters. */
  readonly top: number;
  readonly topTrials: number;
}

/** Metrics that are known before a training. */
export const proxyMetrics = ['synflow', 'jacob_cov', 'parameters', 'flops'] as const;

/** Fewer trials say nothing. */
const fewest = 12;
const fewestTop = 6;

/** The proxies that the trials of a study report, and the first look at the metric. Empty where there are none or too few trials. */
export function proxyAgreements(study: Pick<Study, 'trials' | 'metric'>): readonly ProxyAgreement[] {
  const byTrial = new Map(
    study.trials.filter(({ role }) => role === 'search').map((trial) => [trial.trial, trial]),
  );
  const trained = observationsOf(study).map(({ trial, loss }) => ({ record: byTrial.get(trial)!, loss }));
  const proxies = proxyMetrics.flatMap((name) =>
    agreement(
      name,
      trained.map(({ record, loss }) => ({ loss, value: record.metrics[name] })),
    ),
  );
  if (proxies.length === 0) return [];
  const { name, goal } = study.metric;
  const steps = trained.flatMap(({ record }) => firstLook(record, name)?.step ?? []);
  const step = Math.max(...steps);
  const early = trained.map(({ record, loss }) => {
    const value = firstLook(record, name)?.value;
    return { loss, value: value === undefined ? undefined : goal === 'maximize' ? value : -value };
  });
  return [...proxies, ...agreement(name, early).map((found) => ({ ...found, step }))];
}

function agreement(
  name: string,
  given: readonly { readonly loss: number; readonly value: number | undefined }[],
): ProxyAgreement[] {
  const pairs = given.flatMap(({ loss, value }) =>
    value !== undefined && !Number.isNaN(value) ? [{ loss, value }] : [],
  );
  if (pairs.length < fewest || new Set(pairs.map(({ value }) => value)).size < 2) return [];
  const correlation = (of: typeof pairs) =>
    rankCorrelation(
      of.map(({ value }) => value),
      of.map(({ loss }) => -loss),
    );
  const top = [...pairs]
    .sort((a, b) => a.loss - b.loss)
    .slice(0, Math.max(fewestTop, Math.round(pairs.length / 3)));
  return [
    { name, all: correlation(pairs), trials: pairs.length, top: correlation(top), topTrials: top.length },
  ];
}

/** What a trial showed first, where more came after it. */
function firstLook(
  { reports }: TrialRecord,
  name: string,
): { readonly step: number; readonly value: number } | undefined {
  const [first] = reports;
  const value = first?.metrics[name];
  return reports.length > 1 && value !== undefined ? { step: first!.step, value } : undefined;
}
