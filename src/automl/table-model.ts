import type { TensorFlow } from '../tensorflow/tensorflow.ts';
import { type ColumnCoding, encodeColumn } from './columns.ts';
import type { Feature, TableDataset } from './dataset.ts';
import { type Fitted, predictFitted, predictFittedWith } from './families/families.ts';
import { DataError, type Table } from './table.ts';
import { addWeighted } from './weighted-sum.ts';

/** A model to use: what makes inputs of columns, and fitted models whose outputs are averaged. */
export interface TableModel {
  readonly task: 'classification' | 'regression';
  readonly target: string;
  readonly classes: readonly string[];
  readonly columns: readonly ColumnCoding[];
  readonly members: readonly Member[];
}

export interface Member {
  /** Number of the search trial whose config it is. */
  readonly trial: number;
  /** All add up to 1. */
  readonly weight: number;
  readonly config: Readonly<Record<string, unknown>>;
  readonly fitted: Fitted;
}

export function modelOf(target: string, data: TableDataset, members: readonly Member[]): TableModel {
  const { task, classes, coding } = data;
  return { task, target, classes, columns: coding, members };
}

/**
 * The inputs of rows.
 *
 * @throws {DataError} when a column is missing
 */
export function encodeTable(columns: readonly ColumnCoding[], table: Table): Feature[] {
  const lacking = columns.filter(({ column }) => !table.names.includes(column));
  if (lacking.length > 0)
    throw new DataError(
      `${table.file}:1: there ${lacking.length === 1 ? 'is no column' : 'are no columns'} ${listed(lacking.map(({ column }) => JSON.stringify(column)))}, which the model was trained on; the columns are ${listed(table.names)}`,
    );
  return columns.flatMap((coding) =>
    encodeColumn(coding, table.columns[table.names.indexOf(coding.column)]!, table.pictures),
  );
}

function listed(names: readonly string[]): string {
  const most = 12;
  return `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}

/** Weighted mean of what the members say: probabilities of the classes, or the number, row by row. */
export function predictModel(
  { members, classes, task }: TableModel,
  features: readonly Feature[],
  rows: number,
): Float64Array {
  const outputs = task === 'classification' ? classes.length : 1;
  const sum = new Float64Array(rows * outputs);
  for (const { weight, fitted } of members)
    addWeighted(sum, weight, predictFitted(fitted, features, rows, outputs));
  return sum;
}

/** The same, as fast as it can be where there is TensorFlow.js. */
export async function predictModelWith(
  tf: TensorFlow,
  { members, classes, task }: TableModel,
  features: readonly Feature[],
  rows: number,
): Promise<Float64Array> {
  const outputs = task === 'classification' ? classes.length : 1;
  const sum = new Float64Array(rows * outputs);
  for (const { weight, fitted } of members)
    addWeighted(sum, weight, await predictFittedWith(tf, fitted, features, rows, outputs));
  return sum;
}
