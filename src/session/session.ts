import type { BaseCommit } from '../github/base-commit.ts';
import type { Repo } from '../github/repository.ts';
import type { Results } from '../report/results.ts';
import { remedyOf, StorageError } from '../storage.ts';
import { systemClock } from '../study/clock.ts';
import { JournalError } from '../study/journal.ts';
import type { Study } from '../study/study.ts';
import { keptFacts } from './facts.ts';
import { type GateStage, runGateStage, type StoredResults } from './gate/gate-stage.ts';
import { isUnfinished } from './open-study.ts';
import { type ConfirmPhase, runConfirmPhase } from './phases/confirm-phase.ts';
import { type ModelPhase, runModelPhase } from './phases/model-phase.ts';
import { type Prepared, type PrepareOptions, prepare } from './phases/prepare.ts';
import { runSearchPhase } from './phases/search-phase.ts';
import { hinderedWords } from './phases/study-journal.ts';
import { sumUp } from './phases/sum-up.ts';
import { shareTime, type TimeShares } from './phases/time-shares.ts';

export interface SessionOptions extends Omit<PrepareOptions, 'searches' | 'notice'> {
  /** How to find the base commit; called only when there is a gate. */
  readonly findBase: (repo: Repo, ref: string | undefined) => Promise<BaseCommit>;
  /** Absent: there is nowhere to keep results of the default branch. */
  readonly stored?: StoredResults | undefined;
  /** Only head and base are compared: nothing is searched. */
  readonly gateOnly?: boolean;
}

export interface SessionResult {
  readonly results: Results;
  /** Folder of the study: journal, trials, reports. */
  readonly folder: string;
  readonly cancelled: boolean;
}

/** One run of Tunegate from a spec to results: the gate first, since a verdict matters most, then the search. */
export async function runSession(options: SessionOptions): Promise<SessionResult> {
  const { signal, onEvent } = options;
  const searches = !options.gateOnly || options.loaded.spec.gate === false;
  const notices: string[] = [];
  const notice = (text: string) => {
    notices.push(text);
    onEvent({ type: 'notice', text });
  };
  const prepared = await prepare({ ...options, searches, notice });
  const { loaded, place, journal } = prepared;
  try {
    const gateStart = performance.now();
    const gate = await compareWithBase(prepared, options, searches);
    const gateMs = gate?.base ? performance.now() - gateStart : 0;
    for (const text of gate?.notices ?? []) notice(text);

    const shares = shareTime(loaded, prepared.time.deadline, prepared.runners.length);
    const searched = searches ? await search(prepared, options, shares, notice) : journal.fold.study();
    // A comparison alone says nothing new of a search that is here.
    const here = searches ? undefined : keptFacts(place.folder, searched);
    const confirmed: ConfirmPhase = searches
      ? await confirm(prepared, options, shares, searched)
      : { cancelled: signal.aborted, ...(here?.confirmation ? { confirmation: here.confirmation } : {}) };
    if (confirmed.notice) notice(confirmed.notice);
    const made: ModelPhase = searches
      ? await makeModel(prepared, options, searched, confirmed)
      : { ...(here?.model ? { model: here.model } : {}) };
    if (made.notice) notice(made.notice);

    const isTask = 'task' in loaded.spec.trial && loaded.spec.trial.task !== undefined;
    const cancelled =
      searched.stop?.reason === 'cancelled' || confirmed.cancelled || (isTask && signal.aborted);
    // What the gate has trained stays open for a search of the same files.
    if (!cancelled && searches)
      journal.append({ type: 'finish', at: new Date().toISOString() }, { sync: true });
    // A runner that leaves a cancelled step no time forgets its files as well.
    if (searches && !options.hurriedCancel && isUnfinished(journal.fold)) {
      const hindered = await hinderedWords(place, journal);
      if (hindered) notice(hindered);
    }
    const { specPath, folder } = place;
    const timeMs = performance.now() - options.startedAt;
    const shown = searches || (here !== undefined && !here.gateOnly);
    const summary = sumUp({ ...prepared, specPath, shown, gate, confirmed, made, timeMs, gateMs, notice });
    return { results: { ...summary, notices }, folder, cancelled };
  } catch (error) {
    throw withWhatIsKept(error);
  } finally {
    await prepared.close();
  }
}

/** Of a disk that takes no more also says that what was measured before is not lost. */
function withWhatIsKept(error: unknown): unknown {
  if (!(error instanceof StorageError || error instanceof JournalError)) return error;
  const remedy = remedyOf(error.cause);
  if (remedy === undefined) return error;
  const why = error instanceof StorageError ? error.message : `${error.message}. ${remedy}`;
  return new StorageError(
    `${why} What has finished is in the journal: \`tunegate report\` shows it, and running again goes on from there.`,
    { cause: error },
  );
}

async function compareWithBase(
  prepared: Prepared,
  { env, findBase, stored, signal, onEvent }: SessionOptions,
  searches: boolean,
): Promise<GateStage | undefined> {
  const { loaded, place, time } = prepared;
  const { gate } = loaded.spec;
  if (!gate) return undefined;
  const { deadline } = time;
  return await runGateStage({
    loaded,
    gate,
    repo: place.repo,
    head: prepared.head,
    specPath: place.specPath,
    env,
    backend: prepared.backend,
    findBase,
    stored,
    journal: prepared.journal,
    folder: place.folder,
    headRunners: prepared.runners,
    makeRunners: prepared.makeRunners,
    discover: prepared.discover,
    signal,
    onEvent,
    onPlan: (text) => onEvent({ type: 'phase', phase: 'gate', text }),
    // The search gets at least the other half.
    ...(deadline === undefined ? {} : { deadline: searches ? (systemClock.now() + deadline) / 2 : deadline }),
  });
}

async function search(
  { loaded, place, time, strategyName, ...prepared }: Prepared,
  { signal, onEvent }: SessionOptions,
  { searchDeadline, keptBack, trialTimeout }: TimeShares,
  notice: (text: string) => void,
): Promise<Study> {
  onEvent({ type: 'phase', phase: 'search', text: `Searching with ${strategyName}` });
  return await runSearchPhase({
    loaded,
    strategy: prepared.strategy,
    thinker: prepared.thinker,
    journal: prepared.journal,
    folder: place.folder,
    runners: prepared.runners,
    resumable: prepared.resumable,
    deadline: searchDeadline,
    keptBack,
    limit: time.limit,
    trialTimeout,
    signal,
    onEvent,
    notice,
  });
}

async function confirm(
  { loaded, place, head, journal, runners }: Prepared,
  { signal, onEvent }: SessionOptions,
  { confirmDeadline: deadline }: TimeShares,
  study: Study,
): Promise<ConfirmPhase> {
  if (!foundSomething(study)) return { cancelled: false };
  return await runConfirmPhase({
    loaded,
    study,
    journal,
    folder: place.folder,
    runners,
    headCode: head?.fingerprint ?? '',
    signal,
    onEvent,
    onPlan: (text) => onEvent({ type: 'phase', phase: 'confirm', text }),
    ...(deadline === undefined ? {} : { deadline }),
  });
}

async function makeModel(
  { loaded, place, trial, host, time: { deadline } }: Prepared,
  { signal, onEvent }: SessionOptions,
  study: Study,
  { cancelled, confirmation }: ConfirmPhase,
): Promise<ModelPhase> {
  if (!foundSomething(study) || cancelled) return {};
  return await runModelPhase({
    loaded,
    trial,
    study,
    ...(confirmation ? { recommended: confirmation.trial } : {}),
    folder: place.folder,
    host,
    ...(deadline === undefined ? {} : { limitMs: deadline - systemClock.now() }),
    signal,
    onPlan: (text) => onEvent({ type: 'phase', phase: 'model', text }),
  });
}

/** Whether a search was neither cut short nor given up, so that its best is worth further trainings. */
function foundSomething({ stop }: Study): boolean {
  return stop !== undefined && stop.reason !== 'cancelled' && stop.reason !== 'failing';
}
