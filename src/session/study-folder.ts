import { createHash } from 'node:crypto';
import path from 'node:path';

/**
 * Where a study keeps its journal, trials and reports: below the state folder, named by the study and, since two specs
 * of one repository may bear the same name, by the spec's path.
 *
 * @param specPath relative to the repository
 */
export function studyFolder(stateFolder: string, specPath: string, name: string): string {
  const slug = name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 60);
  const where = createHash('sha256').update(specPath.split(path.sep).join('/')).digest('hex').slice(0, 6);
  return path.join(stateFolder, 'studies', `${slug}-${where}`);
}

/** Files in the folder of a study. */
export const studyFiles = {
  journal: 'journal.jsonl',
  markdown: 'leaderboard.md',
  json: 'results.json',
  csv: 'results.csv',
  html: 'report.html',
  /** Parameters that were found in the code. */
  foundParams: 'params.json',
  /** Folder of the model that a task came to. */
  model: 'model',
} as const;
