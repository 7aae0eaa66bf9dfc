import path from 'node:path';
import { firstOf } from '../plural.ts';
import { strategies } from '../search/strategies.ts';
import type { Space } from '../space/space.ts';
import type { DrivenSpec } from '../spec/spec.ts';
import { fingerprint } from './fingerprint.ts';
import { journalVersion, type StudyRecord } from './record.ts';
import { type Settings, settingChanges, settingsOf } from './settings.ts';
import type { Constraint, FurtherMetric } from './study.ts';

/** What makes two studies the same one, so that the second may go on with the journal of the first. */
export interface StudyIdentity {
  readonly name: string;
  readonly metric: StudyRecord['metric'];
  /** Metrics beside the main one, and bounds that a config has to keep; absent or empty: none. */
  readonly more?: readonly FurtherMetric[];
  readonly constraints?: readonly Constraint[];
  /** The strategy that runs (`auto` resolved). */
  readonly strategy: string;
  /** `auto` has chosen it: a study that was begun goes on with the one that it was begun with. Default false. */
  readonly auto?: boolean;
  readonly seed: number;
  /** Fingerprint of the parameters. */
  readonly space: string;
  /** Fingerprint of what else in the spec shapes a trial: `trial`, `search`. Not the budget: it may grow. */
  readonly spec: string;
  /** The same key by key, to say what differs where it does. */
  readonly settings?: Settings;
  /** Fingerprint of the code and data that train. */
  readonly code: string;
  /** The same file by file, to say what differs, and whether that matters. */
  readonly checkout?: NonNullable<StudyRecord['checkout']>;
}

/** What a spec says of a study that makes it another one. */
type Identifying = Pick<DrivenSpec, 'name' | 'metric' | 'constraints' | 'search' | 'budget'>;

/** What must be the same for a study to go on: its budget may grow, and another gate or confirmation leaves it what it is. */
export function identify(
  { name, metric, constraints, search, budget }: Identifying,
  {
    space,
    strategy,
    trained,
    ...code
  }: {
    readonly space: Space;
    /** That `auto` came to, or that the spec names. */
    readonly strategy: string;
    /** What of the spec shapes a training. */
    readonly trained: Readonly<Record<string, unknown>>;
  } & Pick<StudyIdentity, 'code' | 'checkout'>,
): StudyIdentity {
  const { confirm: _, ...proposing } = search;
  return {
    name,
    metric,
    more: metric.more,
    constraints,
    strategy,
    auto: search.strategy === 'auto',
    seed: search.seed,
    space: fingerprint(space.parameters),
    spec: fingerprint({ ...trained, search: proposing, epochs: budget.epochs }),
    settings: settingsOf({ trained, search: proposing, epochs: budget.epochs }),
    ...code,
  };
}

/** The first record of a new journal. */
export function createHeader(identity: StudyIdentity, created: Date): StudyRecord {
  const { name, metric, more = [], constraints = [], strategy, seed, space, spec, code } = identity;
  const { settings, checkout } = identity;
  const known = {
    name,
    metric: { name: metric.name, goal: metric.goal, use: metric.use },
    ...(more.length === 0 ? {} : { more: more.map(({ name, goal, use }) => ({ name, goal, use })) }),
    ...(constraints.length === 0
      ? {}
      : { constraints: constraints.map((constraint) => ({ ...constraint })) }),
    strategy,
    seed,
    space,
    spec,
    code,
  };
  return {
    type: 'study',
    version: journalVersion,
    id: fingerprint(known),
    ...known,
    ...(settings ? { settings } : {}),
    ...(checkout ? { checkout } : {}),
    created: created.toISOString(),
  };
}

/**
 * What is asked for where there is a study already: what `auto` chose for that stays, and so does the code where nothing has
 * changed that counts.
 *
 * @param changed files of the code that are not as they were when it began; undefined where that is not known
 */
export function asBegun(
  asked: StudyIdentity,
  { strategy, code }: StudyRecord,
  changed?: readonly string[],
): StudyIdentity {
  return {
    ...asked,
    ...(asked.auto && Object.hasOwn(strategies, strategy) ? { strategy } : {}),
    ...(changed?.length === 0 ? { code } : {}),
  };
}

/** The journal belongs to a study that is not the one asked for. */
export class StudyChangedError extends Error {
  /** One line for each difference. */
  readonly changes: readonly string[];
  constructor(file: string, changes: readonly string[]) {
    super(
      `${file} is the journal of a study that has changed since, so its trials cannot be mixed with new ones:\n` +
        changes.map((change) => `  - ${change}\n`).join('') +
        `Start fresh with --fresh (the old journal is kept as ${path.basename(file)}.old), or undo the change to go on.`,
    );
    this.name = 'StudyChangedError';
    this.changes = changes;
  }
}

/**
 * What differs between the study in a journal and the one asked for, in words; empty when they are the same.
 *
 * @param files of the code that are not as they were, where that is known
 */
export function headerChanges(was: StudyRecord, is: StudyRecord, files?: readonly string[]): string[] {
  const changes: string[] = [];
  const plain = (what: string, before: string | number, after: string | number) => {
    if (before !== after) changes.push(`${what} was ${before} and is now ${after}`);
  };
  const hashed = (what: string, before: string, after: string) => {
    if (before !== after) changes.push(what);
  };
  plain('the name', was.name, is.name);
  plain('the metric', was.metric.name, is.metric.name);
  plain("the metric's goal", was.metric.goal, is.metric.goal);
  plain("the metric's use", was.metric.use, is.metric.use);
  hashed('the further metrics are not the same', fingerprint(was.more), fingerprint(is.more));
  hashed('the constraints are not the same', fingerprint(was.constraints), fingerprint(is.constraints));
  plain('the search strategy', was.strategy, is.strategy);
  plain('the seed', was.seed, is.seed);
  hashed('the parameters (params) are not the same', was.space, is.space);
  if (was.spec !== is.spec) {
    const said = [
      ...(was.seed === is.seed ? [] : ['search.seed']),
      ...(was.strategy === is.strategy ? [] : ['search.strategy']),
    ];
    changes.push(...settingChanges(was.settings, is.settings, said));
  }
  hashed(`the code that trains is not the same (${changedCode(files)})`, was.code, is.code);
  return changes;
}

function changedCode(files: readonly string[] | undefined): string {
  return files === undefined
    ? 'all that git does not ignore counts, also what trainings write'
    : `${firstOf(files)} ${files.length === 1 ? 'has' : 'have'} changed; what trainings write belongs in .gitignore`;
}
