import type { TaskSpec } from '../spec/spec.ts';
import type { TensorFlow } from '../tensorflow/tensorflow.ts';
import { createDataset, type TableDataset } from './dataset.ts';
import { selectEnsemble } from './ensemble.ts';
import { createLearner, predictFittedWith } from './families/families.ts';
import { featureRows } from './feature-rows.ts';
import type { Candidate, FinishOrder } from './finish-order.ts';
import { outcomeWriter, replaceModel } from './finished-files.ts';
import { asTrained, bestInTime, hasTime, inTimeNotes, rowsInTime, wholeTraining } from './in-time.ts';
import { outputsOf } from './learner.ts';
import { type Chosen, chosenBy, lossOf, type Tried, trainMembers, tryCandidates } from './members.ts';
import { scoreRows } from './metrics.ts';
import type { ModelOutcome } from './outcome.ts';
import { readSplit } from './read.ts';
import { finishForecast } from './series/finish-forecast.ts';
import { type Member, modelOf } from './table-model.ts';
import { type Fold, pool, validationFolds } from './task-module.ts';
import { withTest } from './test-scores.ts';
import { type KeptModels, keptModels } from './trained-model.ts';

/** What the ensemble, and what the single config, is made of. */
interface Members {
  readonly ensemble: readonly Member[];
  readonly single: readonly Member[];
}

/** Columns that an outcome names. */
const mostShown = 10_000;

/**
 * Makes the model of a task whose search is done: chooses an ensemble by the predictions of the validation rows, trains its
 * members on all rows of the search, writes them, and says how good they are on the test part, which nothing has seen until
 * now.
 *
 * @param file the data file
 */
export async function finishTask(
  tf: TensorFlow,
  task: TaskSpec,
  file: string,
  order: FinishOrder,
): Promise<void> {
  if (task.type === 'time-series-forecasting') return finishForecast(tf, task, file, order);
  const begun = performance.now();
  const { search, test, note } = await readSplit(task, file);
  const data = createDataset(search, task);
  const folds = validationFolds(data, task.time !== undefined);
  const whole = wholeTraining(folds.length);
  const kept = keptModels(order.candidates, data, folds.length);
  const write = outcomeWriter(order.folder);
  const made = (chosen: Chosen, members: Members) => {
    const model = modelOf(task.target, data, members.ensemble);
    const outcome = outcomeOf(task, data, order, chosen, members.ensemble, {
      test: test?.lines.length ?? 0,
      notes: [note, ...inTimeNotes(chosen)],
    });
    replaceModel(order.folder, model, outcome);
    return { model, outcome };
  };
  const said = await keptPredictions(tf, data, folds, kept);
  const compared = comparison(data, folds, order);
  // Should the time be up sooner than expected, this is the model.
  const ready = compared.ofKept(order.candidates, said);
  if (ready) made(ready, keptMembers(ready, kept));
  const chosen = hasTime(order, said, begun, whole)
    ? compared.of(await tryAll(tf, data, folds, said, order, begun))
    : bestInTime(order, ready, begun, whole);
  const members = chosen.asTrained
    ? keptMembers(chosen, kept)
    : await train(tf, data, chosen, whole, order, begun);
  const { model, outcome } = made(chosen, members);
  const single = modelOf(task.target, data, members.single);
  if (test) await withTest(tf, outcome, { model, single, test, order, write });
}

function outcomeOf(
  task: TaskSpec,
  data: TableDataset,
  { metric, goal }: FinishOrder,
  chosen: Chosen,
  members: readonly Member[],
  { test, notes }: { readonly test: number; readonly notes: readonly string[] },
): ModelOutcome {
  return {
    task: data.task,
    metric,
    goal,
    target: task.target,
    data: task.data,
    classes: [...data.classes],
    rows: { search: data.rows, test },
    columns: data.coding.slice(0, mostShown).map((coding) => ({
      name: coding.column,
      kind:
        coding.kind === 'category'
          ? `category of ${coding.levels.length}`
          : coding.kind === 'document'
            ? 'text to read'
            : coding.kind === 'image'
              ? `image of ${coding.width}×${coding.height}`
              : coding.kind,
    })),
    notes: [...data.notes, ...notes],
    single: { trial: chosen.single.trial, validation: chosen.singleScore },
    ensemble: {
      members: byTrial(members).map(({ trial, weight, fitted, config }) => ({
        trial,
        weight,
        family: fitted.family,
        config: config as Candidate['config'],
      })),
      validation: chosen.score,
    },
    candidates: chosen.tried,
  };
}

/** One member for each trial: what it has trained on its folds counts as one model. */
function byTrial(members: readonly Member[]): Member[] {
  const found = new Map<number, Member>();
  for (const member of members) {
    const weight = member.weight + (found.get(member.trial)?.weight ?? 0);
    found.set(member.trial, { ...member, weight });
  }
  return [...found.values()];
}

/** What trials have left of what an ensemble is made of. */
function keptMembers({ members, single }: Chosen, kept: KeptModels): Members {
  const of = ({ trial }: Candidate, share: number) =>
    kept.get(trial)!.map((member) => ({ ...member, weight: share * member.weight }));
  return {
    ensemble: members.flatMap(({ candidate, weight }) => of(candidate, weight)),
    single: of(single, 1),
  };
}

/** What kept models say of the validation rows, by trial: each fold's of those that it was trained without. */
async function keptPredictions(
  tf: TensorFlow,
  data: TableDataset,
  folds: readonly Fold[],
  kept: KeptModels,
): Promise<ReadonlyMap<number, Float64Array>> {
  const outputs = outputsOf(data);
  const said = new Map([...kept.keys()].map((trial) => [trial, new Float64Array(data.rows * outputs)]));
  for (const [i, { validation }] of folds.entries()) {
    const features = data.features.map((feature) => featureRows(feature, validation));
    for (const [trial, members] of kept) {
      const own = await predictFittedWith(tf, members[i]!.fitted, features, validation.length, outputs);
      for (const [at, row] of validation.entries())
        said.get(trial)!.set(own.subarray(at * outputs, (at + 1) * outputs), row * outputs);
    }
  }
  return said;
}

/** Ensembles by what candidates say of the validation rows, trained without them. */
function comparison(data: TableDataset, folds: readonly Fold[], order: FinishOrder) {
  const rows = Int32Array.from(folds.flatMap(({ validation }) => [...validation]));
  const scores = (predicted: Float64Array) => scoreRows(data, rows, predicted);
  const of = (tried: Tried): Chosen => {
    const weights = selectEnsemble(tried.predictions, (predicted) => lossOf(scores(predicted), order));
    return chosenBy(weights, tried, scores, order);
  };
  return {
    of,
    /** Of those whose models are kept, as they are; undefined where there are none. */
    ofKept(candidates: readonly Candidate[], said: ReadonlyMap<number, Float64Array>): Chosen | undefined {
      const own = candidates.filter(({ trial }) => said.has(trial));
      if (own.length === 0) return undefined;
      return asTrained(of({ candidates: own, predictions: own.map(({ trial }) => said.get(trial)!) }));
    },
  };
}

/** Asks the candidates: those whose models are kept cost no training. */
function tryAll(
  tf: TensorFlow,
  data: TableDataset,
  folds: readonly Fold[],
  said: ReadonlyMap<number, Float64Array>,
  order: FinishOrder,
  begun: number,
): Promise<Tried> {
  const takes = ({ trial, durationMs = 0 }: Candidate) => (said.has(trial) ? 0 : durationMs);
  return tryCandidates(order, begun, takes, async ({ config, seed, trial }) => {
    const known = said.get(trial);
    if (known) return known;
    const own: Float64Array[] = [];
    for (const fold of folds) {
      const learner = createLearner(tf, config, { data, rows: fold.rows, seed });
      try {
        await learner.trainTo(1);
        own.push(await learner.predict());
      } finally {
        learner.dispose();
      }
    }
    return pool(data, folds, own);
  });
}

/** On all rows of the search, or as many as there is time for. */
async function train(
  tf: TensorFlow,
  data: TableDataset,
  chosen: Chosen,
  whole: number,
  order: FinishOrder,
  begun: number,
): Promise<Members> {
  const rows = rowsInTime(data.rows, chosen, order.seed);
  const { ensemble, single } = await trainMembers(chosen, order, begun, whole, async (candidate, weight) => {
    const { config, seed, trial } = candidate;
    const learner = createLearner(tf, config, { data, rows, seed });
    try {
      await learner.trainTo(1);
      return { trial, weight, config, fitted: await learner.fitted() };
    } finally {
      learner.dispose();
    }
  });
  return { ensemble, single: [single] };
}
