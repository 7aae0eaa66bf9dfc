import { createHash } from 'node:crypto';
import {
  type DataBranch,
  type DataBranchOptions,
  type DataFiles,
  editDataBranch,
  readDataBranch,
} from '../github/data-branch.ts';
import { joinMeasured, type MeasuredBaseline, readMeasured, writeMeasured } from './measured.ts';

/** The branch where results of the default branch are kept. */
export const dataBranchName = 'tunegate-data';

/** Most results that are kept of a study; the oldest go first. */
const mostResults = 200;

/** Results of one study on the data branch. */
export interface BaselineStore {
  readonly branch: DataBranch;
  /** Tells the studies of a repository apart: a name of a folder. */
  readonly key: string;
}

export interface StoredBaselines {
  /** The newest first. */
  readonly results: readonly MeasuredBaseline[];
  /** Files that could not be read and why, one sentence each. */
  readonly notices: readonly string[];
}

/**
 * All results of a study.
 *
 * @throws {DataBranchError}
 */
export async function readStore({ branch, key }: BaselineStore): Promise<StoredBaselines> {
  return parse(await readDataBranch(branch, folderOf(key)));
}

/**
 * Adds a result. The same commit under the same circumstances has one file: trainings of other seeds are added to it, those
 * of the same seeds replaced. Results beyond the newest 200 are removed.
 *
 * @throws {DataBranchError}
 */
export async function addToStore(
  { branch, key }: BaselineStore,
  result: MeasuredBaseline,
  options: DataBranchOptions = {},
): Promise<void> {
  const file = fileOf(key, result);
  await editDataBranch(
    branch,
    {
      folder: folderOf(key),
      message: `Results of ${result.study.replace(/[^\x20-\x7e]/g, '?')} at ${result.commit.slice(0, 12)}`,
      change(files) {
        const there = files.get(file);
        const before = there === undefined ? undefined : readMeasured(there);
        const joined = before && !('problem' in before) ? joinMeasured(before, result) : result;
        return new Map<string, string | undefined>([
          ...surplus(files, file).map((old) => [old, undefined] as const),
          [file, writeMeasured(joined)],
        ]);
      },
    },
    options,
  );
}

function folderOf(key: string): string {
  return `baselines/${key}`;
}

function fileOf(
  key: string,
  { commit, circumstances: { spec, dependencies, data, machine } }: MeasuredBaseline,
) {
  const hash = createHash('sha256').update(JSON.stringify([spec, dependencies, data, machine]));
  return `${folderOf(key)}/${commit}-${hash.digest('hex').slice(0, 8)}.json`;
}

function surplus(files: DataFiles, coming: string): readonly string[] {
  const dated = [...files]
    .filter(([file]) => file !== coming)
    .flatMap(([file, text]) => {
      const read = readMeasured(text);
      // A newer Tunegate may need what this one cannot read.
      return 'problem' in read ? [] : [{ file, at: read.at }];
    });
  dated.sort((a, b) => (a.at < b.at ? 1 : -1));
  return dated.slice(mostResults - 1).map(({ file }) => file);
}

function parse(files: DataFiles): StoredBaselines {
  const results: MeasuredBaseline[] = [];
  const notices: string[] = [];
  for (const [file, text] of files) {
    const read = readMeasured(text);
    if ('problem' in read)
      notices.push(`${file} on the branch ${dataBranchName} is passed over: ${read.problem}.`);
    else results.push(read);
  }
  results.sort((a, b) => (a.at < b.at ? 1 : -1));
  return { results, notices: notices.slice(0, 3) };
}
