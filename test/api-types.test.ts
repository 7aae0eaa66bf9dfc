import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
// @ts-expect-error: a script of the build, without types
import { writeDeclarations } from '../scripts/declarations.mjs';

// A user's project, as npm installs it: the package with its declarations, and TensorFlow.js beside it.

const root = path.dirname(import.meta.dirname);
let project: string;

beforeAll(() => {
  project = mkdtempSync(path.join(tmpdir(), 'tunegate-consumer-'));
  const modules = path.join(project, 'node_modules');
  const installed = path.join(modules, 'tunegate');
  mkdirSync(path.join(installed, 'dist'), { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(installed, 'package.json'));
  writeDeclarations(path.join(installed, 'dist'));
  for (const name of ['tfjs-core', 'tfjs-layers', 'tfjs-data', 'tfjs-converter'])
    link(`@tensorflow/${name}`, modules);
  link('@types/node', modules);
  // What the package @tensorflow/tfjs declares: its parts in one.
  write(
    'node_modules/@tensorflow/tfjs/package.json',
    '{ "name": "@tensorflow/tfjs", "types": "index.d.ts" }',
  );
  write(
    'node_modules/@tensorflow/tfjs/index.d.ts',
    `import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
export * from '@tensorflow/tfjs-core';
export * from '@tensorflow/tfjs-layers';
export * from '@tensorflow/tfjs-converter';
import * as data from '@tensorflow/tfjs-data';
export { data };
`,
  );
  write('package.json', '{ "type": "module", "private": true }');
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function link(name: string, modules: string): void {
  const target = path.join(modules, name);
  mkdirSync(path.dirname(target), { recursive: true });
  symlinkSync(path.join(root, 'node_modules', name), target, 'junction');
}

function write(name: string, text: string): void {
  const file = path.join(project, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** What the compiler says of a file; empty when all is well. */
async function check(file: string, ...flags: string[]): Promise<string> {
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const common = ['--noEmit', '--strict', '--skipLibCheck', '--types', 'node', '--target', 'es2022'];
  return await new Promise((resolve) => {
    execFile(process.execPath, [compiler, ...common, ...flags, file], { cwd: project }, (_, out) =>
      resolve(out),
    );
  });
}

const resolutions = [
  ['nodenext', ['--module', 'nodenext']],
  ['bundler', ['--module', 'esnext', '--moduleResolution', 'bundler']],
] as const;

test.each(resolutions)(
  'the examples type-check in a project of its own (%s)',
  async (_, flags) => {
    for (const example of ['digits', 'architecture']) {
      write(`${example}.ts`, readFileSync(path.join(root, 'examples', example, 'model.ts'), 'utf8'));
      expect(await check(`${example}.ts`, ...flags)).toBe('');
    }
  },
  60_000,
);

test.each(resolutions)(
  'an objective and a fit of a user type-check, and mistakes do not (%s)',
  async (_, flags) => {
    const head = `import * as tf from '@tensorflow/tfjs';
import { type FitContext, type HyperParameters, InfeasibleConfig, type TrialContext, TrialStopped } from 'tunegate';
`;
    write(
      'right.ts',
      `${head}
export async function objective({ hp, epochs, report, data, signal, tf: same }: TrialContext): Promise<number> {
  const units: number = hp.Int('units', { min: 1 });
  if (units > 1000) throw new InfeasibleConfig('too wide');
  const rows = data as number[][];
  const activation: 'relu' | 'tanh' = hp.Choice('activation', ['relu', 'tanh']);
  const model = same.sequential({ layers: [same.layers.dense({ units, activation, inputShape: [rows.length] })] });
  try {
    for (let epoch = 1; epoch <= epochs && !signal.aborted; epoch++) await report(epoch, { loss: 1 / epoch });
  } catch (error) {
    if (error instanceof TrialStopped) model.dispose();
    throw error;
  }
  return 0.5;
}
export async function fit(model: tf.LayersModel, data: unknown, hp: HyperParameters, context: FitContext) {
  const { x, y } = data as { x: tf.Tensor; y: tf.Tensor };
  for (const layer of hp.blocks('layers')) layer.Float('rate', { min: 0, max: layer.index });
  const { epochs, batchSize } = context;
  return await model.fit(x, y, { epochs, batchSize, callbacks: context.reporter(model) });
}
`,
    );
    expect(await check('right.ts', ...flags)).toBe('');
    write(
      'wrong.ts',
      `${head}
export function build(hp: HyperParameters) {
  const units: string = hp.Int('units');
  hp.Boolean('wide', { default: 1 });
  return tf.sequential({ layers: [] });
}
export async function objective({ report }: TrialContext) {
  await report('1', { loss: 1 });
}
`,
    );
    const complaints = await check('wrong.ts', ...flags);
    expect([...complaints.matchAll(/wrong\.ts\((\d+),/g)].map(([, line]) => Number(line))).toEqual([
      5, 6, 10,
    ]);
  },
  60_000,
);
