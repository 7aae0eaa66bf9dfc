import type { ModelOutcome } from '../../automl/outcome.ts';
import { lineChart, lineColours } from '../mermaid.ts';
import { type ModelTable, modelSentence, modelTables } from '../model-words.ts';
import { predictCommand } from '../replay-command.ts';
import type { Results } from '../results.ts';
import { bullets, codeBlock, folded, inCell, inMarkdown, literal, paragraph, type Safe } from '../safe.ts';
import { table } from '../table.ts';

/** What was made of a task: in one sentence. */
export function modelLine({ model }: Results): Safe<'block'> | undefined {
  return model && paragraph(modelSentence(model, inMarkdown));
}

/** Everything about it, folded. */
export function modelDetails({ model }: Results): Safe<'block'> | undefined {
  if (!model) return undefined;
  return folded(
    literal`${model.task === 'forecasting' ? literal`How good the model is, step by step and input by input` : literal`How good the model is, class by class and column by column`}`,
    [
      ...forecastCharts(model),
      ...modelTables(model, inCell).flatMap(drawn),
      paragraph(
        literal`To use it (the folder \`model\` is among the files of the run, and \`tunegate export\` writes it):`,
      ),
      codeBlock(predictCommand(model), { language: 'sh' }),
      dataNotes(model),
    ],
  );
}

/** What came and what was forecast of the first series, as lines from the beginning of the test part. */
function forecastCharts({ test, target }: ModelOutcome): readonly Safe<'block'>[] {
  const [first] = test?.forecast?.drawn ?? [];
  if (!first) return [];
  const { series, predicted, actual, times } = first;
  const known = (values: readonly (number | null)[]) =>
    values.flatMap((value) => (value === null ? [] : [value]));
  // Lines have no gaps: a missing value would move what comes behind it.
  if (actual.includes(null) || actual.length < predicted.length) return [];
  const chart = lineChart(`${series === '' ? target : series}: test part`, 'steps ahead', target, [
    { values: known(predicted) },
    { values: known(actual) },
  ]);
  if (!chart) return [];
  const { say, name } = inMarkdown;
  return [
    chart,
    paragraph(
      say`${lineColours[0]}: the forecast; ${lineColours[1]}: what came, ${name(times[1])} to ${name(times[2])}.`,
    ),
  ];
}

/** A table below its title. */
export function drawn({ title, header, rows, align, note }: ModelTable<'cell'>): readonly Safe<'block'>[] {
  return [
    paragraph(inMarkdown.strong(title)),
    table([header, ...rows], align),
    // What is safe in a cell is safe in a line.
    ...(note ? [paragraph(note as string as Safe<'markdown'>)] : []),
  ];
}

/** What was found in the data. */
export function dataNotes({ notes }: ModelOutcome): Safe<'block'> {
  return bullets(notes.slice(0, 30).map((text) => inMarkdown.sentence(text)));
}
