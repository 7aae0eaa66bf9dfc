import type { TrialRecord } from '../study/study.ts';
import type { FailureReason } from '../trial/trial.ts';
import type { Results } from './results.ts';
import { type Everywhere, literal, type Safe, type Sink, type Voice } from './safe.ts';
import { trainingNames } from './training-names.ts';
import { counted, failureWords, numbered, plural } from './words.ts';

export interface FailureGroup {
  readonly reason: FailureReason;
  /** In the order of the journal; never empty. */
  readonly trials: readonly TrialRecord[];
}

/** Messages of one reason that are shown, and trials that are named. */
const [mostMessages, mostNames] = [3, 8];

/** «2 trials failed»; where some are not of the search, «2 trainings failed». */
export function failedWords(trials: readonly TrialRecord[]): Everywhere {
  return trials.every(({ role }) => role === 'search')
    ? plural(trials.length, 'trial failed', 'trials failed')
    : plural(trials.length, 'training failed', 'trainings failed');
}

/** Failed trials and trainings by reason, the most frequent first. */
export function failureGroups({ study }: Results): readonly FailureGroup[] {
  const groups = new Map<FailureReason, TrialRecord[]>();
  for (const trial of study.trials) {
    if (trial.state !== 'failed') continue;
    const reason = trial.reason ?? 'crash';
    groups.set(reason, [...(groups.get(reason) ?? []), trial]);
  }
  return [...groups]
    .map(([reason, trials]) => ({ reason, trials }))
    .sort((a, b) => b.trials.length - a.trials.length);
}

/** Failures in words: a line for each reason, and the one trial whose output is shown. */
export interface FailureReport<S extends Sink> {
  readonly lines: readonly Safe<S>[];
  /** Absent: none has printed anything. */
  readonly log?: { readonly title: Safe<S>; readonly tail: string };
}

export function failureReport<S extends Sink>(results: Results, voice: Voice<S>): FailureReport<S> {
  const groups = failureGroups(results);
  const label = labels(results, voice);
  const loud = groups.flatMap(({ trials }) => trials).find((trial) => trial.tail?.trim());
  return {
    lines: groups.map((group) => groupLine(group, label, voice)),
    ...(loud?.tail
      ? { log: { title: voice.say`The end of the log of ${label(loud)}:`, tail: loud.tail } }
      : {}),
  };
}

/** «3 crashed: #1, #4, #7. #1 says: exit code 1; #7 says: exit code 3.» One reason has as many messages as there are ways to fail. */
function groupLine<S extends Sink>(
  { reason, trials }: FailureGroup,
  label: (trial: TrialRecord) => Safe<S>,
  voice: Voice<S>,
): Safe<S> {
  const { say, join, sentence } = voice;
  const names = join(trials.slice(0, mostNames).map(label), ', ');
  const more = trials.length > mostNames ? say` and ${counted(trials.length - mostNames)} more` : literal``;
  const first = new Map<string, TrialRecord>();
  for (const trial of trials) {
    const message = trial.message?.trim().replace(/\.$/, '');
    if (message && !first.has(message)) first.set(message, trial);
  }
  const shown = [...first].slice(0, mostMessages);
  const said = shown.map(([message, trial]) => say`${label(trial)} says: ${sentence(message, 300)}`);
  const further = first.size - shown.length;
  const rest = further > 0 ? [plural(further, 'further message')] : [];
  const how = say`${counted(trials.length)} ${failureWords[reason]}`;
  // Who says it is who it was.
  const who = trials.length === 1 && said.length > 0 ? how : say`${how}: ${names}${more}`;
  return said.length === 0 ? who : say`${who}. ${join([...said, ...rest], '; ')}.`;
}

/** `#12` of the search, «head with seed 3» of the gate. */
function labels<S extends Sink>(results: Results, voice: Voice<S>): (trial: TrialRecord) => Safe<S> {
  const nameOf = trainingNames(results, voice);
  return (trial) =>
    trial.role === 'search'
      ? nameOf(trial)
      : voice.say`${nameOf(trial)} with seed ${voice.name(numbered(trial.seed))}`;
}
