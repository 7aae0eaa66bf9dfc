import type { Outcome, Strategy } from '../search/strategy.ts';
import type { Report } from '../trial/trial.ts';
import { type FoldedTrial, foldRecords, isTold, StudyFold } from './fold.ts';
import { furtherOutcome, type Goals } from './goals.ts';
import type { EndRecord, JournalRecord } from './record.ts';
import { lossOf, type StudyMetric, scoreAfter } from './score.ts';
import { reachedStep } from './steps.ts';

export interface ReplayOptions {
  /**
   * Runs without an end still go on somewhere, so what they reported counts. Default false: they will be repeated and
   * report again, as if they had not been before.
   */
  readonly hearUnfinished?: boolean;
  /** Told each run that the strategy says stop to. */
  readonly onStop?: (run: string) => void;
}

/**
 * Tells a fresh strategy what a journal tells, with the very calls that the study made, in their order. The start of an
 * unfinished run is told, once.
 */
export function replayJournal(
  records: readonly JournalRecord[],
  strategy: Strategy,
  { hearUnfinished = false, onStop }: ReplayOptions = {},
): void {
  const told = new Set<string>();
  const { header, trials } = foldRecords(records);
  const { metric } = header;
  for (const trial of trials)
    for (const segment of trial.segments) if (isTold(segment)) told.add(segment.run);

  // What a run reported that failed by accident and was tried again at once, the strategy has heard.
  const heard = new Set(told);
  for (const record of records)
    if (record.type === 'end' && record.state === 'interrupted' && record.reason !== undefined)
      heard.add(record.run);
  if (hearUnfinished)
    for (const trial of trials)
      for (const segment of trial.segments) if (!segment.end) heard.add(segment.run);

  const fold = new StudyFold();
  for (const record of records) {
    const effect = fold.apply(record);
    if (effect?.trial.role !== 'search') continue;
    const { trial } = effect;
    if (effect.kind === 'start') {
      if (!effect.again)
        tellStart(strategy, trial.trial, trial.config, trial.segments[effect.segment]?.resource);
    } else if (effect.kind === 'report') {
      if (!heard.has(effect.run)) continue;
      if (tellReport(strategy, metric, trial.trial, effect.report, effect.score) === 'stop')
        onStop?.(effect.run);
    } else if (told.has(effect.end.run)) {
      tellEnd(strategy, header, trial, effect.segment, effect.end);
    }
  }
}

export function tellStart(
  strategy: Strategy,
  trial: number,
  config: Readonly<Record<string, string | number | boolean>>,
  resource: number | undefined,
): void {
  if (resource === undefined) strategy.start(trial, config);
  else strategy.start(trial, config, resource);
}

/**
 * The loss of a report is that of the trial's score if it ended now (so with `use: best` the best so far). Reports
 * without the metric, or before it has a finite value, say nothing to the strategy.
 */
export function tellReport(
  strategy: Strategy,
  metric: StudyMetric,
  trial: number,
  report: Report,
  score: number | undefined,
): 'continue' | 'stop' {
  if (score === undefined || scoreAfter(metric, undefined, report) === undefined) return 'continue';
  return strategy.report(trial, report.step, lossOf(metric, score));
}

/** A run that was cut short is no end: the trial stays pending until it was run again. */
export function tellEnd(
  strategy: Strategy,
  goals: Goals,
  trial: FoldedTrial,
  segment: number,
  end: EndRecord,
): void {
  const outcome = outcomeOf(goals, trial, segment, end);
  if (outcome) strategy.tell(trial.trial, outcome);
}

function outcomeOf(
  goals: Goals,
  { segments }: FoldedTrial,
  segment: number,
  { state, score }: EndRecord,
): Outcome | undefined {
  if (state === 'interrupted') return undefined;
  if (state === 'failed' || score === undefined) return { state: 'failed' };
  const loss = lossOf(goals.metric, score);
  const { resource, reports } = segments[segment]!;
  // How far a pruned trial came its reports say.
  const reached = state === 'pruned' ? reachedStep(reports) : resource;
  const until = reached === undefined ? {} : { resource: reached };
  if (state === 'pruned') return { state, loss, ...until };
  const all = segments.slice(0, segment + 1).flatMap((item) => item.reports);
  return { state, loss, ...until, ...furtherOutcome(goals, score, all) };
}
