import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from '../../src/init/argparse.ts';
import { initialise } from '../../src/init/init.ts';
import { loadSpec } from '../../src/spec/load.ts';

function repository(files: Readonly<Record<string, string>>): string {
  const root = path.join(mkdtempSync(path.join(tmpdir(), 'tunegate-init-')), 'classifier');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  mkdirSync(root, { recursive: true });
  return root;
}

const argparse = `
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--lr", "--learning-rate", type=float, default=1e-3, help="step (of the optimiser)")
parser.add_argument('--hidden', type=int, default=128)
parser.add_argument('--dropout', type=float, default=0.2)
parser.add_argument('--optimizer', choices=['sgd', 'adam'], default='adam')
parser.add_argument('--epochs', type=int, default=10)
parser.add_argument('--data-dir', type=str, default='data')
parser.add_argument('--momentum', type=float)
`;

test.each([
  ['python', { 'train.py': argparse, 'requirements.txt': 'torch\n', 'eval/train_big.py': '' }],
  [
    'module',
    {
      'package.json': '{"name": "@acme/digits"}',
      'package-lock.json': '{}',
      'model.ts': 'export function build(hp) {}\nexport async function data() {}\n',
    },
  ],
  ['empty', {}],
  ['shell', { 'scripts/train.sh': 'echo hi' }],
])('a %s repository gets a valid spec and a workflow', async (name, files) => {
  const root = repository(files);
  const result = await initialise(root, 'tune.yml');
  expect(result.written).toEqual(['tune.yml', path.join('.github', 'workflows', 'tunegate.yml')]);
  const spec = readFileSync(path.join(root, 'tune.yml'), 'utf8');
  expect(Object.keys(loadSpec('tune.yml', spec).params).length).toBeGreaterThan(0);
  await expect(spec).toMatchFileSnapshot(`__golden__/${name}.tune.yml`);
  const workflow = readFileSync(path.join(root, '.github/workflows/tunegate.yml'), 'utf8');
  await expect(workflow).toMatchFileSnapshot(`__golden__/${name}.workflow.yml`);
});

test('files that exist are kept, unless forced', async () => {
  const root = repository({ 'tune.yml': 'mine' });
  const result = await initialise(root, 'tune.yml');
  expect(result.kept).toEqual(['tune.yml']);
  expect(readFileSync(path.join(root, 'tune.yml'), 'utf8')).toBe('mine');
  expect((await initialise(root, 'tune.yml', true)).kept).toEqual([]);
  expect(readFileSync(path.join(root, 'tune.yml'), 'utf8')).toContain('name: classifier');
});

test('a spec in a folder that does not exist yet', async () => {
  const root = repository({});
  await initialise(root, 'ml/tune.yml');
  expect(existsSync(path.join(root, 'ml', 'tune.yml'))).toBe(true);
});

test('argparse options: what could be tuned, with what it ships', () => {
  expect(readOptions(argparse)).toEqual([
    { name: 'learning-rate', type: 'float', default: 0.001 },
    { name: 'hidden', type: 'int', default: 128 },
    { name: 'dropout', type: 'float', default: 0.2 },
    { name: 'optimizer', type: 'choice', choices: ['sgd', 'adam'], default: 'adam' },
  ]);
  expect(readOptions('p.add_argument("--x", type=float, default=f(1,')).toEqual([]);
});
