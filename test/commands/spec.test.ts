import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { validate } from '../../src/commands/spec.ts';

test('a spec that is fine may get a hint, which is no error', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-validate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const config = path.join(folder, 'tune.yml');
  const said = (params: string) => {
    writeFileSync(
      config,
      `name: toy\ntrial: { run: [train] }\nmetric: { name: loss, goal: minimize }\nbudget: { trials: 3 }\nparams: { ${params} }\n`,
    );
    let text = '';
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
      text += String(piece);
      return true;
    });
    try {
      validate({ config });
    } finally {
      spy.mockRestore();
    }
    return text.split('\n').slice(1, -1);
  };
  const hint = expect.stringMatching(/^Hint: the values of n \(line 5\) are numbers in order/);
  expect(said('n: { type: choice, values: [1, 2, 3], default: 2 }')).toEqual([hint]);
  expect(said('n: { type: choice, values: [1, 2, 3], ordered: true, default: 2 }')).toEqual([]);
  expect(said('n: { type: choice, values: [1, 2, 3] }')).toEqual([
    hint,
    expect.stringMatching(/^No incumbent/),
  ]);
});
