import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OutputLog } from '../../src/trial/output-log.ts';
import { temporaryFolder } from './trials.ts';

function write(cap: number, chunks: readonly (string | Buffer)[]): { text: string; tail: string } {
  const file = path.join(temporaryFolder(), 'output.log');
  const log = new OutputLog(file, cap);
  for (const chunk of chunks) log.write(Buffer.from(chunk as string));
  const tail = log.tail();
  log.close();
  log.close();
  log.write(Buffer.from('too late'));
  return { text: readFileSync(file, 'utf8'), tail };
}

test('what fits is kept as it is', () => {
  expect(write(100, ['one\n', '', 'two\n', 'é漢']).text).toBe('one\ntwo\né漢');
});

test('of what does not fit, the beginning and the end are kept', () => {
  const lines = Array.from({ length: 1000 }, (_, i) => `line ${i}\n`);
  expect(write(40, lines).text).toBe(
    'line 0\nline 1\nline 2\n[… 8850 bytes are left out …]\n7\nline 998\nline 999\n',
  );
});

test('head, rest and what is left out add up for any chunks', () => {
  const folder = temporaryFolder();
  const chunk = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 });
  fc.assert(
    fc.property(fc.array(chunk), fc.integer({ min: 2, max: 60 }), (chunks, cap) => {
      const file = path.join(folder, 'output.log');
      const log = new OutputLog(file, cap);
      for (const text of chunks) log.write(Buffer.from(text));
      log.close();
      const whole = chunks.join('');
      const text = readFileSync(file, 'utf8');
      const half = Math.floor(cap / 2);
      if (whole.length <= 2 * half) expect(text).toBe(whole);
      else
        expect(text).toBe(
          `${whole.slice(0, half)}\n[… ${whole.length - 2 * half} bytes are left out …]\n${whole.slice(-half)}`,
        );
    }),
  );
});

test('the tail is at most 4 KiB, plain text and whole characters', () => {
  const { tail } = write(100, [
    '漢'.repeat(3000),
    '\n\x1b[31mred\x1b[0m\r50 %\r100 %\r\nlast\x07\b\u202e\0\n\n',
  ]);
  expect(Buffer.byteLength(tail)).toBeLessThanOrEqual(4096);
  expect(tail).toMatch(/^漢+\nred\n50 %\n100 %\nlast$/);
});

test('hundreds of megabytes in small pieces take no memory', () => {
  const log = new OutputLog(path.join(temporaryFolder(), 'output.log'), 2 ** 20);
  const piece = Buffer.from('0123456789abcdef'.repeat(64));
  for (let i = 0; i < 1000; i++) log.write(piece);
  const before = process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 200_000; i++) log.write(piece);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * 2 ** 20);
  log.close();
});
