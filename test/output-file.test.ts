import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeInPieces } from '../src/output-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tunegate-output-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file has its name when it is whole', async () => {
  const file = path.join(folder, 'a.csv');
  writeFileSync(file, 'old');
  const made = await writeInPieces(file, 'a.csv', async (write) => {
    write('é1\n');
    await Promise.resolve();
    write('2\n');
    expect(readFileSync(file, 'utf8')).toBe('old');
    return 2;
  });
  expect(made).toBe(2);
  expect(readFileSync(file, 'utf8')).toBe('é1\n2\n');
  expect(readdirSync(folder)).toEqual(['a.csv']);
});

test('nothing is left of a file that fails, and what was there before stays', async () => {
  const file = path.join(folder, 'a.csv');
  const failing = () =>
    writeInPieces(file, 'a.csv', async (write) => {
      write('1\n');
      throw new Error('no more');
    });
  await expect(failing()).rejects.toThrow('no more');
  expect(readdirSync(folder)).toEqual([]);
  writeFileSync(file, 'old');
  await expect(failing()).rejects.toThrow('no more');
  expect(readdirSync(folder)).toEqual(['a.csv']);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

test('who may read a file stays the same', async () => {
  const file = path.join(folder, 'a.csv');
  writeFileSync(file, 'old', { mode: 0o600 });
  await writeInPieces(file, 'a.csv', async (write) => write('new'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('links stay links, devices stay devices', async () => {
  const [real, link] = [path.join(folder, 'real.csv'), path.join(folder, 'link.csv')];
  writeFileSync(real, 'old');
  symlinkSync(real, link);
  await writeInPieces(link, 'link.csv', async (write) => write('new'));
  expect(readFileSync(real, 'utf8')).toBe('new');
  expect(readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink())).toHaveLength(
    1,
  );
  await writeInPieces('/dev/null', '/dev/null', async (write) => write('new'));
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('what cannot be written is said', async () => {
  const nowhere = path.join(folder, 'nowhere', 'a.csv');
  await expect(writeInPieces(nowhere, 'nowhere/a.csv', async () => 1)).rejects.toThrow(
    'nowhere/a.csv cannot be written: there is no such folder',
  );
  await expect(writeInPieces(folder, 'out', async () => 1)).rejects.toThrow('out cannot be written: EISDIR');
});
