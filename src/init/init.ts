import { existsSync } from 'node:fs';
import path from 'node:path';
import { makeFolderOf, writeInPieces } from '../output-file.ts';
import { type Survey, survey } from './survey.ts';
import { specTemplate, workflowTemplate } from './templates.ts';

/** What `init` did. */
export interface InitResult {
  readonly found: Survey;
  /** Paths relative to the folder. */
  readonly written: readonly string[];
  /** Files that were there already and stay as they are. */
  readonly kept: readonly string[];
}

const workflow = path.join('.github', 'workflows', 'tunegate.yml');

/**
 * Writes a spec and a workflow for the repository at `root`. Files that exist are kept unless `force`.
 *
 * @param root top of the repository
 * @param spec path of the spec to write, relative to `root`
 */
export async function initialise(root: string, spec: string, force = false): Promise<InitResult> {
  const found = survey(root);
  const texts: readonly (readonly [string, string])[] = [
    [spec, specTemplate(found)],
    [workflow, workflowTemplate(found, spec)],
  ];
  const written: string[] = [];
  const kept: string[] = [];
  for (const [file, text] of texts) {
    const full = path.join(root, file);
    if (existsSync(full) && !force) {
      kept.push(file);
      continue;
    }
    makeFolderOf(full, file);
    await writeInPieces(full, file, async (write) => write(text));
    written.push(file);
  }
  return { found, written, kept };
}
