import { argument } from '../report/safe.ts';
import { gitBytes } from './git.ts';
import { stateFolderName } from './repository.ts';

/**
 * Files that differ between a commit and the work tree: changed, added, deleted or not known to git yet (ignored ones apart).
 *
 * @param folder where the patterns begin, absolute, inside the repository
 * @param patterns globs (`**` for any folders), those after `!` taken out again; absent: the whole repository
 * @returns paths from the top of the repository
 * @throws {GitError}
 */
export async function changedFiles(
  sha: string,
  folder: string,
  patterns?: readonly string[],
): Promise<readonly string[]> {
  const paths = (patterns?.map(pathspec) ?? [':/']).map(argument);
  const ours = argument(`:(exclude,top,glob)**/${stateFolderName}/**`);
  const diff = ['-c', 'diff.autoRefreshIndex=true', 'diff', '--name-only', '-z', '--no-renames'] as const;
  const changed = await gitBytes(folder, [
    ...diff,
    '--no-ext-diff',
    '--ignore-submodules=none',
    argument(sha),
    '--',
    ...paths,
    ours,
  ]);
  const untracked = await gitBytes(folder, [
    'ls-files',
    '--others',
    '--exclude-standard',
    '--full-name',
    '-z',
    '--',
    ...paths,
    ours,
  ]);
  const names = [changed, untracked].flatMap((output) => output.toString('utf8').split('\0'));
  return [...new Set(names.filter((name) => name !== ''))].sort();
}

function pathspec(pattern: string): string {
  return pattern.startsWith('!') ? `:(exclude,glob)${pattern.slice(1)}` : `:(glob)${pattern}`;
}
