import type { HeadState } from '../../github/head.ts';
import type { Results } from '../../report/results.ts';
import type { Journal } from '../../study/journal.ts';
import type { Study } from '../../study/study.ts';
import type { TrialRunner } from '../../trial/trial.ts';
import { version } from '../../version.ts';
import { spentOf } from '../budget.ts';
import type { GateStage } from '../gate/gate-stage.ts';
import { describeHardware } from '../hardware.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { backendOf } from './backend.ts';
import type { ConfirmPhase } from './confirm-phase.ts';
import type { ModelPhase } from './model-phase.ts';
import { rankNotice } from './rank-notice.ts';
import { stepNotice } from './step-notice.ts';

export interface SumUpOptions {
  readonly loaded: LoadedSpec;
  readonly specPath: string;
  /** Absent outside of git. */
  readonly head: HeadState | undefined;
  readonly journal: Journal;
  readonly runners: readonly TrialRunner[];
  /** Whether trials go on from where they paused. */
  readonly resumable: boolean;
  /** Whether a search is shown, not the gate alone. */
  readonly shown: boolean;
  readonly gate: GateStage | undefined;
  readonly confirmed: ConfirmPhase;
  readonly made: ModelPhase;
  readonly planned: Results['budget']['planned'];
  /** Milliseconds since the step began, and of these for the gate. */
  readonly timeMs: number;
  readonly gateMs: number;
  /** Told what was odd. */
  readonly notice: (text: string) => void;
}

/** What the phases of a session came to, but for what was told on the way. */
export function sumUp(options: SumUpOptions): Omit<Results, 'notices'> {
  const { loaded, head, journal, runners, gate, confirmed, made } = options;
  const { spec, space } = loaded;
  const study = journal.fold.study();
  for (const text of oddities(study, loaded, runners)) options.notice(text);
  return {
    version,
    study,
    space,
    ...(options.shown ? {} : { gateOnly: true }),
    ...(gate ? { verdict: gate.verdict } : {}),
    ...(confirmed.confirmation ? { confirmation: confirmed.confirmation } : {}),
    ...(made.model ? { model: made.model } : {}),
    ...(head ? { head: { dirty: head.dirty, ...(head.sha ? { sha: head.sha } : {}) } } : {}),
    ...(gate?.base ? { base: gate.base } : {}),
    ...(gate?.baseConfig ? { baseConfig: gate.baseConfig } : {}),
    budget: {
      planned: options.planned,
      spent: spentOf(spec.budget, journal.fold, options.timeMs, options.gateMs, options.resumable),
    },
    backend: runners.find((runner) => runner.backend !== undefined)?.backend ?? backendOf(study),
    hardware: describeHardware(),
    specPath: options.specPath,
  };
}

/** What was odd about the trials. */
function oddities(study: Study, { spec }: LoadedSpec, runners: readonly TrialRunner[]): readonly string[] {
  const notes = new Set(runners.flatMap((runner) => runner.notes ?? []));
  return [
    ...notes,
    rankNotice(study, spec) ?? [],
    stepNotice(study, spec.search['early-stopping']) ?? [],
  ].flat();
}
