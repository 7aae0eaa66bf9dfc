import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readZip, ZipError } from '../../src/github/zip.ts';
import { temporaryFolder } from './git-fixture.ts';
import { zipOf } from './zip-fixture.ts';

const limits = { entries: 10, entrySize: 100_000 };

test('reads what it holds, packed or stored, folders left out', () => {
  const zip = zipOf([
    { name: 'a/', content: '' },
    { name: 'a/b.json', content: '{"x":1}' },
    { name: 'ü.txt', content: 'é'.repeat(1000), stored: true },
    { name: 'empty', content: '' },
  ]);
  const entries = readZip(zip, limits);
  expect(entries.map(({ name, read }) => [name, read().toString()])).toEqual([
    ['a/b.json', '{"x":1}'],
    ['ü.txt', 'é'.repeat(1000)],
    ['empty', ''],
  ]);
});

test('reads what another program zipped', () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'one.txt'), 'one'.repeat(500));
  execFileSync('python3', ['-m', 'zipfile', '-c', 'x.zip', 'one.txt'], { cwd: folder });
  const [entry] = readZip(readFileSync(path.join(folder, 'x.zip')), limits);
  expect(entry!.read().toString()).toBe('one'.repeat(500));
});

test.each([
  ['no zip file', Buffer.from('hello'), /not a zip file/],
  ['nothing', Buffer.alloc(0), /not a zip file/],
  [
    'too many files',
    zipOf(Array.from({ length: 11 }, (_, i) => ({ name: `${i}`, content: '' }))),
    /11 files/,
  ],
])('refuses %s', (_, zip, message) => {
  expect(() => readZip(zip, limits)).toThrow(message);
});

test.each([
  ['a file that is too long', { name: 'x', content: 'x'.repeat(100_001) }, /longer than 100000/],
  [
    'a bomb that lies about its length',
    { name: 'x', content: 'x'.repeat(5_000_000), claim: { size: 10 } },
    /cannot be unpacked|announced/,
  ],
  ['a file shorter than announced', { name: 'x', content: 'x', claim: { size: 10 } }, /not as long/],
  ['a wrong checksum', { name: 'x', content: 'x', claim: { crc: 1 } }, /checksum/],
  ['encryption', { name: 'x', content: 'x', claim: { flags: 9 } }, /encrypted/],
  ['an unknown method', { name: 'x', content: 'x', claim: { method: 99 } }, /method/],
] as const)('refuses %s', (_, file, message) => {
  const [entry] = readZip(zipOf([file]), limits);
  expect(() => entry!.read()).toThrow(message);
  expect(() => entry!.read()).toThrow(ZipError);
});

test('damage anywhere is an error that we know, or it does not matter', () => {
  const zip = zipOf([
    { name: 'a', content: 'some text to pack, some text to pack' },
    { name: 'b', content: 'more', stored: true },
  ]);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
      fc.nat(zip.length),
      (changes, cut) => {
        const damaged = Buffer.from(zip);
        for (const [at, byte] of changes) damaged[at] = byte;
        for (const candidate of [damaged, damaged.subarray(0, cut)]) {
          try {
            for (const entry of readZip(candidate, limits)) entry.read();
          } catch (error) {
            expect(error).toBeInstanceOf(ZipError);
          }
        }
      },
    ),
    { numRuns: 2000 },
  );
});
