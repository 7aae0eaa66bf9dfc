import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSpec } from '../../../src/session/load-spec.ts';
import { canResume } from '../../../src/session/phases/resumes.ts';

const plain = `export const data = () => ({ x, y });
export function build(hp) { return model; } // outfit, model.fit(x), benefit`;

function load(source: string | undefined, trial = '{ module: ./model.mjs }') {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-resumes-'));
  if (source !== undefined) writeFileSync(path.join(folder, 'model.mjs'), source);
  const file = path.join(folder, 'tune.yml');
  writeFileSync(
    file,
    `name: toy
trial: ${trial}
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: 0, max: 1, default: 0.5 } }
budget: { epochs: 9, time: 5m }
`,
  );
  return readSpec(file);
}
const resumes = (...given: Parameters<typeof load>) => {
  const { spec, folder } = load(...given);
  return canResume(spec.trial, folder);
};

test('a module that Tunegate trains goes on by itself; a training of its own, or a command, when it says so', () => {
  expect(resumes(plain)).toBe(true);
  expect(resumes(`${plain}\nexport async function fit(model) {}`)).toBe(false);
  expect(resumes('export const objective = async () => 1;')).toBe(false);
  expect(resumes(`${plain}\nmodule.exports = { build, data, fit };`)).toBe(false);
  expect(resumes(undefined)).toBe(false);
  expect(resumes(undefined, '{ run: [train] }')).toBe(false);
  expect(resumes(undefined, '{ run: [train], resume: true }')).toBe(true);
  expect(resumes(plain, '{ module: ./model.mjs, resume: false }')).toBe(false);
  expect(resumes('export const objective = async () => 1;', '{ module: ./model.mjs, resume: true }')).toBe(
    true,
  );
});
