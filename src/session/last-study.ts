import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defaultJournal } from '../ask-tell/commands.ts';
import { readDrivenSpec } from '../ask-tell/open.ts';
import { stateFolderName } from '../github/repository.ts';
import type { Results } from '../report/results.ts';
import { loadDrivenSpec, loadSpec } from '../spec/load.ts';
import { SpecError } from '../spec/problem.ts';
import { JournalError } from '../study/journal.ts';
import { loadDrivenResults, loadResults } from './facts.ts';
import { type LoadedSpec, readSpec } from './load-spec.ts';
import { placeInRepo, placeOf } from './place.ts';
import { studyFiles, studyFolder } from './study-folder.ts';

export interface LastStudy {
  readonly results: Results;
  /** Path of its journal. */
  readonly journal: string;
}

/**
 * The last study of a spec, finished or not: that of `tunegate run`, or where there is none the search that another program
 * drives.
 *
 * @param config path of the spec, as the user gave it
 * @param journal of such a search; absent: the one beside the spec
 * @throws {SpecFileError}, {SpecError} when the spec cannot be read
 * @throws {JournalError} when there is no study, or its journal is damaged
 */
export async function lastStudy(config: string, journal?: string): Promise<LastStudy> {
  if (journal !== undefined) return await drivenStudy(config, journal);
  const beside = defaultJournal(config);
  const loaded = await readToRun(config, existsSync(beside));
  if (!loaded) return await drivenStudy(config, beside);
  const { folder, specPath } = await placeOf(loaded);
  const own = path.join(folder, studyFiles.journal);
  return existsSync(own) || !existsSync(beside)
    ? { results: loadResults(folder, loaded, specPath), journal: own }
    : await drivenStudy(config, beside);
}

/**
 * Undefined for a spec that is enough only for a search that another program drives.
 *
 * @param driven whether there is such a search: of its spec nothing more is asked
 * @throws {SpecError} with what is wrong with it for either
 */
async function readToRun(config: string, driven: boolean): Promise<LoadedSpec | undefined> {
  try {
    return readSpec(path.resolve(config), config);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    const name = nameOfDriven(config, driven);
    if (name === undefined || (!driven && isToRun(config)) || (await isRun(config, name))) throw error;
    return undefined;
  }
}

/** Whether a spec is enough to run, whatever is wrong with the files that it names, or with its command. */
function isToRun(config: string): boolean {
  try {
    loadSpec(config, readFileSync(config, 'utf8'));
    return true;
  } catch {
    return false;
  }
}

/** Whether `tunegate run` has left a study of a spec. */
async function isRun(config: string, name: string): Promise<boolean> {
  const { root, specPath } = await placeInRepo(path.resolve(config));
  const folder = studyFolder(path.join(root, stateFolderName), specPath, name);
  return existsSync(path.join(folder, studyFiles.journal));
}

/** Undefined where a spec is not enough for a search that another program drives; where there is one that is an error. */
function nameOfDriven(config: string, driven: boolean): string | undefined {
  try {
    return loadDrivenSpec(config, readFileSync(config, 'utf8')).name;
  } catch (error) {
    if (driven) throw error;
    return undefined;
  }
}

async function drivenStudy(config: string, journal: string): Promise<LastStudy> {
  const spec = readDrivenSpec(config);
  if (!existsSync(journal))
    throw new JournalError(
      journal,
      undefined,
      'there is no journal here: `tunegate ask` begins one. Name yours with --journal, if it is elsewhere',
    );
  const { specPath } = await placeInRepo(path.resolve(config));
  return { results: loadDrivenResults(journal, spec, specPath), journal };
}
