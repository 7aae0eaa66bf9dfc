// Checks our workflows and those of the documentation with actionlint and zizmor. A tool that is neither on the PATH nor
// to be had (actionlint through Go, zizmor through pip; both are kept in .cache/tools) is left out, with the reason.
//
//   npm run check:workflows
import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const tools = path.join(root, '.cache', 'tools');
const scratch = mkdtempSync(path.join(tmpdir(), 'tunegate-workflows-'));
mkdirSync(tools, { recursive: true });

/** Runs an installer; returns why it failed. */
function install(command, args, env = {}) {
  const { status, stderr, error } = spawnSync(command, args, {
    encoding: 'utf8',
    timeout: 300_000,
    env: { ...process.env, ...env },
  });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim().split('\n').at(-1);
}

function onPath(name) {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined ? name : undefined;
}

function actionlint() {
  const own = path.join(tools, 'actionlint');
  if (onPath('actionlint')) return 'actionlint';
  if (existsSync(own)) return own;
  const problem = install('go', ['install', 'github.com/rhysd/actionlint/cmd/actionlint@v1.7.9'], {
    GOBIN: tools,
  });
  if (problem === undefined) return own;
  console.log(`actionlint is left out, since it cannot be had here: ${problem}`);
  return undefined;
}

function zizmor() {
  const own = path.join(tools, 'zizmor', 'bin', 'zizmor');
  if (onPath('zizmor')) return 'zizmor';
  if (existsSync(own)) return own;
  const problem =
    install('python3', ['-m', 'venv', path.join(tools, 'zizmor')]) ??
    install(path.join(tools, 'zizmor', 'bin', 'pip'), ['install', '--quiet', 'zizmor==1.32.0']);
  if (problem === undefined) return own;
  console.log(`zizmor is left out, since it cannot be had here: ${problem}`);
  return undefined;
}

/** Pages with examples: ours, the documentation's and those beside the examples. */
function pagesOf() {
  const examples = readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => `examples/${name}`);
  const docs = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...docs.map((name) => `docs/${name}`), ...examples];
}

/** What a page shows of a workflow: the whole of it, or its steps, which get what stands around them. */
function wholeWorkflow(body) {
  if (/^on:/m.test(body) && /^jobs:/m.test(body)) return body;
  if (!/^steps:/m.test(body)) return undefined;
  const steps = body.replace(/^(?=.)/gm, '    ');
  return `name: steps\non: pull_request\npermissions: {}\njobs:\n  job:\n    name: job\n    runs-on: ubuntu-latest\n${steps}`;
}

/** The workflows that our pages show, as files. */
function documented() {
  const folder = path.join(scratch, 'repository', '.github', 'workflows');
  mkdirSync(folder, { recursive: true });
  const files = [];
  for (const page of pagesOf()) {
    const text = readFileSync(path.join(root, page), 'utf8');
    for (const [index, [, body]] of [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].entries()) {
      const whole = wholeWorkflow(body);
      if (whole === undefined) continue;
      const file = path.join(folder, `${page.replace(/\.md$/, '').replaceAll('/', '-')}-${index + 1}.yml`);
      writeFileSync(file, whole);
      files.push(file);
    }
  }
  return files;
}

/** Rules that a documented workflow breaks on purpose. */
const config = `rules:
  # Pages name versions that people can read; docs/action.md says how to pin them.
  unpinned-uses: { disable: true }
  # Those that post and decide check nothing out and run nothing of a pull request, which their page explains.
  dangerous-triggers: { disable: true }
  # The first steps for a reader keep to what is needed.
  artipacked: { disable: true }
  anonymous-definition: { disable: true }
  concurrency-limits: { disable: true }
  undocumented-permissions: { disable: true }
`;

let failed = false;
function run(command, args) {
  try {
    execFileSync(command, args, { cwd: root, stdio: 'inherit' });
  } catch {
    failed = true;
  }
}

try {
  const ours = readdirSync(path.join(root, '.github', 'workflows')).map((name) =>
    path.join('.github', 'workflows', name),
  );
  const pages = documented();
  const [lint, audit] = [actionlint(), zizmor()];
  if (lint) run(lint, [...ours, ...pages]);
  if (audit) {
    const settings = path.join(scratch, 'zizmor.yml');
    writeFileSync(settings, config);
    const quiet = ['--offline', '--no-progress', '--quiet'];
    // `uses: ./` is how this repository tries itself.
    run(audit, [...quiet, '--min-severity=medium', ...ours, 'action.yml']);
    run(audit, [...quiet, `--config=${settings}`, '--min-severity=medium', ...pages]);
  }
  if (!failed)
    console.log(`${ours.length} workflows of ours and ${pages.length} of the documentation are in order.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
