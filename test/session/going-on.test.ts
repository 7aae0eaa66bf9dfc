import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSpec } from '../../src/session/load-spec.ts';
import { runSession, type SessionResult } from '../../src/session/session.ts';

// Sessions one after the other in one folder, with real trainings, as somebody has who changes the budget between them.

function repository(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-going-on-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

interface Session extends SessionResult {
  /** Events for people, and a line for each trial that started. */
  readonly said: readonly string[];
  readonly started: readonly string[];
}

const spec = (budget: string, search = 'strategy: random') => `name: toy
trial: { run: [node, -e, "require('fs').appendFileSync(process.env.TUNEGATE_METRICS, JSON.stringify({{ loss: {x} }}) + '\\\\n')"] }
metric: { name: loss, goal: minimize }
params:
  x: { type: int, min: 1, max: 40, default: 3 }
search: { seed: 5, confirm: false, ${search} }
budget: { workers: 1, ${budget} }
gate: false
`;

async function session(folder: string, text: string, gateOnly = false): Promise<Session> {
  const file = path.join(folder, 'tune.yml');
  writeFileSync(file, text);
  const said: string[] = [];
  const started: string[] = [];
  const result = await runSession({
    loaded: readSpec(file, 'tune.yml'),
    findBase: () => Promise.reject(new Error('not asked')),
    journal: 'resume',
    gateOnly,
    host: { path: 'none', node: process.execPath },
    env: process.env,
    signal: new AbortController().signal,
    startedAt: performance.now(),
    reserveMs: 0,
    onEvent: (event) => {
      if ('text' in event) said.push(event.text);
      if (event.type === 'trial-started') started.push(`${event.role} ${event.trial}`);
    },
  });
  return { ...result, said, started };
}

const configs = ({ results }: Session) => results.study.trials.map(({ config }) => config);

test('a finished study goes on with a larger budget of epochs, also where it makes no room for a whole training', async () => {
  const folder = repository();
  const first = await session(folder, spec('epochs: 3, total-epochs: 10'));
  expect(first.started).toEqual(['search 0', 'search 1', 'search 2']);
  expect(first.results.study.stop?.detail).toBe(
    '9 of 10 epochs were trained, and the next training would take up to 3',
  );

  const small = await session(folder, spec('epochs: 3, total-epochs: 11'));
  expect(small.said).toContain(
    'Going on with the study, since its budget has grown: 3 of its trials have ended.',
  );
  expect(small.started).toEqual([]);
  expect(small.results.study.stop?.detail).toBe(
    '9 of 11 epochs were trained, and the next training would take up to 3',
  );
  expect(configs(small)).toEqual(configs(first));

  const whole = await session(folder, spec('epochs: 3, total-epochs: 12'));
  expect(whole.started).toEqual(['search 3']);
  expect(configs(whole).slice(0, 3)).toEqual(configs(first));

  // With the same budget, or less, running again means to measure again.
  const again = await session(folder, spec('epochs: 3, total-epochs: 12'));
  expect(again.started).toHaveLength(4);
  expect((await session(folder, spec('epochs: 3, total-epochs: 11'))).started).toHaveLength(3);
});
