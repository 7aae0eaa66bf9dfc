import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ModelOutcome } from '../automl/outcome.ts';
import { renderCsv } from '../report/csv.ts';
import { renderHtml } from '../report/html/page.ts';
import { renderJson } from '../report/json.ts';
import { renderLeaderboard } from '../report/markdown.ts';
import { renderModelCard } from '../report/model-card.ts';
import type { Results } from '../report/results.ts';
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

/** Writes the reports into the folder of the study. */
export function writeReports(folder: string, results: Results): ReportFiles {
  saveFacts(folder, results);
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
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

const cardFile = 'MODEL_CARD.md';

/** Writes the card of a model beside it; returns the folder. */
export function writeCard(folder: string, results: Results, model: ModelOutcome): string {
  writeFileSync(path.join(folder, cardFile), renderModelCard(results, model));
  return folder;
}
