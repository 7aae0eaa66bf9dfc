import { findRepository } from '../../src/github/repository.ts';
import { withWorktree } from '../../src/github/worktree.ts';

/** A process that checks a commit out, prints where, and holds it until it is killed: FOLDER COMMIT */
const [folder = '', sha = ''] = process.argv.slice(2);
const repo = await findRepository(folder);
if (repo.kind === 'none') throw new Error(repo.reason);
await withWorktree(repo, sha, folder, async ({ root }) => {
  process.stdout.write(`${root}\n`);
  await new Promise(() => setInterval(() => {}, 60_000));
});
