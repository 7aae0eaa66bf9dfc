import path from 'node:path';
import type { ModelOutcome } from '../automl/outcome.ts';
import { renderCsv } from '../report/csv.ts';
import { renderHtml } from '../report/html/page.ts';
import { renderJson } from '../report/json.ts';
import { renderLeaderboard } from '../report/markdown.ts';
import { renderModelCard } from '../report/model-card.ts';
import type { Results } from '../report/results.ts';
import { keepFile, StorageError } from '../storage.ts';
import { saveFacts } from './facts.ts';
import { studyFiles } from './study-folder.ts';

/** Paths of the written reports. */
export interface ReportFiles {
  readonly markdown: string;
  readonly json: string;
  readonly csv: string;
  readonly html: string;
  /** Folder of the model that a task came to. */
  readonly model?: string;
}

/**
 * Writes the reports into the folder of the study.
 *
 * @throws {StorageError} when one of them does not fit there: those behind it are not written
 */
export function writeReports(folder: string, results: Results): ReportFiles {
  try {
    return writeAll(folder, results);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    throw new StorageError(
      `${error.message} Every trial is in the journal: \`tunegate report\` shows them again, and writes to another place with --output.`,
      { cause: error },
    );
  }
}

function writeAll(folder: string, results: Results): ReportFiles {
  saveFacts(folder, results);
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    keepFile(file, text);
    return file;
  };
  return {
    markdown: write(studyFiles.markdown, renderLeaderboard(results)),
    json: write(studyFiles.json, renderJson(results)),
    csv: write(studyFiles.csv, renderCsv(results)),
    html: write(studyFiles.html, renderHtml(results)),
    ...(results.model
      ? { model: writeCard(path.join(folder, studyFiles.model), results, results.model) }
      : {}),
  };
}

/**
 * Writes the reports where results are posted as well: a verdict is not lost for want of its files. Where they do not fit, the
 * results say so.
 */
export function writeReportsOrSay(
  folder: string,
  results: Results,
): { readonly results: Results; readonly files?: ReportFiles } {
  try {
    return { results, files: writeReports(folder, results) };
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return { results: { ...results, notices: [...results.notices, error.message] } };
  }
}

const cardFile = 'MODEL_CARD.md';

/** Writes the card of a model beside it; returns the folder. */
export function writeCard(folder: string, results: Results, model: ModelOutcome): string {
  keepFile(path.join(folder, cardFile), renderModelCard(results, model));
  return folder;
}
