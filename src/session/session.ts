import path from 'node:path';
import type { BaseCommit } from '../github/base-commit.ts';
import { type HeadBesideSpec, headBesideSpec, type Repo } from '../github/repository.ts';
import { plannedWords } from '../report/budget-words.ts';
import type { Results } from '../report/results.ts';
import { buildStrategy, type SearchPlan } from '../search/plan.ts';
import { createStrategy } from '../search/strategies.ts';
import type { Suggestion } from '../search/strategy.ts';
import { nestConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import type { TrialSpec } from '../spec/spec.ts';
import { systemClock } from '../study/clock.ts';
import { confirmTimeShare } from '../study/confirm-plan.ts';
import { settleEarlier, tryFirstOf, warmStartOf } from '../study/earlier-studies.ts';
import { earlyEndOf } from '../study/early-end.ts';
import type { StudyEvent } from '../study/event.ts';
import { foldJournal, foldRecords } from '../study/fold.ts';
import { fingerprint, type StudyIdentity } from '../study/header.ts';
import type { Journal } from '../study/journal.ts';
import { endLeftovers, studyMark } from '../study/leftovers.ts';
import { runStudy } from '../study/loop.ts';
import { searchProblem } from '../study/search-problem.ts';
import { trialSeed } from '../study/seeds.ts';
import { strategyOptions } from '../study/strategy-options.ts';
import type { Study } from '../study/study.ts';
import { startThinker } from '../study/thinker.ts';
import { timeLimit } from '../study/time-limit.ts';
import { type BackendChoice, measureBackends } from '../trial/backend-choice.ts';
import { type Hurry, patienceOf } from '../trial/patience.ts';
import { createTrialRunner } from '../trial/runner.ts';
import { resolveWorkers, thisMachine } from '../trial/workers.ts';
import { version } from '../version.ts';
import { dropNotice, plannedOf, spentOf } from './budget.ts';
import { type GateStage, runGateStage, type StoredResults } from './gate/gate-stage.ts';
import { describeHardware } from './hardware.ts';
import { hurryOf, untilDeadline } from './hurry.ts';
import type { LoadedSpec } from './load-spec.ts';
import { openStudy } from './open-study.ts';
import { type ConfirmPhase, runConfirmPhase } from './phases/confirm-phase.ts';
import { discoverSpace } from './phases/discover-space.ts';
import { keptTrials, type ModelPhase, modelTimeOf, runModelPhase } from './phases/model-phase.ts';
import { settleProxies } from './phases/proxies.ts';
import { rankNotice } from './phases/rank-notice.ts';
import { canResume } from './phases/resumes.ts';
import { stepNotice } from './phases/step-notice.ts';
import { placeOf } from './place.ts';
import { studyFiles } from './study-folder.ts';

export interface SessionOptions {
  readonly loaded: LoadedSpec;
  /** How to find the base commit; called only when there is a gate. */
  readonly findBase: (repo: Repo, ref: string | undefined) => Promise<BaseCommit>;
  /** Absent: there is nowhere to keep results of the default branch. */
  readonly stored?: StoredResults | undefined;
  /** `resume`: an unfinished study of the same spec and code goes on. `fresh`: begin anew, the old journal is kept. */
  readonly journal: 'resume' | 'fresh';
  /** The built trial host, and the Node that runs it. */
  readonly host: { readonly path: string; readonly node: string };
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Whoever cancels leaves little time (7.5 s for a step of GitHub Actions): trials are then ended at once. */
  readonly hurriedCancel?: boolean;
  /** When the step began (milliseconds of `performance.now()`): the budget of time counts from there. */
  readonly startedAt: number;
  /** Kept back of the budget of time for what follows the session (milliseconds). */
  readonly reserveMs: number;
  /** Only head and base are compared: nothing is searched. */
  readonly gateOnly?: boolean;
  readonly onEvent: (event: SessionEvent) => void;
  /** Told the path of the journal once it is open. */
  readonly onJournal?: (file: string) => void;
}

export type SessionEvent =
  | StudyEvent
  | { readonly type: 'prepared'; readonly text: string }
  | { readonly type: 'notice'; readonly text: string }
  | {
      readonly type: 'phase';
      readonly phase: 'gate' | 'search' | 'confirm' | 'model';
      readonly text: string;
    };

export interface SessionResult {
  readonly results: Results;
  /** Folder of the study: journal, trials, reports. */
  readonly folder: string;
  readonly cancelled: boolean;
}

/** One run of Tunegate from a spec to results: the gate first, since a verdict matters most, then the search. */
export async function runSession(options: SessionOptions): Promise<SessionResult> {
  const { onEvent } = options;
  const limit = timeLimit(options.loaded.spec.budget);
  const timeMs = limit?.ms;
  const deadline = timeMs === undefined ? undefined : options.startedAt + timeMs - options.reserveMs;
  const hurry = hurryOf({
    ...(options.hurriedCancel ? { cancelled: options.signal } : {}),
    ...(deadline === undefined ? {} : { deadline }),
    ...(timeMs === undefined ? {} : { timeMs }),
  });
  // What comes before the first trial is cut short by the end of the time as well.
  const inTime = { ...options, signal: untilDeadline(options.signal, deadline), hurry };
  const loaded = await discoverSpace(options.loaded, inTime);
  const { spec, space } = loaded;
  const notices: string[] = [];
  const notice = (text: string) => {
    notices.push(text);
    onEvent({ type: 'notice', text });
  };
  const { repo, root, folder, specPath } = await placeOf(loaded);
  const head = repo.kind === 'git' ? await headBesideSpec(repo, specPath) : undefined;

  const workers = resolveWorkers(
    spec.budget.workers,
    spec.trial,
    thisMachine(options.env),
    spec.budget['trials-per-gpu'],
  );
  const problem = searchProblem(spec, space, {
    workers: workers.count,
    resumable: canResume(spec.trial, loaded.folder),
    ...(spec.search.inherit ? { inherits: true } : {}),
  });
  const searchOptions = strategyOptions(spec.search);
  const choice = createStrategy(spec.search.strategy, problem, searchOptions);
  const searches = !options.gateOnly || spec.gate === false;
  const isTask = 'task' in spec.trial && spec.trial.task !== undefined;
  /** Kept back of the time for making the model of a task. */
  let modelMs = 0;
  const why = `Search: ${choice.name}, because ${choice.why}. ${choice.plan ? `${choice.plan} ` : ''}`;
  onEvent({ type: 'prepared', text: `${searches ? why : 'Nothing is searched. '}${workers.why}` });

  const planned = plannedOf(spec.budget, workers.count);
  const words = plannedWords(planned);
  if (words !== undefined) onEvent({ type: 'prepared', text: `Budget: ${words}.` });

  const journal = await openStudy(
    path.join(folder, studyFiles.journal),
    identify(loaded, choice.name, head),
    options.journal,
    spec.budget,
    notice,
  );
  options.onJournal?.(journal.path);
  if (journal.replaced !== undefined)
    onEvent({
      type: 'prepared',
      text: `The study begins anew; the journal of the one before is kept: ${path.relative(root, journal.replaced)}.`,
    });
  const earlier = settleEarlier(journal, {
    patterns: warmStartOf(spec.search),
    folder: loaded.folder,
    space,
  });
  for (const text of earlier.notices) notice(text);
  const wanted: SearchPlan = {
    name: choice.name,
    problem,
    options: searchOptions,
    tryFirst: tryFirstOf(spec.search, space),
    earlier: earlier.studies,
  };
  const backend = await settleBackend(loaded, buildStrategy(wanted).ask(), journal, inTime, folder);
  if (backend) notice(backend.why);
  const promising = searches ? await promisingConfigs() : [];
  const plan: SearchPlan = { ...wanted, tryFirst: [...wanted.tryFirst, ...promising] };
  const strategy = buildStrategy(plan);
  const makeRunners = (side: LoadedSpec) =>
    workers.devices.map((device) =>
      createTrialRunner(onBackend(side.spec.trial, backend?.backend), {
        cwd: side.folder,
        hostPath: options.host.path,
        node: options.host.node,
        env: { ...workers.env, ...options.env, ...studyMark(folder) },
        ...(device === undefined ? {} : { device }),
        ...(spec.search.proxies === undefined ? {} : { furtherMetrics: spec.search.proxies }),
        hurry,
        nest: (config) => nestConfig(side.space, config),
      }),
    );
  const runners = makeRunners(loaded);
  const thinker =
    searches && runners.length > 1
      ? startThinker(path.join(path.dirname(options.host.path), 'thinker.js'), plan)
      : undefined;
  try {
    if (spec.search.inherit)
      notice(
        'Trials began with the weights of those that they are a change of, so their scores hold for more training than one trial has; the regression check and fresh seeds train from scratch.',
      );
    const gateStart = performance.now();
    const gate = await gatePhase();
    const gateMs = gate?.base ? performance.now() - gateStart : 0;
    for (const text of gate?.notices ?? []) notice(text);

    const searched = searches ? await searchPhase() : foldJournal(journal.records);
    const confirmed: ConfirmPhase = searches
      ? await confirmPhase(searched)
      : { cancelled: options.signal.aborted };
    if (confirmed.notice) notice(confirmed.notice);
    const made: ModelPhase = searches ? await modelPhase(searched, confirmed) : {};
    if (made.notice) notice(made.notice);
    const cancelled =
      searched.stop?.reason === 'cancelled' || confirmed.cancelled || (isTask && options.signal.aborted);
    // What the gate has trained stays open for a search of the same files.
    if (!cancelled && searches)
      journal.append({ type: 'finish', at: new Date().toISOString() }, { sync: true });
    const study = foldJournal(journal.records);
    for (const text of new Set(runners.flatMap((runner) => runner.notes ?? []))) notice(text);
    const misleading = rankNotice(study, spec);
    if (misleading) notice(misleading);
    const steps = stepNotice(study);
    if (steps) notice(steps);
    const results: Results = {
      version,
      study,
      space,
      ...(searches ? {} : { gateOnly: true }),
      ...(gate ? { verdict: gate.verdict } : {}),
      ...(confirmed.confirmation ? { confirmation: confirmed.confirmation } : {}),
      ...(made.model ? { model: made.model } : {}),
      ...(head ? { head: { dirty: head.dirty, ...(head.sha ? { sha: head.sha } : {}) } } : {}),
      ...(gate?.base ? { base: gate.base } : {}),
      ...(gate?.baseConfig ? { baseConfig: gate.baseConfig } : {}),
      budget: {
        planned,
        spent: spentOf(
          spec.budget,
          foldRecords(journal.records),
          performance.now() - options.startedAt,
          gateMs,
        ),
      },
      backend: runners.find((runner) => runner.backend !== undefined)?.backend ?? backendOf(study),
      hardware: describeHardware(),
      specPath,
      notices,
    };
    return { results, folder, cancelled };
  } finally {
    await Promise.all([...runners, ...(thinker ? [thinker] : [])].map((open) => open.close()));
    await endLeftovers(folder, patienceOf(spec.trial.grace, hurry)).finally(() => journal.close());
  }

  async function searchPhase(): Promise<Study> {
    onEvent({ type: 'phase', phase: 'search', text: `Searching with ${choice.name}` });
    const confirms = spec.search.confirm !== false;
    // What the stages after it need is kept back from the search.
    const left = deadline === undefined ? 0 : Math.max(0, deadline - systemClock.now());
    const modelTime = modelTimeOf(spec.trial, loaded.folder, left);
    modelMs = modelTime.model * left;
    const trialTimeout =
      spec.trial.timeout ?? (modelTime.trial && left > 0 ? modelTime.trial * left : undefined);
    const searchDeadline =
      deadline === undefined ? undefined : deadline - modelMs - (confirms ? confirmTimeShare * left : 0);
    const dropped = new Set<number>();
    const searched = await runStudy({
      space,
      strategy,
      ...(thinker ? { thinker } : {}),
      journal,
      runners,
      budget: {
        ...(spec.budget.trials === undefined ? {} : { trials: spec.budget.trials }),
        ...(spec.budget.epochs === undefined ? {} : { resource: spec.budget.epochs }),
        ...(spec.budget['total-epochs'] === undefined ? {} : { epochs: spec.budget['total-epochs'] }),
        ...(searchDeadline === undefined ? {} : { deadline: searchDeadline }),
        ...(limit === undefined ? {} : { deadlineBy: limit.by }),
        ...(spec.budget.disk === undefined ? {} : { disk: spec.budget.disk }),
        early: earlyEndOf(spec.budget),
      },
      seedOf: (trial) => trialSeed(spec.search.seed, 'search', trial),
      folder,
      signal: options.signal,
      onEvent,
      onDrop: (trial) => dropped.add(trial),
      ...('module' in spec.trial && spec.trial.task ? { keepBest: keptTrials } : {}),
      ...(trialTimeout === undefined ? {} : { trialTimeout }),
      ...(spec.trial.retries === undefined ? {} : { retries: spec.trial.retries }),
      ...(spec.search.inherit ? { inherits: true } : {}),
    });
    if (dropped.size > 0) notice(dropNotice(dropped.size, spec.budget.disk));
    return searched;
  }

  async function confirmPhase(study: Study): Promise<ConfirmPhase> {
    const reason = study.stop?.reason;
    if (reason === undefined || reason === 'cancelled' || reason === 'failing') return { cancelled: false };
    return await runConfirmPhase({
      loaded,
      study,
      journal,
      folder,
      runners,
      headCode: head?.fingerprint ?? '',
      signal: options.signal,
      onEvent,
      onPlan: (text) => onEvent({ type: 'phase', phase: 'confirm', text }),
      ...(deadline === undefined ? {} : { deadline: deadline - modelMs }),
    });
  }

  async function modelPhase(study: Study, { cancelled, confirmation }: ConfirmPhase): Promise<ModelPhase> {
    const reason = study.stop?.reason;
    if (reason === undefined || reason === 'cancelled' || reason === 'failing' || cancelled) return {};
    return await runModelPhase({
      loaded,
      trial: onBackend(spec.trial, backend?.backend),
      study,
      ...(confirmation ? { recommended: confirmation.trial } : {}),
      folder,
      host: {
        env: { ...workers.env, ...options.env, ...studyMark(folder) },
        hostPath: options.host.path,
        node: options.host.node,
        hurry,
      },
      ...(deadline === undefined ? {} : { limitMs: deadline - systemClock.now() }),
      signal: options.signal,
      onPlan: (text) => onEvent({ type: 'phase', phase: 'model', text }),
    });
  }

  /** Those of which scores without training promise much. */
  async function promisingConfigs(): Promise<readonly Config[]> {
    const trial = onBackend(spec.trial, backend?.backend);
    if (!('module' in trial)) return [];
    const { first, notice: text } = await settleProxies(loaded, trial, journal, {
      env: { ...workers.env, ...options.env, ...studyMark(folder) },
      hostPath: options.host.path,
      node: options.host.node,
      signal: inTime.signal,
      checkpoints: path.join(folder, 'checkpoints', 'proxies'),
      hurry,
    });
    if (text !== undefined) notice(text);
    return first;
  }

  async function gatePhase(): Promise<GateStage | undefined> {
    if (!spec.gate) return undefined;
    return await runGateStage({
      loaded,
      gate: spec.gate,
      repo,
      head,
      specPath,
      env: options.env,
      backend: backend?.backend,
      findBase: options.findBase,
      stored: options.stored,
      journal,
      folder,
      headRunners: runners,
      makeRunners,
      discover: (side) => discoverSpace(side, inTime),
      signal: options.signal,
      onEvent,
      onPlan: (text) => onEvent({ type: 'phase', phase: 'gate', text }),
      // The search gets at least the other half.
      ...(deadline === undefined
        ? {}
        : { deadline: searches ? (systemClock.now() + deadline) / 2 : deadline }),
    });
  }
}

/**
 * What a module trains on where its spec leaves it open: by timing, once for a study and for both sides of the gate, or
 * as the journal has it.
 */
async function settleBackend(
  { spec, space, folder: cwd }: LoadedSpec,
  first: Suggestion,
  journal: Journal,
  options: SessionOptions & { readonly hurry: Hurry },
  folder: string,
): Promise<BackendChoice | undefined> {
  const { trial } = spec;
  if (!('module' in trial) || trial.backend !== 'auto') return undefined;
  const known = foldRecords(journal.records).backend;
  if (known) return known;
  const config = space.incumbent ?? (first.kind === 'new' ? first.config : undefined);
  if (!config) return undefined;
  const { host, env, signal, hurry } = options;
  const chosen = await measureBackends(
    trial,
    { cwd, env, hostPath: host.path, node: host.node, hurry },
    {
      config,
      seed: trialSeed(spec.search.seed, 'search', 0),
      metric: spec.metric.name,
      checkpoints: path.join(folder, 'checkpoints', 'timing'),
      signal,
    },
    (of) => nestConfig(space, of),
  );
  if (chosen) journal.append({ type: 'backend', ...chosen, at: new Date().toISOString() }, { sync: true });
  return chosen;
}

function onBackend(trial: TrialSpec, backend: BackendChoice['backend'] | undefined): TrialSpec {
  return backend !== undefined && 'module' in trial && trial.backend === 'auto'
    ? { ...trial, backend }
    : trial;
}

/** What must be the same for a study to go on: changing the budget or the gate does not make it another study. */
function identify(
  { spec, space }: LoadedSpec,
  strategy: string,
  head: HeadBesideSpec | undefined,
): StudyIdentity {
  const { name, metric, constraints, trial, search, budget } = spec;
  const { confirm: _, ...proposing } = search;
  return {
    name,
    metric,
    more: metric.more,
    constraints,
    strategy,
    seed: search.seed,
    space: fingerprint(space.parameters),
    spec: fingerprint({ trial, search: proposing, epochs: budget.epochs }),
    // What of the spec makes another study stands above.
    code: head?.withoutSpec ?? 'unknown',
  };
}

function backendOf(study: Study): string {
  return study.trials.find((trial) => trial.backend !== undefined)?.backend ?? 'none';
}
