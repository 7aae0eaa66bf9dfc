import { createHash } from 'node:crypto';
import { argument } from '../report/safe.ts';
import { type Checkout, checkoutOf } from './checkout.ts';
import {
  type Change,
  contentHash,
  emptyTree,
  everythingElse,
  filesUnlike,
  untrackedFiles,
} from './code-files.ts';
import { gitBytes, tryGit } from './git.ts';
import type { GitRepo } from './repository.ts';

/** What is checked out. */
export interface HeadState {
  /** Absent in a repository without commits. */
  readonly sha?: string;
  /** Whether tracked files differ from the commit, or untracked ones (not ignored) lie about. */
  readonly dirty: boolean;
  /** Hash of all code that git knows of or could: commit, changes, untracked files. Equal code, equal fingerprint. */
  readonly fingerprint: string;
}

/** That, and what is beside a spec. */
export interface HeadBesideSpec extends HeadState {
  /** Hash of all code but the spec, whatever the commit that has it. */
  readonly withoutSpec: string;
  /** The same file by file; absent where too many differ from the commit. */
  readonly checkout?: Checkout;
}

/** What is checked out, changes included. */
export async function headState(repo: GitRepo): Promise<HeadState> {
  const { changes: _, tree: __, ...state } = await readHead(repo);
  return state;
}

/**
 * The same, and the code beside a spec: a commit of the spec alone, or of the same files again, leaves it what it is.
 *
 * @param spec path of the spec from the top of the repository
 */
export async function headBesideSpec(repo: GitRepo, spec: string): Promise<HeadBesideSpec> {
  const { changes, tree, ...state } = await readHead(repo);
  const committed = await gitBytes(repo.root, [
    'diff-tree',
    '-r',
    '--raw',
    '-z',
    '--no-abbrev',
    '--no-renames',
    '--no-ext-diff',
    argument(await emptyTree(repo)),
    argument(tree),
    ...everythingElse,
    argument(`:(exclude,top,literal)${spec}`),
  ]);
  changes.delete(Buffer.from(spec).toString('latin1'));
  const checkout = await checkoutOf(repo, tree, changes);
  return {
    ...state,
    withoutSpec: fingerprint(committed.toString('latin1'), changes),
    ...(checkout ? { checkout } : {}),
  };
}

function fingerprint(committed: string, changes: ReadonlyMap<string, Change>): string {
  const hash = createHash('sha256').update(committed);
  for (const [name, change] of changes) hash.update(`\0${change.mode}\0${name}\0${change.hash}`);
  return hash.digest('hex').slice(0, 32);
}

async function readHead(
  repo: GitRepo,
): Promise<HeadState & { readonly changes: Map<string, Change>; readonly tree: string }> {
  const sha = await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  // Without a commit everything tracked is a change against the empty tree.
  const tree = sha ?? (await emptyTree(repo));
  const changes = new Map<string, Change>();
  const changed = [
    ...(await filesUnlike(repo, tree)),
    ...(await untrackedFiles(repo)).map((name) => [name, 'new'] as const),
  ];
  for (const [name, mode] of changed) changes.set(name, { mode, hash: await contentHash(repo, name) });
  return {
    ...(sha === undefined ? {} : { sha }),
    dirty: changes.size > 0,
    fingerprint: fingerprint(sha ?? '', changes),
    changes,
    tree,
  };
}
