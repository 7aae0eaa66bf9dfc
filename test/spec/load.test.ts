import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { loadSpec, locate } from '../../src/spec/load.ts';
import { SpecError } from '../../src/spec/problem.ts';

const folder = path.join(import.meta.dirname, 'broken');
const valid = readFileSync(path.join(import.meta.dirname, 'design.yml'), 'utf8');

function problemsOf(text: string, file = 'tune.yml'): SpecError {
  try {
    loadSpec(file, text);
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error(`${file} was accepted`);
}

test.each(readdirSync(folder))(
  'the broken spec %s gets a message that one would be glad of',
  async (name) => {
    const error = problemsOf(readFileSync(path.join(folder, name), 'utf8'));
    await expect(error.message).toMatchFileSnapshot(`__golden__/${name.replace('.yml', '.txt')}`);
  },
);

test('the example of the design, with every default filled in', () => {
  const spec = loadSpec('tune.yml', valid);
  expect(spec).toMatchObject({
    version: 1,
    name: 'digits',
    trial: { module: './model.ts', backend: 'auto', grace: 5000, output: 1048576 },
    metric: { name: 'val_accuracy', goal: 'maximize', use: 'last' },
    search: { strategy: 'auto', seed: 7, repeats: false, points: 5 },
    budget: { time: 900_000, trials: 60, epochs: 30, workers: 'auto' },
    gate: { maxDrop: 0.005, confidence: 0.95, seeds: 5, baseline: 'auto' },
  });
  const { incumbent } = createSpace(spec.params);
  expect(incumbent).toMatchObject({ learning_rate: 0.001, optimizer: 'adam' });
});

test('a command, everything said', () => {
  const spec = loadSpec(
    'tune.yml',
    `version: 1
name: svm
trial:
  run: [python, train.py, "--C={C}"]
  stdout: 'accuracy=(?<accuracy>[0-9.]+)'
  env: { OMP_NUM_THREADS: 1, FLAG: true }
  pass-env: [HF_TOKEN]
  timeout: 1h30m
  grace: 2s
  output: 64KiB
metric: { name: accuracy, goal: maximize, use: best }
params:
  C: { type: float, min: 0.01, max: 100, scale: log, default: 1 }
  momentum: { type: float, min: 0.5, max: 0.999, scale: reverse-log }
  kernel: { type: choice, options: { linear: , rbf: { gamma: { type: float, min: 0, max: 1 } } } }
  extra: { type: bool, when: { kernel: [rbf], C: { min: 1, max: 10 } } }
search: { strategy: tpe, seed: 0 }
budget: { time: 90, workers: 2 }
gate: false
`,
  );
  expect(spec.trial).toEqual({
    run: ['python', 'train.py', '--C={C}'],
    shell: false,
    stdout: ['accuracy=(?<accuracy>[0-9.]+)'],
    env: { OMP_NUM_THREADS: '1', FLAG: 'true' },
    passEnv: ['HF_TOKEN'],
    timeout: 5_400_000,
    grace: 2000,
    output: 65536,
  });
  expect(spec.budget.time).toBe(90_000);
  expect(spec.gate).toBe(false);
  expect(createSpace(spec.params).missingDefaults).toEqual(['momentum', 'kernel']);
});

test('anchors, merge keys and JSON are read, with places in the file', () => {
  const text = `name: a
trial: { module: m.ts }
metric: { name: loss, goal: minimize }
params:
  first: &range { type: float, min: 0, max: 1 }
  second: { <<: *range, default: 2 }
budget: { trials: 1 }
`;
  const [problem] = problemsOf(text).problems;
  expect(problem).toMatchObject({ line: 6, column: 34, message: 'the default is outside the range' });
  const json = JSON.stringify(loadSpec('tune.yml', text.replace(', default: 2', '')).params);
  expect(
    loadSpec(
      'tune.json',
      `{"name":"a","trial":{"module":"m.ts"},"metric":{"name":"loss","goal":"minimize"},"params":${json},"budget":{"trials":1}}`,
    ).name,
  ).toBe('a');
});

test('an alias bomb is refused', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'
      .split('')
      .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(', ')}]`),
  ];
  expect(problemsOf(bomb.join('\n')).message).toMatch(/alias/i);
});

test('Windows line ends and a byte order mark change nothing', () => {
  expect(loadSpec('tune.yml', `\uFEFF${valid.replaceAll('\n', '\r\n')}`)).toEqual(
    loadSpec('tune.yml', valid),
  );
});

test('a value is found by its path', () => {
  expect(locate(valid, ['params', 'learning_rate', 'default'])).toMatchObject({ line: 10 });
  expect(locate(valid, ['params', 'nothing'])).toBeUndefined();
});

test('a mutilated spec is accepted or refused with problems, never anything else', () => {
  const lines = valid.split('\n');
  const tokens = fc.constantFrom(
    '',
    ' ',
    '{',
    '}',
    '[',
    ']',
    ':',
    '- ',
    '&a',
    '*a',
    '!!binary x',
    '"',
    '0x1',
    'null',
    '~',
    '<<: {}',
    '? ',
    '1e999',
    '.nan',
    '|',
    '%',
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(lines.length - 1), fc.nat(60), fc.nat(8), tokens), {
        minLength: 1,
        maxLength: 4,
      }),
      (edits) => {
        const text = edits
          .reduce(
            (all, [line, column, cut, token]) =>
              all.with(line, all[line]!.slice(0, column) + token + all[line]!.slice(column + cut)),
            lines,
          )
          .join('\n');
        try {
          createSpace(loadSpec('tune.yml', text).params);
        } catch (error) {
          if (!(error instanceof SpecError)) throw error;
          expect(error.problems.length).toBeGreaterThan(0);
          for (const problem of error.problems) {
            expect(problem.line).toBeLessThanOrEqual(text.split('\n').length);
            expect(problem.message).not.toMatch(/invalid input/i);
          }
        }
      },
    ),
    { numRuns: 1500 },
  );
});
