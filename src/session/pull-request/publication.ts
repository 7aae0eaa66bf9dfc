import type { Annotation } from '../../github/api.ts';
import type { Publication, Published } from '../../github/github.ts';
import type { Outcome } from '../../github/outcome.ts';
import type { Outputs } from '../../github/outputs.ts';
import { renderComment, renderSummary, renderTitle } from '../../report/markdown.ts';
import type { Results } from '../../report/results.ts';
import { block, codeBlock, visible } from '../../report/safe.ts';
import { nestConfig } from '../../space/config.ts';
import { type Problem, SpecError } from '../../spec/problem.ts';
import { misses } from '../../study/front.ts';
import { bestTrial } from '../../study/leaderboard.ts';
import type { Study } from '../../study/study.ts';
import type { ReportFiles } from '../write-reports.ts';
import { type ShippingFiles, shippingPath, shippingPlaces } from './ship.ts';

/**
 * How a run ended, for the check and the exit code. A search that came to nothing is an error: one in which every trial
 * failed whatever the gate says, but for a regression, which is one also then; one in which no trial keeps the constraints
 * where the gate has compared nothing, since its verdict is about what ships.
 */
export function outcomeOf(results: Results, cancelled: boolean): Outcome {
  if (cancelled) return 'cancelled';
  const conclusion = results.verdict?.conclusion;
  if (allFailed(results.study) && conclusion !== 'regressed') return 'error';
  if (noneFeasible(results.study) && (conclusion === undefined || conclusion === 'no-baseline'))
    return 'error';
  return conclusion ?? (cameToNothing(results) ? 'no-result' : 'searched');
}

/** The search has ended by itself, and not one of its trials had completed: most often its time was too short. */
export function cameToNothing({ study: { trials, stop }, gateOnly }: Results): boolean {
  if (gateOnly || stop === undefined || stop.reason === 'cancelled') return false;
  return !searchTrials(trials).some(({ state }) => state === 'completed');
}

function allFailed({ trials, stop }: Study): boolean {
  const states = searchTrials(trials).map(({ state }) => state);
  if (stop?.reason === 'failing') return !states.some((state) => state === 'completed' || state === 'pruned');
  return stop !== undefined && states.length > 0 && states.every((state) => state === 'failed');
}

/** The search has ended with completed trials, and not one of them keeps the constraints. */
function noneFeasible({ stop, ...study }: Study): boolean {
  const completed = searchTrials(study.trials).filter(({ state }) => state === 'completed');
  return (
    stop !== undefined && completed.length > 0 && completed.every((trial) => misses(study, trial).length > 0)
  );
}

function searchTrials(trials: Study['trials']): Study['trials'] {
  return trials.filter(({ role }) => role === 'search');
}

/** What is posted of results. */
export function resultPublication(results: Results, outcome: Outcome): Publication {
  return {
    name: results.study.name,
    outcome,
    title: renderTitle(results),
    comment: renderComment(results),
    checkSummary: renderComment(results),
    jobSummary: renderSummary(results),
  };
}

/** Marks the values that the pull request changed, when the model got worse. */
export function regressionAnnotations(
  { verdict, baseConfig, space, specPath }: Results,
  files: ShippingFiles,
): readonly Annotation[] {
  const { incumbent } = space;
  if (verdict?.conclusion !== 'regressed' || !baseConfig || !incumbent) return [];
  const changed = Object.keys(incumbent).filter((name) => incumbent[name] !== baseConfig[name]);
  return [...shippingPlaces(files, space, changed)].map(([name, place]) => ({
    path: shippingPath(files, specPath),
    ...place,
    endLine: place.startLine,
    level: 'warning',
    title: 'The model got worse',
    message:
      baseConfig[name] === undefined
        ? `${visible(name, 200)} is new here; the base does not have it.`
        : `The base ships ${visible(String(baseConfig[name]), 200)} for ${visible(name, 200)}.`,
  }));
}

/** Why there are no results: a broken spec, or a defect. Plain data, whose text may be hostile. */
export interface Failure {
  /** One line. */
  readonly title: string;
  readonly message: string;
  /** Places in the spec. */
  readonly annotations: readonly Annotation[];
}

export function failureOf(error: unknown, specPath: string): Failure {
  const problems = error instanceof SpecError ? error.problems : [];
  const message = error instanceof Error ? error.message : String(error);
  const title =
    problems.length > 0
      ? `${specPath} has ${problems.length} problem${problems.length === 1 ? '' : 's'}`
      : 'Tunegate could not run';
  return { title, message, annotations: problems.map((problem) => annotation(problem, specPath)) };
}

/** What is posted when there are no results. Nothing is said in a comment. */
export function failurePublication({ title, message, annotations }: Failure): Publication {
  const first =
    annotations.length > 0 ? block`**The tuning spec cannot be used.**` : block`**Tunegate could not run.**`;
  const text = block`${first}\n\n${codeBlock(message)}\n`;
  return {
    name: 'error',
    outcome: 'error',
    title,
    checkSummary: text,
    jobSummary: text,
    annotations,
  };
}

function annotation(
  { line, column, endColumn, message, expected, suggestion }: Problem,
  path: string,
): Annotation {
  const details = [expected && `expected: ${expected}`, suggestion].filter(
    (text) => text !== undefined && text !== '',
  );
  return {
    path,
    startLine: line,
    endLine: line,
    startColumn: column,
    endColumn,
    level: 'failure',
    title: 'Tuning spec',
    message: [message, ...details].join('\n'),
  };
}

/**
 * The action's outputs.
 *
 * @param files absent: they could not be written
 */
export function outputsOf(
  results: Results,
  outcome: Outcome,
  files: ReportFiles | undefined,
  published: Published,
): Outputs {
  const { verdict, confirmation, study } = results;
  const search = bestTrial(study);
  // The number to build on is the one from fresh seeds, where there is one.
  const best =
    study.trials.find(({ role, trial }) => role === 'search' && trial === confirmation?.trial) ?? search;
  const score = confirmation?.mean ?? best?.score;
  return {
    outcome,
    ...(best === undefined || score === undefined
      ? {}
      : { bestScore: score, bestParams: nestConfig(results.space, best.config) }),
    ...(verdict?.base === undefined ? {} : { baselineScore: verdict.base }),
    ...(verdict?.difference === undefined ? {} : { delta: verdict.difference }),
    trials: results.budget.spent.trials,
    ...(files === undefined ? {} : { reportPath: files.markdown, resultsPath: files.json }),
    ...(files?.model === undefined ? {} : { modelPath: files.model }),
    ...published,
  };
}
