import path from 'node:path';
import { type HeadBesideSpec, headBesideSpec } from '../../github/head.ts';
import { plannedWords } from '../../report/budget-words.ts';
import type { ProgressEvent } from '../../report/progress.ts';
import type { Results } from '../../report/results.ts';
import { buildStrategy, type SearchPlan } from '../../search/plan.ts';
import { choiceAsBegun, chooseStrategy, type StrategyChoice } from '../../search/strategies.ts';
import type { Strategy } from '../../search/strategy.ts';
import { nestConfig } from '../../space/config.ts';
import type { Config } from '../../space/parameter.ts';
import { unusedWords } from '../../spec/rules/unused-settings.ts';
import type { TrialSpec } from '../../spec/spec.ts';
import { settleEarlier, tryFirstOf, warmStartOf } from '../../study/earlier-studies.ts';
import type { Journal } from '../../study/journal.ts';
import { endLeftovers, studyMark } from '../../study/leftovers.ts';
import { searchProblem } from '../../study/search-problem.ts';
import { strategyOptions } from '../../study/strategy-options.ts';
import { startThinker, type Thinker } from '../../study/thinker.ts';
import type { BackendChoice } from '../../trial/backend-choice.ts';
import type { HostOptions } from '../../trial/module-host.ts';
import { patienceOf } from '../../trial/patience.ts';
import { createTrialRunner } from '../../trial/runner.ts';
import type { TrialRunner } from '../../trial/trial.ts';
import { resolveWorkers, thisMachine, type Workers } from '../../trial/workers.ts';
import { plannedOf } from '../budget.ts';
import { saveFoundParams } from '../facts.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { type Place, placeOf } from '../place.ts';
import { type SessionTime, type SessionTimeOptions, sessionTime } from '../session-time.ts';
import { onBackend, settleBackend } from './backend.ts';
import { discoverSpace } from './discover-space.ts';
import { settleProxies } from './proxies.ts';
import { canResume } from './resumes.ts';
import { openStudyJournal } from './study-journal.ts';

export interface PrepareOptions extends SessionTimeOptions {
  readonly loaded: LoadedSpec;
  /** `resume`: an unfinished study of the same spec and code goes on. `fresh`: begin anew, the old journal is kept. */
  readonly journal: 'resume' | 'fresh';
  /** The built trial host, and the Node that runs it. */
  readonly host: { readonly path: string; readonly node: string };
  readonly env: NodeJS.ProcessEnv;
  /** Whether there will be a search, not the gate alone. */
  readonly searches: boolean;
  readonly onEvent: (event: ProgressEvent) => void;
  readonly notice: (text: string) => void;
  /** Told the path of the journal once it is open. */
  readonly onJournal?: (file: string) => void;
}

/** All that is settled before the first trial of a session. */
export interface Prepared {
  /** The spec with the space that its code says. */
  readonly loaded: LoadedSpec;
  readonly place: Place;
  /** Absent outside of git. */
  readonly head: HeadBesideSpec | undefined;
  readonly time: SessionTime;
  readonly planned: Results['budget']['planned'];
  readonly journal: Journal;
  /** Of the strategy. */
  readonly strategyName: string;
  readonly strategy: Strategy;
  /** Absent where nothing is searched, or one trial at a time runs. */
  readonly thinker: Thinker | undefined;
  /** What modules train on, where that was left to us. */
  readonly backend: BackendChoice['backend'] | undefined;
  /** The spec's, on that. */
  readonly trial: TrialSpec;
  /** Whether trials go on from where they paused. */
  readonly resumable: boolean;
  /** How a module of the study is run. */
  readonly host: Omit<HostOptions, 'cwd'>;
  /** One for each worker. */
  readonly runners: readonly TrialRunner[];
  /** As many for another side of the gate. */
  readonly makeRunners: (side: LoadedSpec) => readonly TrialRunner[];
  /** Finds the parameters in the code of another side. */
  readonly discover: (side: LoadedSpec) => Promise<LoadedSpec>;
  /** Ends all that runs, and lets go of the journal. */
  readonly close: () => Promise<void>;
}

/** From a spec to a study that is open, with its strategy and runners. */
export async function prepare(options: PrepareOptions): Promise<Prepared> {
  const { env, searches, onEvent, notice } = options;
  const say = (text: string) => onEvent({ type: 'prepared', text });
  const time = sessionTime(options.loaded.spec.budget, options);
  const { hurry, signal } = time;
  const discover = (side: LoadedSpec) => discoverSpace(side, { host: options.host, env, signal, hurry });
  const loaded = await discover(options.loaded);
  const { spec } = loaded;
  const place = await placeOf(loaded);
  const { repo, folder } = place;
  const head = repo.kind === 'git' ? await headBesideSpec(repo, place.specPath) : undefined;

  const workers = resolveWorkers(
    spec.budget.workers,
    spec.trial,
    thisMachine(env),
    spec.budget['trials-per-gpu'],
  );
  const chosen = choiceFor(loaded, workers.count);
  const journal = await openStudyJournal({
    loaded,
    place,
    head,
    strategy: chosen.choice.name,
    how: options.journal,
    searches,
    notice,
    say,
    ...(options.onJournal ? { onJournal: options.onJournal } : {}),
  });
  try {
    if (loaded !== options.loaded) saveFoundParams(folder, spec.params);
    return await equip(options, { loaded, place, head, time, workers, chosen, discover, journal });
  } catch (error) {
    journal.close();
    throw error;
  }
}

/** What is settled before a journal is open. */
interface Opened extends Pick<Prepared, 'loaded' | 'place' | 'head' | 'time' | 'discover' | 'journal'> {
  readonly workers: Workers;
  readonly chosen: Chosen;
}

/** How a spec is searched, as it stands today. */
type Chosen = Pick<SearchPlan, 'problem' | 'options'> & { readonly choice: StrategyChoice };

/** The strategy and the runners of a study that is open. */
async function equip(
  { env, host: own, searches, onEvent, notice }: PrepareOptions,
  { workers, chosen, ...opened }: Opened,
): Promise<Prepared> {
  const { loaded, place, time, journal } = opened;
  const { spec } = loaded;
  const { folder } = place;
  const { hurry, signal } = time;
  const say = (text: string) => onEvent({ type: 'prepared', text });
  const { problem, options, choice } = chosen;
  const { name, why, plan: whole } = choiceAsBegun(journal.header.strategy, choice, problem, options);
  const { resumable = false } = problem;
  const without = unusedWords(name, spec, { resumable });
  const search = `Search: ${name}, because ${why}. ${[whole, without].map((text) => (text ? `${text} ` : '')).join('')}`;
  say(`${searches ? search : 'Nothing is searched. '}${workers.why}`);
  const planned = plannedOf(spec.budget, workers.count);
  const words = plannedWords(planned);
  if (words !== undefined) say(`Budget: ${words}.`);

  const wanted = withForeknowledge({ name, problem, options }, loaded, journal, notice);
  const { path: hostPath, node } = own;
  const checkpoints = path.join(folder, 'checkpoints');
  const backend = await settleBackend(loaded, wanted, journal, {
    env,
    hostPath,
    node,
    hurry,
    signal,
    checkpoints: path.join(checkpoints, 'timing'),
  });
  if (backend) notice(backend.why);
  const trial = onBackend(spec.trial, backend?.backend);
  const host = { env: { ...workers.env, ...env, ...studyMark(folder) }, hostPath, node, hurry };
  const promising = searches
    ? await promisingConfigs(loaded, trial, journal, notice, {
        ...host,
        signal,
        checkpoints: path.join(checkpoints, 'proxies'),
      })
    : [];
  if (spec.search.inherit)
    notice(
      'Trials began with the weights of those that they are a change of, so their scores hold for more training than one trial has; the regression check and fresh seeds train from scratch.',
    );

  const plan: SearchPlan = { ...wanted, tryFirst: [...wanted.tryFirst, ...promising] };
  const strategy = buildStrategy(plan);
  const makeRunners = (side: LoadedSpec) =>
    runnersOf(side, onBackend(side.spec.trial, backend?.backend), workers, {
      ...host,
      ...(spec.search.proxies === undefined ? {} : { furtherMetrics: spec.search.proxies }),
    });
  const runners = makeRunners(loaded);
  const thinker =
    searches && runners.length > 1
      ? startThinker(path.join(path.dirname(hostPath), 'thinker.js'), plan)
      : undefined;
  return {
    ...opened,
    planned,
    resumable,
    strategyName: plan.name,
    strategy,
    thinker,
    backend: backend?.backend,
    trial,
    host,
    runners,
    makeRunners,
    async close() {
      await Promise.all([...runners, ...(thinker ? [thinker] : [])].map((open) => open.close()));
      await endLeftovers(folder, patienceOf(spec.trial.grace, hurry)).finally(() => journal.close());
    },
  };
}

function choiceFor({ spec, space, folder }: LoadedSpec, workers: number): Chosen {
  const problem = searchProblem(spec, space, {
    workers,
    resumable: canResume(spec.trial, folder),
    ...(spec.search.inherit ? { inherits: true } : {}),
  });
  const options = strategyOptions(spec.search);
  return { problem, options, choice: chooseStrategy(spec.search.strategy, problem, options) };
}

/** The plan with what is known before the first trial: earlier studies, and configs that the spec wants tried first. */
function withForeknowledge(
  plan: Pick<SearchPlan, 'name' | 'problem' | 'options'>,
  { spec, space, folder }: LoadedSpec,
  journal: Journal,
  notice: (text: string) => void,
): SearchPlan {
  const earlier = settleEarlier(journal, { patterns: warmStartOf(spec.search), folder, space });
  for (const text of earlier.notices) notice(text);
  return { ...plan, tryFirst: tryFirstOf(spec.search, space), earlier: earlier.studies };
}

/** Those of which scores without training promise much. */
async function promisingConfigs(
  loaded: LoadedSpec,
  trial: TrialSpec,
  journal: Journal,
  notice: (text: string) => void,
  options: Parameters<typeof settleProxies>[3],
): Promise<readonly Config[]> {
  if (!('module' in trial)) return [];
  const { first, notice: text } = await settleProxies(loaded, trial, journal, options);
  if (text !== undefined) notice(text);
  return first;
}

/** The runners of one side, one for each worker. */
function runnersOf(
  side: LoadedSpec,
  trial: TrialSpec,
  { devices }: Workers,
  host: Omit<HostOptions, 'cwd'>,
): readonly TrialRunner[] {
  return devices.map((device) =>
    createTrialRunner(trial, {
      ...host,
      cwd: side.folder,
      ...(device === undefined ? {} : { device }),
      nest: (config) => nestConfig(side.space, config),
    }),
  );
}
