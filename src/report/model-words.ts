import type { ModelOutcome } from '../automl/outcome.ts';
import { type Everywhere, literal, type Safe, type Sink, type Voice } from './safe.ts';
import { counted, numberFormat, plural, short, withSign } from './words.ts';

/** A table about a model, for any sink. */
export interface ModelTable<S extends Sink> {
  readonly title: Everywhere;
  readonly header: readonly Safe<S>[];
  readonly rows: readonly (readonly Safe<S>[])[];
  /** One letter a column, `l` or `r`. */
  readonly align: string;
  readonly note?: Safe<S>;
}

/** Most rows of importance, classes and members shown. */
const mostRows = 20;
/** Telling words shown of a class. */
const mostWords = 6;

/** What was made, and how good it is. */
export function modelSentence<S extends Sink>(model: ModelOutcome, voice: Voice<S>): Safe<S> {
  const { say, name, strong } = voice;
  const { ensemble, metric, rows } = model;
  const [only] = ensemble.members;
  const what =
    ensemble.members.length === 1 && only
      ? say`The model is that of trial ${name(`#${only.trial}`)} (${name(only.family)})`
      : say`The model is an ensemble of ${counted(ensemble.members.length)} trials`;
  const { test } = ensemble;
  const format = scores(model);
  const measured = baseline(model, voice);
  return test
    ? say`${what}: ${name(metric)} ${strong(format(test.value))}${measured} on ${plural(rows.test, model.task === 'forecasting' ? 'value' : 'row')} that no trial has seen (95 % interval ${format(test.low)} to ${format(test.high)}), ${format(ensemble.validation)} in validation.`
    : say`${what}: ${name(metric)} ${format(ensemble.validation)}${measured} in validation; no rows were held back to test it.`;
}

/** What the forecast that must be beaten has. */
function baseline<S extends Sink>(model: ModelOutcome, { say, name }: Voice<S>): Safe<S> {
  const of = model.baseline;
  if (!of) return literal``;
  const { value } = (model.ensemble.test ? of.test : undefined) ?? { value: of.validation };
  return say` (${name(of.name)}: ${scores(model)(value)})`;
}

/** Everything that is known of a model. */
export function modelTables<S extends Sink>(model: ModelOutcome, voice: Voice<S>): readonly ModelTable<S>[] {
  return [
    comparison(model, voice),
    members(model, voice),
    ...(model.test
      ? [
          metrics(model, voice),
          classes(model, voice),
          confusion(model, voice),
          calibration(model, voice),
          residuals(model),
          forecastSteps(model, voice),
          importance(model, voice),
          words(model, voice),
        ]
      : []),
  ].filter((table) => table !== undefined);
}

function scores({ single, ensemble, baseline: of }: ModelOutcome) {
  return numberFormat(
    [single, ensemble, ...(of ? [of] : [])].flatMap(({ validation, test }) => [
      validation,
      ...(test ? [test.value] : []),
    ]),
  );
}

function comparison<S extends Sink>(model: ModelOutcome, { say, name }: Voice<S>): ModelTable<S> {
  const { single, ensemble, metric, baseline: measured } = model;
  const format = scores(model);
  const row = (what: Safe<S>, { validation, test }: Pick<ModelOutcome['single'], 'validation' | 'test'>) => [
    what,
    format(validation),
    test ? format(test.value) : literal`–`,
    test ? literal`${format(test.low)} to ${format(test.high)}` : literal`–`,
  ];
  return {
    title: literal`The ensemble and its best member`,
    header: [
      literal`model`,
      say`${name(metric, 40)} in validation`,
      literal`on the test part`,
      literal`95 % interval`,
    ],
    rows: [
      row(literal`ensemble of ${counted(ensemble.members.length)}`, ensemble),
      row(say`${name(`#${single.trial}`)} alone`, single),
      ...(measured ? [row(say`${name(measured.name)}, to be beaten`, measured)] : []),
    ],
    align: 'lrrr',
  };
}

function members<S extends Sink>({ ensemble }: ModelOutcome, { name }: Voice<S>): ModelTable<S> | undefined {
  if (ensemble.members.length < 2) return undefined;
  return {
    title: literal`Members`,
    header: [literal`trial`, literal`family`, literal`weight`],
    rows: ensemble.members
      .slice(0, mostRows)
      .map(({ trial, family, weight }) => [name(`#${trial}`), name(family), percent(weight)]),
    align: 'rlr',
  };
}

function metrics<S extends Sink>(
  { test, metric }: ModelOutcome,
  { name }: Voice<S>,
): ModelTable<S> | undefined {
  const others = Object.entries(test?.metrics ?? {}).filter(
    ([of]) => of !== metric && !of.startsWith('val_recall/'),
  );
  if (others.length === 0) return undefined;
  return {
    title: literal`Other metrics on the test part`,
    header: [literal`metric`, literal`value`],
    rows: others.slice(0, mostRows).map(([of, value]) => [name(of), short(value)]),
    align: 'lr',
  };
}

function classes<S extends Sink>({ test }: ModelOutcome, { name }: Voice<S>): ModelTable<S> | undefined {
  const slices = test?.slices;
  if (!slices || slices.length === 0) return undefined;
  const shown = slices.slice(0, mostRows);
  return {
    title: literal`Class by class, on the test part`,
    header: [literal`class`, literal`rows`, literal`recall`, literal`precision`],
    rows: shown.map(({ name: of, support, recall, precision }) => [
      name(of, 40),
      counted(support),
      share(recall),
      share(precision),
    ]),
    align: 'lrrr',
    ...(shown.length < slices.length
      ? {
          note: literal`${plural(slices.length - shown.length, 'further class', 'further classes')} not shown.`,
        }
      : {}),
  };
}

function confusion<S extends Sink>(
  { test, classes: all }: ModelOutcome,
  { name, say }: Voice<S>,
): ModelTable<S> | undefined {
  const counts = test?.confusion;
  if (!counts || counts.length > 10) return undefined;
  return {
    title: literal`Confusion matrix, on the test part`,
    header: [literal`is, and was taken for`, ...counts.map((_, k) => name(all[k] ?? '', 24))],
    rows: counts.map((row, k) => [
      say`${name(all[k] ?? '', 24)}`,
      ...row.map((count) => (count === 0 ? literal`·` : counted(count))),
    ]),
    align: `l${'r'.repeat(counts.length)}`,
  };
}

function calibration<S extends Sink>({ test }: ModelOutcome, { say }: Voice<S>): ModelTable<S> | undefined {
  const found = test?.calibration;
  if (!found || found.bins.length === 0) return undefined;
  return {
    title: literal`Calibration: is the model right as often as it is sure?`,
    header: [literal`it says`, literal`it is right`, literal`rows`],
    rows: found.bins
      .slice(0, mostRows)
      .map(({ confidence, accuracy, rows }) => [percent(confidence), percent(accuracy), counted(rows)]),
    align: 'rrr',
    note: say`Expected calibration error: ${percent(found.error)}.`,
  };
}

function residuals<S extends Sink>({ test }: ModelOutcome): ModelTable<S> | undefined {
  const found = test?.residuals;
  if (!found || found.length === 0) return undefined;
  const format = numberFormat(found.map(({ value }) => value));
  return {
    title: literal`Errors (prediction less truth), on the test part`,
    header: [literal`share of rows`, literal`error at most`],
    rows: found.slice(0, mostRows).map(({ share: of, value }) => [percent(of), withSign(value, format)]),
    align: 'rr',
  };
}

function forecastSteps<S extends Sink>(
  { test, task }: ModelOutcome,
  { say }: Voice<S>,
): ModelTable<S> | undefined {
  const found = test?.forecast;
  if (task !== 'forecasting' || !found || found.steps.length === 0) return undefined;
  const { interval, steps } = found;
  const shown = steps
    .map((of, i) => ({ ...of, step: i + 1 }))
    .filter(({ step }) => isShown(step, steps.length));
  const errors = numberFormat(shown.map(({ mae }) => mae));
  return {
    title: literal`Step by step ahead, on the test part`,
    header: [
      literal`steps ahead`,
      literal`mean absolute scaled error`,
      literal`mean absolute error`,
      literal`within the interval`,
    ],
    rows: shown.map(({ step, mase, mae, coverage }) => [
      counted(step),
      mase === undefined ? literal`–` : short(mase),
      errors(mae),
      percent(coverage),
    ]),
    align: 'rrrr',
    note: say`The intervals should hold ${percent(interval.level)} of the values; they hold ${percent(interval.coverage)} of the test part.`,
  };
}

/** All of a short horizon; of a long one the first steps, and then fewer and fewer. */
function isShown(step: number, steps: number): boolean {
  if (steps <= mostRows) return true;
  const each = Math.ceil(steps / (mostRows - 2));
  return step === 1 || step === steps || step % each === 0;
}

function importance<S extends Sink>(
  { test, metric, task }: ModelOutcome,
  { say, name }: Voice<S>,
): ModelTable<S> | undefined {
  const all = test?.importance ?? [];
  if (all.length === 0) return undefined;
  const shown = all.slice(0, mostRows);
  const format = numberFormat(shown.map(({ mean }) => mean));
  const forecast = task === 'forecasting';
  return {
    title: forecast
      ? literal`Importance: by how much the score gets worse when an input is taken from elsewhere in the data`
      : literal`Importance: by how much the score gets worse when a column is shuffled`,
    header: [
      forecast ? literal`input` : literal`column`,
      say`${name(metric, 40)} worse by`,
      literal`standard deviation`,
    ],
    rows: shown.map(({ column, mean, deviation }) => [name(column, 40), format(mean), short(deviation, 2)]),
    align: 'lrr',
    ...(shown.length < all.length
      ? {
          note: literal`${plural(all.length - shown.length, forecast ? 'further input' : 'further column')} not shown.`,
        }
      : {}),
  };
}

function words<S extends Sink>(
  { test, task, target }: ModelOutcome,
  { say, name }: Voice<S>,
): ModelTable<S> | undefined {
  const all = test?.words ?? [];
  if (all.length === 0) return undefined;
  const shown = all.slice(0, mostRows);
  const numbers = numberFormat(all.flatMap((of) => of.words.map(({ effect }) => effect)));
  const list = (found: (typeof all)[number]['words']): Safe<S> => {
    let line: Safe<S> | undefined;
    for (const { word, effect } of found.slice(0, mostWords)) {
      const own = say`${name(word, 24)} ${withSign(effect, numbers)}`;
      line = line === undefined ? own : say`${line}, ${own}`;
    }
    return line ?? say`–`;
  };
  const classes = task === 'classification';
  return {
    title: classes
      ? literal`The most telling words: what each adds to the probability of the class, in the texts that have it`
      : literal`The most telling words: what each adds to the prediction, in the texts that have it`,
    header: [classes ? literal`class` : say`${name(target, 40)}`, literal`words`],
    rows: shown.map((of) => [name(of.name, 40), list(of.words)]),
    align: 'll',
    note: literal`Measured by taking the word out, in texts of the test part.`,
  };
}

function percent(value: number): Everywhere {
  return literal`${short(100 * value, 3)} %`;
}

function share(value: number | undefined): Everywhere {
  return value === undefined ? literal`–` : percent(value);
}
