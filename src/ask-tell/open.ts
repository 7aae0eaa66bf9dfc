import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { plural } from '../plural.ts';
import { buildStrategy } from '../search/plan.ts';
import { choiceAsBegun, chooseStrategy } from '../search/strategies.ts';
import { createSpace } from '../space/space.ts';
import { loadDrivenSpec } from '../spec/load.ts';
import { unusedWords } from '../spec/rules/unused-settings.ts';
import { shippingValues, valuesOf } from '../spec/shipping-values.ts';
import type { DrivenSpec } from '../spec/spec.ts';
import { readSpecText } from '../spec/spec-file.ts';
import { settleEarlier, tryFirstOf, warmStartOf } from '../study/earlier-studies.ts';
import { earlyEndOf } from '../study/early-end.ts';
import { identify, type StudyIdentity } from '../study/header.ts';
import { type Journal, memoryJournal, type OpenOptions, openJournal } from '../study/journal.ts';
import { LockedError } from '../study/lock.ts';
import { searchProblem } from '../study/search-problem.ts';
import { trialSeed } from '../study/seeds.ts';
import { strategyOptions } from '../study/strategy-options.ts';
import { endedTrials } from '../study/study.ts';
import { Confirming, drivenCode } from './confirming.ts';
import { Conversation, type ConversationOptions } from './conversation.ts';
import { AskTellError } from './protocol.ts';

export interface OpenSearchOptions {
  /** Path of the spec, as the user gave it. */
  readonly spec: string;
  /** Path of the journal; without one the search is forgotten when it ends. */
  readonly journal?: string;
  readonly pending: ConversationOptions['pending'];
  /** Only go on with what the journal has. */
  readonly begun?: boolean;
  /** Begin anew; the old journal is kept. */
  readonly fresh?: boolean;
  /** How long to wait for another process that has the journal, milliseconds. Default 30,000. */
  readonly patience?: number;
}

export interface OpenSearch {
  readonly conversation: Conversation;
  /** For people: how it searches, and how far it is. */
  readonly about: string;
  close(): void;
}

/**
 * Begins a search that somebody else drives, or goes on with it.
 *
 * @throws {SpecError} for a spec that cannot be used, {StudyChangedError} when the journal is of another search,
 * {JournalError}, {LockedError} when another process keeps the journal, {SpecFileError} when there is no spec, {AskTellError} when
 * there is no journal to go on with
 */
export async function openSearch(options: OpenSearchOptions): Promise<OpenSearch> {
  const spec = readDrivenSpec(options.spec);
  if (options.begun && options.journal !== undefined && !existsSync(options.journal))
    throw new AskTellError(
      `There is no journal at ${options.journal}: begin the search with tunegate ask, or name its journal with --journal`,
    );
  const space = createSpace(spec.params);
  const { search, budget } = spec;
  const problem = searchProblem(spec, space, {
    ...(budget.workers === 'auto' ? {} : { workers: budget.workers }),
    resumable: spec.trial.resume,
  });
  const how = strategyOptions(search);
  const choice = chooseStrategy(search.strategy, problem, how);
  const identity = identify(spec, {
    space,
    strategy: choice.name,
    trained: spec.trial.resume ? { resume: true } : {},
    code: drivenCode,
  });
  const journal =
    options.journal === undefined
      ? memoryJournal(identity)
      : await openPatiently(path.resolve(options.journal), identity, options);
  try {
    const { name, why } = choiceAsBegun(journal.header.strategy, choice, problem, how);
    const without = unusedWords(name, spec, { resumable: spec.trial.resume, driven: true });
    const folder = path.dirname(path.resolve(options.spec));
    const earlier = settleEarlier(journal, { patterns: warmStartOf(search), folder, space });
    const tryFirst = tryFirstOf(search, space);
    const strategy = buildStrategy({
      name,
      problem,
      options: how,
      tryFirst,
      earlier: earlier.studies,
    });
    const conversation = new Conversation({
      space,
      strategy,
      journal,
      seedOf: (trial) => trialSeed(search.seed, 'search', trial),
      pending: options.pending,
      resumable: spec.trial.resume,
      early: earlyEndOf(budget),
      ...(search.confirm === false ? {} : { confirming: new Confirming(spec, space, journal.fold) }),
      ...(budget.trials === undefined ? {} : { trials: budget.trials }),
      ...(budget.epochs === undefined ? {} : { resource: budget.epochs }),
      ...(budget['total-epochs'] === undefined ? {} : { epochs: budget['total-epochs'] }),
    });
    const { trials } = conversation.study;
    const ended = endedTrials(trials).length;
    const further =
      journal.replaced !== undefined
        ? ` Begun anew: the old journal is kept as ${path.relative('', journal.replaced)}.`
        : trials.length === 0
          ? ''
          : ` Going on: ${plural(ended, 'trial has', 'trials have')} ended.`;
    return {
      conversation,
      about: `Search: ${name}, because ${why}.${without ? ` ${without}` : ''}${further}${earlier.notices.map((text) => `\n${text}`).join('')}`,
      close: () => journal.close(),
    };
  } catch (error) {
    journal.close();
    throw error;
  }
}

/**
 * Reads the spec of a search that somebody else drives, with what its file of values ships.
 *
 * @throws {SpecError} for one that cannot be used, {SpecFileError} when there is none
 */
export function readDrivenSpec(file: string): DrivenSpec {
  const text = readSpecText(file);
  const spec = loadDrivenSpec(file, text);
  const values = valuesOf(spec, { path: file, text }, (name) =>
    readFileSync(path.resolve(path.dirname(file), name), 'utf8'),
  );
  return shippingValues(spec, values);
}

/** Processes that ask and tell hold the journal for a moment only: the next one waits for its turn. */
async function openPatiently(
  file: string,
  identity: StudyIdentity,
  { fresh = false, patience = 30_000 }: OpenSearchOptions,
): Promise<Journal> {
  // Nothing of ours trains for this journal.
  const options: OpenOptions = { fresh, endLeftovers: false };
  const begun = performance.now();
  for (;;) {
    try {
      return await openJournal(file, identity, options);
    } catch (error) {
      if (!(error instanceof LockedError) || performance.now() - begun > patience) throw error;
      await sleep(10 + 40 * Math.random());
    }
  }
}
