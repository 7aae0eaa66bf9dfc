import { renderCsv } from '../report/csv.ts';
import { renderHtml } from '../report/html/page.ts';
import { renderJson } from '../report/json.ts';
import { renderLeaderboard } from '../report/markdown.ts';
import { renderOptunaJournal } from '../report/optuna-journal.ts';
import { renderTerminal } from '../report/terminal.ts';
import { tellsOfThen } from '../session/as-it-was.ts';
import { timesOf } from '../session/facts.ts';
import { lastStudy } from '../session/last-study.ts';
import { print, say, terminal, writeTo } from './output.ts';

export const reportFormats = ['terminal', 'markdown', 'html', 'json', 'csv', 'optuna-journal'] as const;

export interface ReportFlags {
  readonly config: string;
  readonly journal?: string;
  readonly format: (typeof reportFormats)[number];
  readonly output?: string;
}

/** Shows the last study again. */
export async function report(flags: ReportFlags): Promise<void> {
  const { results, journal } = await lastStudy(flags.config, flags.journal);
  // Not every format has notices, and whoever writes to a file does not see those that it has.
  if (flags.format !== 'terminal' || flags.output !== undefined)
    for (const notice of results.notices.filter(tellsOfThen)) say(notice);
  const text = {
    terminal: () =>
      flags.output === undefined ? terminal(results) : renderTerminal(results, { colour: false, width: 100 }),
    markdown: () => renderLeaderboard(results),
    html: () => renderHtml(results),
    json: () => renderJson(results),
    csv: () => renderCsv(results),
    'optuna-journal': () => renderOptunaJournal(results, timesOf(journal)),
  }[flags.format]();
  if (flags.output === undefined) print(text);
  else await writeTo(flags.output, async (write) => write(text));
}
