import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  Lines,
  longestLine,
  matchPatterns,
  metricNumber,
  opensDocument,
  parseLenient,
  parseReportLine,
} from '../../src/trial/report-lines.ts';

test.each([
  ['{"step": 3, "loss": 0.5}', { step: 3, metrics: { loss: 0.5 } }],
  ['{"loss": 0.5, "acc": 1}', { step: 5, metrics: { loss: 0.5, acc: 1 } }],
  ['  {"step": 0, "loss": -1e-3}  ', { step: 0, metrics: { loss: -1e-3 } }],
  ['{"step": 2.5, "loss": 1}', { step: 2.5, metrics: { loss: 1 } }],
  ['{"loss": NaN}', { step: 5, metrics: { loss: Number.NaN } }],
  ['{"loss": -Infinity, "acc": Infinity}', { step: 5, metrics: { loss: -Infinity, acc: Infinity } }],
  ['{"loss": inf, "acc": -inf}', { step: 5, metrics: { loss: Infinity, acc: -Infinity } }],
  ['{"loss": -nan, "note": "inf, nan"}', { step: 5, metrics: { loss: Number.NaN } }],
  ['{"loss": NAN, "acc": +INF}', { step: 5, metrics: { loss: Number.NaN, acc: Infinity } }],
  ['{"loss": "NaN"}', { step: 5, metrics: { loss: Number.NaN } }],
  ['{"note": "NaN is \\" not NaN", "loss": NaN}', { step: 5, metrics: { loss: Number.NaN } }],
  [
    '{"loss": 1, "phase": "train", "best": null, "more": [1], "flag": true}',
    { step: 5, metrics: { loss: 1 } },
  ],
  ['{"loss": null, "acc": 1}', { step: 5, metrics: { acc: 1 } }],
  ['{}', { step: 5, metrics: {} }],
])('%s is a report', (line, report) => {
  expect(parseReportLine(line, 4, 'loss')).toEqual({ report });
});

test.each([
  ['{"loss": 0.', 'not JSON: "{\\"loss\\": 0."'],
  ['loss=0.5', 'not JSON: "loss=0.5"'],
  ["{'loss': 0.5}", 'not JSON'],
  ['0.5', 'not an object: 0.5'],
  ['[0.5]', 'not an object: [0.5]'],
  ['null', 'not an object: null'],
  ['NaN', 'not an object: "NaN"'],
  ['{"step": "3", "loss": 1}', 'without a number for its step: "3"'],
  ['{"loss": info}', 'not JSON'],
  ['{"step": NaN, "loss": 1}', 'without a number for its step: "NaN"'],
  ['{"step": -1, "loss": 1}', 'with a step that is no number from 0 to 9007199254740991: -1'],
  ['{"step": 1e300, "loss": 1}', 'with a step that is no number from 0 to 9007199254740991: 1e+300'],
  ['{"loss": "0.5"}', 'without a number for loss: "0.5"'],
  ['{"loss": [0.5]}', 'without a number for loss: [0.5]'],
  [`{"loss": "${'x'.repeat(70_000)}"}`, 'too long for a report'],
])('%.40s is none', (line, problem) => {
  const parsed = parseReportLine(line, 0, 'loss');
  expect(parsed).toHaveProperty('problem');
  expect((parsed as { problem: string }).problem).toContain(problem);
  expect((parsed as { problem: string }).problem.length).toBeLessThan(250);
});

test('a text full of quotes takes time in proportion to its length', () => {
  // In proportion to the square, each of these would take longer than a test may.
  for (const end of ['', '\\', '"'])
    expect(() => parseLenient(`{${'\\"'.repeat(2_000_000)}${end}`)).toThrow(SyntaxError);
  for (let i = 0; i < 500; i++) expect(opensDocument(`{${'\\"'.repeat(longestLine / 2 - 1)}`)).toBe(false);
});

test.each([
  ['{', true],
  ['  [ {"a": 1},', true],
  ['{"a": "}", "b": [', true],
  ['{"a": 1}', false],
  ['{"a": "{"}', false],
  ['{"a": "no end', false],
  ['{"a": "no end\\"', false],
  ['"[" [', false],
  ['text {', false],
])('whether %s begins a document over several lines: %s', (line, expected) => {
  expect(opensDocument(line)).toBe(expected);
});

test('metrics as they come over the channel of a host', () => {
  expect(['NaN', 'Infinity', '-Infinity', 0.5, 'x', '0.5', null].map(metricNumber)).toEqual([
    Number.NaN,
    Infinity,
    -Infinity,
    0.5,
    undefined,
    undefined,
    undefined,
  ]);
});

test('lines are the same wherever the chunks are cut', () => {
  const text = fc.array(fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', '\r', ' '), { maxLength: 30 });
  fc.assert(
    fc.property(text, fc.array(fc.nat(60)), (parts, cuts) => {
      // A character return before a line feed is one end of a line with it.
      const whole = parts.join('');
      const bytes = Buffer.from(whole);
      const expected = whole.split(/\r\n|\n|\r/);
      const lines = new Lines();
      const found: string[] = [];
      const borders = [...new Set([...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort(
        (a, b) => a - b,
      );
      for (let i = 0, from = 0; i < borders.length; from = borders[i]!, i++)
        found.push(...lines.push(bytes.subarray(from, borders[i])));
      found.push(lines.rest());
      if (whole.endsWith('\r')) found.push('');
      expect(found).toEqual(expected);
    }),
  );
});

test('an endless line comes in pieces, so that memory stays bounded', () => {
  const lines = new Lines();
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const pieces = Array.from({ length: 20 }, () => lines.push(chunk)).flat();
  expect(pieces.length).toBeGreaterThan(4);
  expect(pieces.join('').length + lines.rest().length).toBe(20 * chunk.length);
});

const patterns = (...sources: string[]) => sources.map((source) => new RegExp(source));

test.each([
  ['loss=0.25', patterns('loss=(?<loss>\\S+)'), { step: 8, metrics: { loss: 0.25 } }],
  [
    'Epoch 3/10 loss: 1e-3',
    patterns('Epoch (?<step>\\d+)/.*loss: (?<loss>\\S+)'),
    { step: 3, metrics: { loss: 1e-3 } },
  ],
  ['loss=nan', patterns('loss=(?<loss>\\S+)'), { step: 8, metrics: { loss: Number.NaN } }],
  ['loss=-inf', patterns('loss=(?<loss>\\S+)'), { step: 8, metrics: { loss: -Infinity } }],
  ['loss=Infinity', patterns('loss=(?<loss>\\S+)'), { step: 8, metrics: { loss: Infinity } }],
  [
    'step 4 loss 1 acc 2',
    patterns('loss (?<loss>\\d)', 'acc (?<acc>\\d)', 'step (?<step>\\d)'),
    { step: 4, metrics: { loss: 1, acc: 2 } },
  ],
  [
    '\x1b[1mloss\x1b[0m=\x1b[32m0.5\x1b[0m',
    patterns('loss=(?<loss>\\S+)'),
    { step: 8, metrics: { loss: 0.5 } },
  ],
  ['step=nan loss=1', patterns('step=(?<step>\\S+) loss=(?<loss>\\S+)'), { step: 8, metrics: { loss: 1 } }],
  ['loss=1', patterns('loss=(?<loss>\\S+)( acc=(?<acc>\\S+))?'), { step: 8, metrics: { loss: 1 } }],
  ['step=3', patterns('step=(?<step>\\d+)'), undefined],
  ['loss=bad', patterns('loss=(?<loss>\\S+)'), undefined],
  ['nothing', patterns('loss=(?<loss>\\S+)'), undefined],
  [`loss=1${' '.repeat(70_000)}`, patterns('loss=(?<loss>\\S+)'), undefined],
])('patterns over %.40j', (line, sources, report) => {
  expect(matchPatterns(sources, line, 7)).toEqual(report);
});
