import { readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSpace } from '../../src/space/space.ts';
import { loadSpec } from '../../src/spec/load.ts';
import { SpecError } from '../../src/spec/problem.ts';
import { problemsOf, readValid, spec } from './specs.ts';

/** Specs by people who mean harm, and by chance. */

test('an alias bomb is refused', () => {
  const names = [...'abcdefghi'];
  const lines = names.map((name, i) => {
    const inner = i === 0 ? 'x' : `*${names[i - 1]}`;
    return `${name}: &${name} [${Array(9).fill(inner).join(', ')}]`;
  });
  expect(problemsOf(lines.join('\n')).message).toContain('the aliases of this file multiply');
});

test.each([
  ['brackets', `params: ${'['.repeat(20_000)}`],
  ['closed brackets', `params: ${'['.repeat(500)}${']'.repeat(500)}`],
  ['blocks', Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  [
    'a chain of aliases',
    Array.from(
      { length: 5 },
      (_, i) => `k${i}: &k${i} ${'['.repeat(90)}${i === 0 ? '1' : `*k${i - 1}`}${']'.repeat(90)}`,
    ).join('\n'),
  ],
])('too deep a nesting of %s is refused', (_, text) => {
  expect(problemsOf(text).problems.map(({ message }) => message)).toEqual(['this is nested too deeply']);
});

test('a space of too many parameters is refused', () => {
  const nested = '{ type: repeat, min: 1, max: 64, of: { x: '.repeat(4);
  const text = spec({ params: `{ x: ${nested}{ type: bool }${' } }'.repeat(4)} }` });
  expect(problemsOf(text).message).toContain('expected: at most 10000');
});

test('a file that is far too long is refused', () => {
  expect(problemsOf(`# ${'x'.repeat(2 ** 21)}\n${spec({})}`).message).toContain('too long for a spec');
});

test('nothing that a terminal or a log would obey is printed', () => {
  const hostile = '\u001b[2J\u009b31m\u202e::error::\u0007';
  const texts = [
    spec({ params: `{ "${hostile}": { type: bool } }` }),
    spec({ params: JSON.stringify({ [`a\n::error::${hostile}`]: { type: hostile } }) }),
    spec({ metric: `{ name: loss, goal: "${hostile}" }` }),
    `a: "${hostile}`,
  ];
  for (const text of texts)
    for (const line of problemsOf(text).message.split('\n')) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]|^::/);
    }
});

const valid = readdirSync(path.join(import.meta.dirname, 'valid')).map(readValid);
const tokens = fc.constantFrom(
  ...[
    '',
    ' ',
    '\t',
    '\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    ',',
    '- ',
    '&a ',
    '*a',
    '!!binary x',
    '!t ',
    '"',
    "'",
    '#',
    '? ',
  ],
  ...[
    '0',
    '-1',
    '2',
    '0x1',
    '1e999',
    '1e-400',
    '.nan',
    '-.inf',
    'null',
    '~',
    'true',
    'yes',
    '|',
    '>',
    '%',
    '@',
    '---',
  ],
  ...[
    '<<: {}',
    '<<: *a',
    '[]',
    '{}',
    '__proto__: {}',
    'constructor',
    'type',
    'when: { norm: true }',
    'default: 3',
  ],
  ...['min', 'max', 'step: 0.3', 'scale: log', 'repeat', 'choice', 'float', '\u0000', '\u2028', '寸', '😀'],
);

type Edit = (text: string) => string;
const edit = fc.oneof<fc.Arbitrary<Edit>[]>(
  // A token in place of some characters.
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(8), tokens)
    .map(([place, cut, token]) => (text) => {
      const start = Math.floor(place * text.length);
      return text.slice(0, start) + token + text.slice(start + cut);
    }),
  // A word in place of another.
  fc.tuple(fc.nat(), tokens).map(([n, token]) => (text) => {
    const words = [...text.matchAll(/[\w.-]+/g)];
    const word = words[n % Math.max(1, words.length)];
    return word ? text.slice(0, word.index) + token + text.slice(word.index + word[0].length) : text;
  }),
  // Two words exchanged.
  fc.tuple(fc.nat(), fc.nat()).map(([m, n]) => (text) => {
    const words = text.split(/([\w.-]+)/);
    const at = (k: number) => 2 * (k % Math.max(1, Math.floor(words.length / 2))) + 1;
    const [a, b] = [words[at(m)] ?? '', words[at(n)] ?? ''];
    return words
      .with(at(m) % words.length, b)
      .with(at(n) % words.length, a)
      .join('');
  }),
  // Lines gone, doubled or shifted.
  fc.tuple(fc.nat(), fc.constantFrom('gone', 'twice', 'in', 'out')).map(([n, how]) => (text) => {
    const lines = text.split('\n');
    const i = n % lines.length;
    const line = lines[i]!;
    const now = { gone: [], twice: [line, line], in: [`  ${line}`], out: [line.replace(/^ {1,2}/, '')] }[how];
    return lines.toSpliced(i, 1, ...now!).join('\n');
  }),
);

test('a mutilated spec is accepted or refused with problems, never anything else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...valid), fc.array(edit, { minLength: 1, maxLength: 4 }), (start, edits) => {
      const text = edits.reduce((now, change) => change(now), start);
      try {
        createSpace(loadSpec('tune.yml', text).params);
      } catch (error) {
        if (!(error instanceof SpecError)) throw error;
        const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
        expect(error.problems.length).toBeGreaterThan(0);
        for (const { line, column, endColumn, message, sourceLine } of error.problems) {
          expect(sourceLine).toBe(lines[line - 1]);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(sourceLine.length + 1);
          expect(endColumn).toBeGreaterThan(column);
          expect(message).not.toMatch(/invalid input|undefined|\[object/i);
        }
      }
    }),
    { numRuns: 1500 },
  );
});
