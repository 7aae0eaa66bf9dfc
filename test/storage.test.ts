import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inStorage, keepFile, keepFolder, remedyOf, StorageError } from '../src/storage.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tunegate-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a full disk is told with the file and what can be done, and nothing of the file is left', () => {
  const file = path.join(folder, 'a.json');
  // Every write to this device answers that it is full.
  symlinkSync('/dev/full', file);
  expect(() => keepFile(file, 'text')).toThrow(
    new StorageError(`${file} cannot be written: ENOSPC: no space left on device. Make room there.`),
  );
  expect(lstatSync(file, { throwIfNoEntry: false })).toBeUndefined();
  keepFile(file, 'text');
  expect(readFileSync(file, 'utf8')).toBe('text');
});

test('a file in the place of a folder, a folder in the place of a file', () => {
  const file = path.join(folder, 'a');
  writeFileSync(file, '');
  expect(() => keepFolder(path.join(file, 'b'))).toThrow(
    `${path.join(file, 'b')} cannot be written: ENOTDIR: not a directory. Move away the file that stands where a folder has to be.`,
  );
  expect(() => keepFile(folder, '')).toThrow(
    `${folder} cannot be written: EISDIR: illegal operation on a directory. Move away the folder that has its name.`,
  );
  expect(readdirSync(folder)).toEqual(['a']);
});

test('a folder on a file system that is read-only', () => {
  // This is what `mkdir` throws there; only the administrator can make such a file system.
  const refused = Object.assign(new Error("ENOENT: no such file or directory, mkdir '/ro/replays/1'"), {
    code: 'ENOENT',
    syscall: 'mkdir',
  });
  const refuse = () => {
    throw refused;
  };
  expect(() => inStorage('/ro/replays/1', refuse)).toThrow(
    '/ro/replays/1 cannot be written: the folder cannot be made. Work in a folder that may be written.',
  );
});

test('a defect stays one', () => {
  const defect = new TypeError('x is undefined');
  expect(() =>
    inStorage('a', () => {
      throw defect;
    }),
  ).toThrow(defect);
  expect(remedyOf(defect)).toBeUndefined();
  expect(() => inStorage('a', () => readFileSync(path.join(folder, 'none')))).toThrow('ENOENT');
});
