import type { TaskSpec } from '../spec/spec.ts';
import { type ColumnCoding, encodeColumn, frequentWords, numberOf, numberToPredict } from './columns.ts';
import { pictureColumn } from './images/encode-pictures.ts';
import { mostCells } from './row-sample.ts';
import { caseKeys, cut, parts, rowKey, type SplitKeys, strataOf } from './split.ts';
import { DataError, listed, type Table } from './table.ts';
import { withDocument } from './text/documents.ts';
import { textNotes } from './text/text-notes.ts';

export { parts };

/** An input of the models, one value a row. */
export type Feature =
  /** NaN is a missing value. */
  | { readonly kind: 'number'; readonly name: string; readonly values: Float64Array }
  /** Index into `levels`; -1 is a missing value. */
  | {
      readonly kind: 'category';
      readonly name: string;
      readonly codes: Int32Array;
      readonly levels: readonly string[];
    }
  /** What a text task reads; families that read none leave it out. */
  | { readonly kind: 'text'; readonly name: string; readonly texts: readonly string[] }
  /** Pictures one after the other, each row by row, the channels of a pixel side by side. */
  | {
      readonly kind: 'image';
      readonly name: string;
      readonly height: number;
      readonly width: number;
      readonly channels: number;
      readonly pixels: Uint8Array | Float32Array;
    };

/** Data as the models take it. */
export interface Dataset {
  readonly task: 'classification' | 'regression';
  readonly rows: number;
  readonly features: readonly Feature[];
  /** Index of the class, or the number to predict. */
  readonly target: Float64Array;
  /** Of a classification. */
  readonly classes: readonly string[];
  /** Which part of the data each row belongs to, 0 to 4; the same for the same data, whatever the seed of a trial. */
  readonly part: Uint8Array;
  /** What people should know, in words. */
  readonly notes: readonly string[];
}

/** A dataset of a table, with what makes the same inputs of other rows. */
export interface TableDataset extends Dataset {
  readonly coding: readonly ColumnCoding[];
}

/** Up to so many different texts a column is a category though most of its values are different. */
const fewLevels = 20;

/**
 * Types the columns, looks for what spoils a training, and splits the rows.
 *
 * @throws {DataError} when nothing can be learned
 */
export function createDataset(given: Table, task: TaskSpec): TableDataset {
  const table = withDocument(given, task);
  const { file, names, columns, lines } = table;
  const column = (name: string, what: string) => {
    const index = names.indexOf(name);
    if (index < 0)
      throw new DataError(
        `${file}:1: there is no ${what} ${JSON.stringify(name)}; the columns are ${listed(names)}`,
      );
    return columns[index]!;
  };
  const target = column(task.target, 'target column');
  for (const name of task.ignore) column(name, 'column to ignore');
  const groups = task.group === undefined ? undefined : column(task.group, 'group column');
  const times = task.time === undefined ? undefined : column(task.time, 'time column');
  const notes: string[] = [];
  if (table.drawnFrom !== undefined)
    notes.push(
      `${file} has ${table.drawnFrom} rows, more than are kept in memory (${mostCells / 1e6} million values): some of them were drawn.`,
    );
  const kept = Int32Array.from(lines.keys()).filter((row) => target[row] !== '');
  if (kept.length < lines.length)
    notes.push(`${lines.length - kept.length} rows without a value of ${task.target} are left out.`);
  if (kept.length < 20)
    throw new DataError(
      `${file}: ${kept.length} rows have a value of ${task.target}; at least 20 are needed`,
    );
  const classification = task.type.endsWith('classification');
  const { values, classes } = classification
    ? classTarget(target, kept, task, file, notes)
    : { values: numberTarget(target, kept, task, file, lines), classes: [] };
  const features: Feature[] = [];
  const coding: ColumnCoding[] = [];
  const shown: string[] = [];
  if (table.pictures) {
    const cells = Array.from(kept, (row) => columns[names.indexOf(table.pictures!.column)]![row]!);
    const found = pictureColumn(table.pictures, cells, kept, target, notes);
    coding.push(found.coding);
    features.push(...encodeColumn(found.coding, cells, table.pictures));
    shown.push(found.shown);
  }
  names.forEach((name, index) => {
    // Tasks of pictures learn from nothing else.
    if (table.pictures) return;
    if (name === task.target || name === task.group || task.ignore.includes(name)) return;
    const texts = Array.from(kept, (row) => columns[index]![row]!);
    const { kind, coding: found } =
      name === table.text
        ? { kind: 'text to read', coding: { column: name, kind: 'document' } as const }
        : typed(name, texts, notes);
    shown.push(`${name} (${kind})`);
    if (!found) return;
    coding.push(found);
    for (const feature of encodeColumn(found, texts)) {
      if (classification && tells(feature, values, classes.length))
        notes.push(`${name} alone tells ${task.target}: if it is not known before, ignore it.`);
      features.push(feature);
    }
  });
  if (features.length === 0)
    throw new DataError(`${file}: beside ${task.target} there is no column that a model could learn from`);
  if (groups && new Set(Array.from(kept, (row) => groups[row]!)).size === 1)
    throw new DataError(
      `${file}: ${task.group} is ${JSON.stringify(groups[kept[0]!])} in every row; at least two groups are needed, one to train on and one to score on`,
    );
  const keys = caseKeys(table, kept);
  const labels = Array.from(kept, (row) => target[row]!);
  if (table.text !== undefined) notes.push(...textNotes(table, kept, labels, classification));
  const different = new Set(Array.from(kept, (row) => rowKey(table, row))).size;
  const duplicates = table.text === undefined ? keys.length - different : 0;
  const apart = new Set(keys).size > different;
  if (duplicates > 0)
    notes.push(
      `${duplicates} ${table.pictures ? 'pictures' : 'rows'} are duplicates: ${apart ? 'so many that each is taken for a case of its own.' : 'copies stay in one part of the split.'}`,
    );
  const part = partsOf(
    {
      keys: groups ? Array.from(kept, (row) => groups[row]!) : keys,
      ...(classification && !groups ? { strata: strataOf(keys, labels) } : {}),
      ...(times ? { times: Array.from(kept, (row) => times[row]!) } : {}),
    },
    groups !== undefined,
  );
  return {
    task: classification ? 'classification' : 'regression',
    rows: kept.length,
    features,
    coding,
    target: values,
    classes,
    part,
    notes: [`${file}: ${kept.length} rows; inputs ${listed(shown, 60)}.`, ...notes],
  };
}

/** The parts that rows are dealt out into: never all of them into one. */
function partsOf(split: SplitKeys, grouped: boolean): Uint8Array {
  const shares = Array.from({ length: parts }, (_, i) => (i + 1) / parts);
  const part = cut(split, shares);
  if (part.some((of) => of !== part[0])) return part;
  // Rows that are nearly all copies: one by one.
  if (!grouped) return cut({ ...split, keys: split.keys.map((key, row) => `${key}${row}`) }, shares);
  const sizes = new Map<string, number>();
  for (const key of split.keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key);
  const place = new Map(order.map((key, i) => [key, i % parts]));
  return Uint8Array.from(split.keys, (key) => place.get(key)!);
}

function classTarget(
  target: readonly string[],
  kept: Int32Array,
  { target: name, type }: TaskSpec,
  file: string,
  notes: string[],
) {
  const counts = new Map<string, number>();
  for (const row of kept) counts.set(target[row]!, (counts.get(target[row]!) ?? 0) + 1);
  const classes = [...counts.keys()].sort();
  if (classes.length < 2)
    throw new DataError(
      `${file}: every row has the same ${name}, ${JSON.stringify(classes[0])}: there is nothing to tell apart`,
    );
  if (classes.length > 200 || classes.length > kept.length / 4)
    throw new DataError(
      `${file}: ${name} has ${classes.length} different values in ${kept.length} rows; for numbers use type: ${type.replace('classification', 'regression')}`,
    );
  const rare = classes.filter((label) => counts.get(label)! < parts);
  if (rare.length > 0)
    notes.push(`Fewer than ${parts} rows each: ${rare.map((label) => JSON.stringify(label)).join(', ')}.`);
  const most = Math.max(...counts.values());
  if (most > 0.8 * kept.length)
    notes.push(
      `Imbalance: ${((100 * most) / kept.length).toFixed(1)} % of the rows are of one class; think of val_balanced_accuracy as the metric.`,
    );
  const index = new Map(classes.map((label, i) => [label, i]));
  return { values: Float64Array.from(kept, (row) => index.get(target[row]!)!), classes };
}

function numberTarget(
  target: readonly string[],
  kept: Int32Array,
  { target: name, type }: TaskSpec,
  file: string,
  lines: Int32Array,
) {
  const values = Float64Array.from(kept, (row) =>
    numberToPredict(target[row]!, name, `${file}:${lines[row]}`, type),
  );
  if (values.every((value) => value === values[0]))
    throw new DataError(`${file}: ${name} is ${values[0]} in every row: there is nothing to learn`);
  return values;
}

/** What becomes of a column (nothing: it is left out), and its type in words. */
export function typed(
  name: string,
  texts: readonly string[],
  notes: string[],
): { kind: string; coding?: ColumnCoding } {
  const known = texts.filter((text) => text !== '');
  if (known.length === 0) {
    notes.push(`${name} is empty and left out.`);
    return { kind: 'empty' };
  }
  if (known.length === texts.length && known.every((text) => text === known[0]))
    return { kind: 'constant, left out' };
  let numeric = 0;
  for (const text of known) if (!Number.isNaN(numberOf(text))) numeric += 1;
  if (numeric >= 0.95 * known.length) {
    if (numeric < known.length)
      notes.push(
        `${name}: ${known.length - numeric} of ${known.length} values are no numbers up to 1e100 and count as missing.`,
      );
    const values = Float64Array.from(texts, numberOf);
    if (isRunningNumber(values)) {
      notes.push(`${name} numbers the rows and is left out.`);
      return { kind: 'identifier' };
    }
    return { kind: 'numeric', coding: { column: name, kind: 'number' } };
  }
  if (numeric > 0.05 * known.length)
    notes.push(`${name} has numbers and other texts mixed; it is taken for a category.`);
  if (known.every((text) => /^\d{4}-\d\d-\d\d/.test(text) && Number.isFinite(Date.parse(text))))
    return { kind: 'date', coding: { column: name, kind: 'date' } };
  const different = new Set(known).size;
  const words = known.reduce((sum, text) => sum + text.split(/\s+/).length, 0) / known.length;
  if (words >= 4 && different > fewLevels)
    return { kind: 'text', coding: { column: name, kind: 'text', words: frequentWords(texts) } };
  if (different === known.length && different > fewLevels) {
    notes.push(`${name} is different in every row: an identifier, left out.`);
    return { kind: 'identifier' };
  }
  if (different > 1000) notes.push(`${name} has ${different} categories.`);
  const levels = [...new Set(known)].sort();
  return { kind: `category of ${different}`, coding: { column: name, kind: 'category', levels } };
}

/** 0, 1, 2, … or 1, 2, 3, …, in the order of the file. */
function isRunningNumber(values: Float64Array): boolean {
  return (values[0] === 0 || values[0] === 1) && values.every((value, i) => value === values[0]! + i);
}

/** Whether a category with several rows each leaves no doubt of the class: a leak, most likely. */
function tells(feature: Feature, target: Float64Array, classes: number): boolean {
  if (
    feature.kind !== 'category' ||
    feature.levels.length > target.length / 5 ||
    feature.levels.length < classes
  )
    return false;
  const of = new Map<number, number>();
  return feature.codes.every((code, row) => {
    const known = of.get(code);
    if (known === undefined) of.set(code, target[row]!);
    return known === undefined || known === target[row];
  });
}
