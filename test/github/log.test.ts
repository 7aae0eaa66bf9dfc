import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Annotation } from '../../src/github/api.ts';
import { logAnnotations, logGroup } from '../../src/github/log.ts';

let log = '';
beforeEach(() => {
  log = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log += text;
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

test('a group of harmless lines is just that', () => {
  logGroup('Trial 3', ['epoch 1: 0.9', 'std::vector is no command']);
  expect(log).toBe('::group::Trial 3\nepoch 1: 0.9\nstd::vector is no command\n::endgroup::\n');
});

test.each(['::set-output name=x::y', '  ::error::boo', 'a\r::add-mask::e', 'text ##[error]boo'])(
  'no line of a trial is taken as a command: %j',
  (line) => {
    logGroup('Trial', ['first', line]);
    const [, token] = /::stop-commands::(\S+)\n/.exec(log) ?? [];
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(log).toBe(
      `::group::Trial\n::stop-commands::${token}\nfirst\n${line}\n::${token}::\n::endgroup::\n`,
    );
  },
);

test('annotations stand at their lines, cannot break out, and those over ten go to the log', () => {
  const hostile: Annotation = {
    path: 'a,line=9.yml',
    startLine: 3,
    startColumn: 5,
    level: 'failure',
    title: 'x::y',
    message: 'unknown key `lr`\n::set-env name=PATH::evil',
  };
  logAnnotations([
    hostile,
    ...Array.from({ length: 11 }, (_, index) => ({ ...hostile, startLine: index + 4 })),
  ]);
  const lines = log.trimEnd().split(/\r?\n/);
  expect(lines[0]).toBe(
    '::error title=x%3A%3Ay,file=a%2Cline=9.yml,line=3,endLine=3,col=5,endColumn=5::unknown key `lr`%0A::set-env name=PATH::evil',
  );
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(10);
  expect(lines.filter((line) => line.startsWith('::stop-commands::'))).toHaveLength(2);
});
