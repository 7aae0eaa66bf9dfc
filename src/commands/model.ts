import path from 'node:path';
import { forecastFile, predictFile, readDataFor } from '../automl/predict-file.ts';
import { readAnyModel } from '../automl/series/series-model.ts';
import { readTable } from '../automl/table-file.ts';
import { cancelSignal } from '../session/cancel.ts';
import { readSpec } from '../session/load-spec.ts';
import { exportModel } from '../session/phases/export-model.ts';
import { placeOf } from '../session/place.ts';
import { studyFiles } from '../session/study-folder.ts';
import type { Entry } from './entry.ts';
import { print, say, writeTo } from './output.ts';

export interface ExportFlags {
  readonly config: string;
  readonly output: string;
  readonly fresh?: boolean;
  readonly time?: number;
}

/** Writes the model of the last study of a task. */
export async function exportTo(flags: ExportFlags, { host }: Entry): Promise<void> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const { folder, specPath } = await placeOf(loaded);
  await exportModel({
    loaded,
    folder,
    specPath,
    output: path.resolve(flags.output),
    fresh: flags.fresh ?? false,
    ...(flags.time === undefined ? {} : { limitMs: flags.time }),
    host,
    env: process.env,
    signal: cancelSignal(),
    onPlan: print,
  });
  print(`Wrote ${flags.output}. Use it: tunegate predict --model ${flags.output} --data FILE`);
}

export interface PredictFlags {
  readonly config: string;
  readonly model?: string;
  readonly data: string;
  readonly output?: string;
}

/** Adds the predictions of a model to a table. */
export async function predict(flags: PredictFlags): Promise<void> {
  const { model: named, data, output } = flags;
  const model = readAnyModel(named ?? (await studyModel(flags.config)));
  if (model.task === 'forecasting') {
    const history = await readTable(path.resolve(data), data, Number.POSITIVE_INFINITY);
    const { csv, rows, notes } = forecastFile(model, history);
    await writeTo(output, async (write) => write(csv));
    say([`${rows} steps forecast.`, ...notes].join(' '));
    return;
  }
  const pieces = readDataFor(model, path.resolve(data), data);
  const { rows, scores, scored, notes } = await writeTo(output, (write) => predictFile(model, pieces, write));
  const words = [`${rows} rows predicted.`, ...notes];
  if (scores)
    words.push(
      `Of ${scored} of them ${model.target} is known: ${Object.entries(scores)
        .map(([name, value]) => `${name.replace(/^val_/, '')} ${Number(value.toPrecision(4))}`)
        .join(', ')}.`,
    );
  say(words.join(' '));
}

async function studyModel(config: string): Promise<string> {
  const { folder } = await placeOf(readSpec(path.resolve(config), config));
  return path.join(folder, studyFiles.model);
}
