import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type loadDrivenSpec, loadSpec } from '../../src/spec/load.ts';
import { SpecError } from '../../src/spec/problem.ts';

/** The text of a spec in `valid/`. */
export function readValid(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'valid', name), 'utf8');
}

/** A small sound spec, with sections (text after `key:`) added, replaced or, when undefined, left out. */
export function spec(sections: Readonly<Record<string, string | undefined>>): string {
  const all = {
    name: 'small',
    trial: '{ module: model.ts }',
    metric: '{ name: loss, goal: minimize }',
    budget: '{ trials: 5 }',
    params: '{ norm: { type: bool } }',
    ...sections,
  };
  return Object.entries(all)
    .filter(([, text]) => text !== undefined)
    .map(([key, text]) => `${key}: ${text}\n`)
    .join('');
}

/** What is wrong with a spec. */
export function problemsOf(
  text: string,
  load: typeof loadSpec | typeof loadDrivenSpec = loadSpec,
): SpecError {
  try {
    load('tune.yml', text);
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  throw new Error(`this spec was accepted:\n${text}`);
}
