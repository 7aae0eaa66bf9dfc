import { argument } from '../report/safe.ts';
import { fetchFrom, remoteName } from './base-commit.ts';
import { git, tryGit } from './git.ts';
import type { RemoteCredentials } from './remote.ts';
import type { GitRepo } from './repository.ts';

export interface Ancestor {
  readonly sha: string;
  /** Commits that came after it, up to and with the one asked about; 0: it is the one. */
  readonly distance: number;
}

/** How far to look back: what lies further is of another model. */
const furthest = 5000;

/**
 * Of some commits the one that is closest before (or is) a given one: with the fewest commits in between. A shallow clone
 * is deepened as far as need be and possible.
 */
export async function nearestAncestor(
  repo: GitRepo,
  of: string,
  candidates: ReadonlySet<string>,
  options: { readonly credentials?: RemoteCredentials | undefined } = {},
): Promise<Ancestor | undefined> {
  if (candidates.has(of)) return { sha: of, distance: 0 };
  if (candidates.size === 0) return undefined;
  const steps = repo.shallow ? (['--deepen=50', '--deepen=500', '--deepen=5000'] as const) : [];
  for (let step = 0; ; step++) {
    const found = await closest(repo, of, candidates);
    const deepen = steps[step];
    if (found || deepen === undefined) return found;
    // What cannot be fetched cannot be found: the caller has another way.
    if ((await fetchFrom(repo, [deepen, await remoteName(repo), argument(of)], options)) !== undefined)
      return undefined;
  }
}

async function closest(
  repo: GitRepo,
  of: string,
  candidates: ReadonlySet<string>,
): Promise<Ancestor | undefined> {
  const listed = await tryGit(repo.root, [
    'rev-list',
    '--date-order',
    `--max-count=${furthest}`,
    argument(of),
  ]);
  const ancestors = (listed ?? '').split('\n').filter((sha) => candidates.has(sha));
  let best: Ancestor | undefined;
  // By date the first few of them are the closest; which one is, the counts say.
  for (const sha of ancestors.slice(0, 5)) {
    const distance = Number(await git(repo.root, ['rev-list', '--count', `${sha}..${of}`]));
    if (!best || distance < best.distance) best = { sha, distance };
  }
  return best;
}
