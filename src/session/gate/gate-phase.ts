import { existsSync } from 'node:fs';
import path from 'node:path';
import { gateError, noBaseline } from '../../gate/compare.ts';
import { type FamilyInput, type MetricRule, nextFamilyStep, type SeedMetrics } from '../../gate/family.ts';
import { planLooks } from '../../gate/looks.ts';
import type { SeedPair, Verdict } from '../../gate/verdict.ts';
import type { BaseCommit } from '../../github/base-commit.ts';
import type { GitRepo } from '../../github/repository.ts';
import { withWorktree } from '../../github/worktree.ts';
import type { Config } from '../../space/parameter.ts';
import { SpecError } from '../../spec/problem.ts';
import type { GateSpec, Spec } from '../../spec/spec.ts';
import type { StudyEvent } from '../../study/event.ts';
import type { Journal } from '../../study/journal.ts';
import { trialSeed } from '../../study/seeds.ts';
import type { TrialRecord } from '../../study/study.ts';
import { runTrainings, type TrainingJob } from '../../study/trainings.ts';
import { DiscoveryError } from '../../trial/discover.ts';
import { runSetup } from '../../trial/setup.ts';
import type { TrialRunner } from '../../trial/trial.ts';
import { type LoadedSpec, readSpec } from '../load-spec.ts';

export interface GatePhaseOptions {
  readonly loaded: LoadedSpec;
  readonly gate: GateSpec;
  readonly repo: GitRepo;
  readonly base: Extract<BaseCommit, { found: true }>;
  /** What head trains: names its trainings in the journal. */
  readonly headCode: string;
  readonly journal: Journal;
  readonly folder: string;
  readonly headRunners: readonly TrialRunner[];
  /** As many runners for another side. */
  readonly makeRunners: (side: LoadedSpec) => readonly TrialRunner[];
  /** Finds the parameters in the code of another side. */
  readonly discover: (side: LoadedSpec) => Promise<LoadedSpec>;
  readonly deadline?: number;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly onEvent: (event: StudyEvent) => void;
  /** Told what is done before it begins. */
  readonly onPlan: (text: string) => void;
}

export interface GatePhase {
  readonly verdict: Verdict;
  readonly baseConfig?: Config;
  readonly notices: readonly string[];
}

/**
 * Trains the incumbent of head and base with the same seeds, base in a worktree with its own spec and code, and
 * compares, look by look, until the answer is known. Trainings alternate between the sides, so that a drift of the
 * machine or a deadline hits both alike.
 */
export async function runGatePhase(options: GatePhaseOptions): Promise<GatePhase> {
  const { loaded, gate, repo, base } = options;
  const frame = gateFrame(loaded.spec, gate);
  const incumbent = loaded.space.incumbent;
  if (!incumbent) {
    const missing = loaded.space.missingDefaults;
    return {
      verdict: noBaseline(
        `The spec does not say what ships today: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ' …' : ''} ${missing.length === 1 ? 'has' : 'have'} no default.`,
        frame,
      ),
      notices: [],
    };
  }
  return await withWorktree(
    repo,
    base.sha,
    loaded.folder,
    async (worktree) => {
      const read = readBase(loaded, path.join(worktree.folder, path.basename(loaded.path)), base.sha);
      const side = typeof read === 'string' ? read : await findBaseSpace(read, options);
      if (typeof side === 'string') return { verdict: noBaseline(side, frame), notices: worktree.notices };
      const baseIncumbent = side.space.incumbent;
      if (!baseIncumbent)
        return {
          verdict: noBaseline(
            `The spec at the base commit has parameters without a default: ${side.space.missingDefaults.slice(0, 5).join(', ')}.`,
            frame,
          ),
          notices: worktree.notices,
        };
      const obstacle = await setUpBase(side, worktree.folder, options);
      if (obstacle) return { verdict: obstacle, notices: worktree.notices };
      const baseRunners = options.makeRunners(side);
      try {
        const { verdict, notices } = await new Comparison(
          options,
          incumbent,
          side,
          baseIncumbent,
          baseRunners,
        ).run();
        return { verdict, baseConfig: baseIncumbent, notices: [...worktree.notices, ...notices] };
      } finally {
        await Promise.all(baseRunners.map((runner) => runner.close()));
      }
    },
    { links: gate.setup === undefined },
  );
}

/** Installs what the base needs, where the spec says how; a verdict when that came to nothing. */
async function setUpBase(
  side: LoadedSpec,
  cwd: string,
  { loaded, gate, base, env, folder, signal, deadline, onPlan }: GatePhaseOptions,
): Promise<Verdict | undefined> {
  if (gate.setup === undefined) return undefined;
  const frame = gateFrame(loaded.spec, gate);
  onPlan(`Installing what ${base.sha.slice(0, 7)} needs`);
  const log = path.join(folder, 'base-setup.log');
  const end = await runSetup({
    command: gate.setup,
    cwd,
    env,
    trial: side.spec.trial,
    log,
    signal,
    ...(deadline === undefined ? {} : { timeoutMs: deadline - performance.now() }),
  });
  switch (end.state) {
    case 'done':
      return undefined;
    case 'cancelled':
      return gateError('The run was cancelled before the comparison was made.', frame);
    case 'timeout':
      return gateError('The time for the gate was up before `gate.setup` had installed the base.', frame);
    case 'failed': {
      const said = end.tail.trim().split('\n').slice(-3).join(' ').slice(-300);
      return gateError(
        `gate.setup failed for the base ${base.sha.slice(0, 7)} (${end.message})${said === '' ? '' : `: ${said}`}`,
        frame,
      );
    }
  }
}

/** What every verdict of this spec has in common. */
export function gateFrame({ metric }: Spec, gate: GateSpec) {
  const floor = metric.goal === 'maximize' ? gate.min : gate.max;
  return {
    goal: metric.goal,
    maxDrop: gate.maxDrop,
    confidence: gate.confidence,
    ...(floor === undefined ? {} : { floor }),
  };
}

/** The metrics of this spec that are compared, the main one by its name. */
export function gateMetrics({ metric }: Spec, gate: GateSpec): Pick<FamilyInput, 'name' | 'rules'> {
  const rules = Object.entries(gate.metrics).map(([name, { goal, gates, min, max, ...rule }]): MetricRule => {
    const floor = goal === 'maximize' ? min : max;
    return { name, goal, gates, maxDrop: rule['max-drop'], ...(floor === undefined ? {} : { floor }) };
  });
  return { name: metric.name, rules };
}

/** The spec of the base commit, or why it cannot be compared with. */
function readBase(head: LoadedSpec, file: string, sha: string): LoadedSpec | string {
  const name = path.basename(head.path);
  const short = sha.slice(0, 7);
  if (!existsSync(file))
    return `The base commit ${short} has no ${name}, so there is nothing to compare with yet.`;
  let base: LoadedSpec;
  try {
    base = readSpec(file, `${name} at ${short}`);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const first = error.problems[0];
    return `The ${name} of the base commit ${short} cannot be read${first ? ` (line ${first.line}: ${first.message})` : ''}.`;
  }
  const [was, is] = [base.spec.metric, head.spec.metric];
  if (was.name !== is.name || was.goal !== is.goal || was.use !== is.use)
    return `The base commit ${short} measures ${describe(was)} and this one ${describe(is)}, which cannot be compared.`;
  return base;
}

/** The base with the parameters that its code asks for, or why it has none. */
async function findBaseSpace(
  side: LoadedSpec,
  { discover, base }: GatePhaseOptions,
): Promise<LoadedSpec | string> {
  try {
    return await discover(side);
  } catch (error) {
    if (!(error instanceof DiscoveryError)) throw error;
    return `The parameters of the base commit ${base.sha.slice(0, 7)} cannot be found: ${error.message}.`;
  }
}

function describe({ name, goal, use }: Spec['metric']): string {
  return `${name} (${goal}, ${use} value)`;
}

type Side = 'head' | 'base';

function sameMetrics(one: TrialRecord | undefined, other: TrialRecord | undefined): boolean {
  const [a, b] = [one?.metrics ?? {}, other?.metrics ?? {}];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => Object.is(a[name], b[name]));
}

/** One comparison of head and base, from its first training to its verdict. */
class Comparison {
  readonly #options: GatePhaseOptions;
  readonly #configs: Readonly<Record<Side, Config>>;
  readonly #specs: Readonly<Record<Side, Spec>>;
  readonly #baseRunners: readonly TrialRunner[];
  /** By side and index of the seed. */
  readonly #trained = new Map<string, TrialRecord>();
  #end: 'done' | 'time' | 'cancelled' = 'done';

  constructor(
    options: GatePhaseOptions,
    incumbent: Config,
    side: LoadedSpec,
    baseIncumbent: Config,
    baseRunners: readonly TrialRunner[],
  ) {
    this.#options = options;
    this.#configs = { head: incumbent, base: baseIncumbent };
    this.#specs = { head: options.loaded.spec, base: side.spec };
    this.#baseRunners = baseRunners;
  }

  async run(): Promise<{ readonly verdict: Verdict; readonly notices: readonly string[] }> {
    const { gate, loaded } = this.#options;
    const frame = gateFrame(loaded.spec, gate);
    const looks = planLooks(gate.seeds, gate.looks);
    const deterministic = looks[0]! > 2 && (await this.#isDeterministic());
    let suspected: ReadonlyMap<string, number> = new Map();
    let planned = looks[0]!;
    for (;;) {
      const step = nextFamilyStep({
        ...frame,
        ...gateMetrics(loaded.spec, gate),
        looks,
        deterministic,
        ...this.#pairs(),
        atEnd: this.#end !== 'done',
        suspected,
      });
      if (step.done) return this.#finish(step.verdict, planned);
      ({ suspected, seeds: planned } = step);
      await this.#train(Array.from({ length: step.seeds }, (_, index) => index));
      await this.#retryBroken();
    }
  }

  /**
   * Whether further seeds give each side the same score to the last digit: then one training a side says all. Two equal
   * scores may be chance where there are few values to score (an accuracy on a hundred images), so both sides have to
   * agree with themselves, and three times before a difference between them is taken as sure; twice is enough where all
   * that they report agrees. Costs trainings that the first look needs anyway where it is not so.
   */
  async #isDeterministic(): Promise<boolean> {
    await this.#train([0]);
    const scores = { head: this.#of('head', 0)?.score, base: this.#of('base', 0)?.score };
    if (scores.head === undefined || scores.base === undefined) return false;
    const rounds = scores.head === scores.base ? 1 : 2;
    for (let index = 1; index <= rounds; index++)
      for (const side of ['head', 'base'] as const) {
        if (this.#end !== 'done') return false;
        if (!this.#trained.has(`${side} ${index}`)) await this.#trainJobs([this.#job(side, index)]);
        if (this.#of(side, index)?.score !== scores[side]) return false;
        if (rounds === 1 && !sameMetrics(this.#of(side, index), this.#of(side, 0))) return false;
      }
    return true;
  }

  /** Seeds that head fails on and base does not are trained once more: one failure may be an accident. */
  async #retryBroken(): Promise<void> {
    if (this.#end !== 'done') return;
    const broken = [...this.#trained.values()].filter(
      ({ role, trial, state }) =>
        role === 'head' && state === 'failed' && this.#of('base', trial)?.state === 'completed',
    );
    const again = broken.filter(({ trial }) => !this.#retried.has(trial));
    for (const { trial } of again) this.#retried.add(trial);
    if (again.length > 0) await this.#trainJobs(again.map(({ trial }) => this.#job('head', trial, ' again')));
  }

  readonly #retried = new Set<number>();

  /** Trains both sides with these seeds, as far as they are not trained yet. */
  async #train(indices: readonly number[]): Promise<void> {
    await this.#trainJobs(
      indices.flatMap((index) =>
        (['base', 'head'] as const)
          .filter((side) => !this.#trained.has(`${side} ${index}`))
          .map((side) => this.#job(side, index)),
      ),
    );
  }

  #job(side: Side, index: number, attempt = ''): TrainingJob {
    const { loaded, base, headCode } = this.#options;
    const { epochs } = this.#specs[side].budget;
    return {
      role: side,
      trial: index,
      config: this.#configs[side],
      seed: trialSeed(loaded.spec.search.seed, 'gate', index),
      code: `${side === 'base' ? base.sha : headCode}${attempt}`,
      ...(epochs === undefined ? {} : { resource: epochs }),
    };
  }

  async #trainJobs(jobs: readonly TrainingJob[]): Promise<void> {
    if (jobs.length === 0 || this.#end !== 'done') return;
    const { loaded, journal, headRunners, folder, signal, onEvent, deadline } = this.#options;
    const { timeout, retries } = loaded.spec.trial;
    const trainings = await runTrainings(jobs, {
      journal,
      runners: { head: headRunners, base: this.#baseRunners },
      folder,
      signal,
      onEvent,
      ...(deadline === undefined ? {} : { deadline }),
      ...(timeout === undefined ? {} : { trialTimeout: timeout }),
      ...(retries === undefined ? {} : { retries }),
    });
    this.#end = trainings.end;
    // A training that was cut short says nothing about its side.
    for (const trial of trainings.trials)
      if (trial.state === 'completed' || trial.state === 'failed')
        this.#trained.set(`${trial.role} ${trial.trial}`, trial);
  }

  #of(side: Side, index: number): TrialRecord | undefined {
    return this.#trained.get(`${side} ${index}`);
  }

  /** Seeds that were trained on both sides, from the first on without a gap. */
  #pairs(): { readonly pairs: readonly SeedPair[]; readonly measured: readonly SeedMetrics[] } {
    const pairs: SeedPair[] = [];
    const measured: SeedMetrics[] = [];
    for (let index = 0; ; index++) {
      const [base, head] = [this.#of('base', index), this.#of('head', index)];
      if (!base || !head) return { pairs, measured };
      pairs.push({
        seed: base.seed,
        ...(base.score === undefined ? {} : { base: base.score }),
        ...(head.score === undefined ? {} : { head: head.score }),
      });
      measured.push({
        seed: base.seed,
        ...(base.state === 'completed' ? { base: base.metrics } : {}),
        ...(head.state === 'completed' ? { head: head.metrics } : {}),
      });
    }
  }

  #finish(verdict: Verdict, planned: number) {
    const frame = gateFrame(this.#options.loaded.spec, this.#options.gate);
    const pairs = this.#pairs().pairs.length;
    if (this.#end === 'cancelled' && pairs === 0)
      return {
        verdict: gateError('The run was cancelled before the comparison was made.', frame),
        notices: [],
      };
    const failed = (side: Side) =>
      [...this.#trained.values()].find(({ role, state }) => role === side && state === 'failed')?.message;
    const [headFailure, baseFailure] = [failed('head'), failed('base')];
    const message = headFailure ?? baseFailure;
    const notices =
      this.#end === 'time' && pairs < planned
        ? [`The gate compared ${pairs} of ${planned} seeds: its half of the time budget was spent.`]
        : [];
    return {
      verdict:
        message === undefined || verdict.conclusion === 'improved'
          ? verdict
          : {
              ...verdict,
              reason: `${verdict.reason} ${headFailure === undefined ? 'Base' : 'Head'} says: ${message}`,
            },
      notices,
    };
  }
}
