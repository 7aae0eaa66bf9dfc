import { modelSentence, modelTables } from '../model-words.ts';
import { predictCommand } from '../replay-command.ts';
import type { Results } from '../results.ts';
import { htmlLines, inHtml, type Safe } from '../safe.ts';
import { forecastCharts } from './forecast.ts';
import { plainTable } from './tables.ts';

type Html = Safe<'html'>;
const { say, sentence, join } = inHtml;

/** What was made of a task, and how good it is. */
export function modelParts({ model }: Results): readonly Html[] {
  if (!model) return [];
  const tables = modelTables(model, inHtml).map(
    ({ title, note, ...table }) =>
      say`<div><p><strong>${title}</strong></p>${plainTable(table)}${note ? say`<p class="note">${note}</p>` : say``}</div>`,
  );
  const notes = model.notes.slice(0, 50).map((text) => say`<li>${sentence(text)}</li>`);
  return [
    say`<p>${modelSentence(model, inHtml)}</p>`,
    ...forecastCharts(model),
    say`<div class="tables">\n${join(tables, '')}\n</div>`,
    say`<p>Use it:</p><pre>${htmlLines(predictCommand(model))}</pre>`,
    say`<details><summary>The data</summary><ul>${join(notes, '')}</ul></details>`,
  ];
}
