// Releases what is checked out: checks it, tags it as vX.Y.Z (the version of package.json), and moves the tag of the
// major version, vX, to it, which is what workflows name (`uses: tunegate/tunegate@v1`).
//
//   node scripts/release.mjs            checks, and prints what it would do
//   node scripts/release.mjs --push     does it
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.env.TUNEGATE_RELEASE_ROOT ?? path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const push = process.argv.includes('--push');

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

function refuse(reason) {
  console.error(`Not released: ${reason}.`);
  process.exit(1);
}

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
if (!/^\d+\.\d+\.\d+$/.test(version))
  refuse(`package.json has the version ${version}, which is none to release`);
const tag = `v${version}`;
// Before 1.0 each minor version may break what was: then that is what workflows name.
const [major, minor] = version.split('.');
const moving = major === '0' ? `v0.${minor}` : `v${major}`;

if (git('status', '--porcelain') !== '') refuse('the work tree has changes that are not committed');
git('fetch', '--quiet', '--tags', '--force', 'origin');
const head = git('rev-parse', 'HEAD');
if (git('rev-parse', 'origin/HEAD') !== head)
  refuse('HEAD is not the tip of the default branch at the remote');
if (git('tag', '--list', tag) !== '') refuse(`${tag} is released already; raise the version in package.json`);
const newer = git('tag', '--list', `${moving}.*`)
  .split('\n')
  .filter((name) => /^v\d+\.\d+\.\d+$/.test(name) && compare(name.slice(1), version) > 0);
if (newer.length > 0) refuse(`${newer.at(-1)} is newer, and ${moving} must not go back`);
try {
  execFileSync(process.execPath, [path.join(root, 'scripts', 'build.mjs'), '--check'], {
    cwd: root,
    stdio: 'inherit',
  });
} catch {
  refuse('dist/ is not what the sources make');
}

console.log(`${tag} and ${moving} will be ${head}`);
if (!push) {
  console.log('Nothing was changed; to do it: node scripts/release.mjs --push');
} else {
  git('tag', '--annotate', tag, '--message', `Tunegate ${version}`, head);
  git('tag', '--force', moving, head);
  // Both or neither; only the moving one may replace what is there.
  git('push', '--atomic', 'origin', `refs/tags/${tag}`, `+refs/tags/${moving}`);
  console.log(`Pushed ${tag} and ${moving}.`);
}

function compare(a, b) {
  const [x, y] = [a, b].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index++) if (x[index] !== y[index]) return x[index] - y[index];
  return 0;
}
