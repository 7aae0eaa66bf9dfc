import type { ModelOutcome } from '../../src/automl/outcome.ts';
import type { Results } from '../../src/report/results.ts';
import { createSpace } from '../../src/space/space.ts';
import { results, searchTrial, unscored, verdicts } from './fixtures.ts';

/** Text of the kind that strangers write. */
export const hostile = [
  '@octocat please look',
  'fixes #12, owner/repo#3 and GH-7',
  'https://evil.example/x www.evil.example',
  'deadbeefcafe 1234567',
  'a|b\\|c||d',
  '```\n# heading\n```',
  '```\n<b>@me</b>',
  '`` ` ``` x',
  '<img src=x onerror=alert(1)> <!-- tunegate:x --> </details>',
  '--> <script>',
  '::set-output name=x::y\r\n::error::z\n##[error]w',
  '\u202eevil\u202c\u200b\u2066\ufeffzero',
  '\ud800 lone \udc00',
  '\u001b[2J\u001b]0;title\u0007\u009b31m',
  '=cmd|"/c calc"!A1',
  '# heading\n\n- item\n\n    code',
  '[link](javascript:alert(1)) ![image](data:x) $x^2$ :smile: ~~s~~ **b** _i_',
  '',
  'x'.repeat(1 << 20),
  `${'`'.repeat(3000)}`,
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
];

/** The same run with hostile text in every place that others write. */
export function infected(text: string): Results {
  const key = `p${text.slice(0, 200)}`;
  const space = createSpace({
    [key]: { type: 'choice', values: [text, 'plain'], default: 'plain' },
    rate: { type: 'float', min: 0, max: 1, default: 0.5 },
  });
  const config = (value: string, rate: number) => ({ [key]: value, rate });
  const scored = (trial: number, value: string) =>
    searchTrial(trial, {
      config: config(value, trial / 10),
      origin: text,
      metrics: { [text]: 0.5 },
      reports: [{ step: 1, metrics: { [`${text}m`]: trial, [`${text}c`]: trial } }],
      backend: text,
    });
  return {
    ...results,
    space,
    version: text,
    study: {
      ...results.study,
      name: text,
      strategy: text,
      metric: { name: text, goal: 'maximize' },
      more: [{ name: `${text}m`, goal: 'minimize', use: 'last' }],
      constraints: [{ name: `${text}c`, max: 1 }],
      trials: [
        scored(1, text),
        scored(2, 'plain'),
        searchTrial(3, { config: config('plain', 0.5), metrics: {} }),
        unscored(4, {
          config: config(text, 0.1),
          state: 'failed',
          reason: 'crash',
          message: text,
          tail: `${text}\n${text}`,
        }),
      ],
      stop: { reason: 'trials', detail: text },
    },
    verdict: { ...verdicts.inconclusive, reason: text },
    base: { sha: text, how: text },
    head: { sha: text, dirty: true },
    baseConfig: { [key]: text },
    backend: text,
    hardware: text,
    specPath: text,
    notices: [text, text],
    model: infectedModel(text),
  };
}

function infectedModel(text: string): ModelOutcome {
  const test = { value: 0.9, low: 0.8, high: 1 };
  const member = { trial: 1, weight: 0.5, family: text, config: { [text]: text } };
  return {
    task: 'classification',
    metric: text,
    goal: 'maximize',
    target: text,
    data: text,
    classes: [text, `${text}2`],
    rows: { search: 80, test: 20 },
    columns: [{ name: text, kind: text }],
    notes: [text],
    single: { trial: 1, validation: 0.8, test },
    ensemble: { members: [member, { ...member, trial: 2 }], validation: 0.85, test },
    candidates: 4,
    test: {
      metrics: { [text]: 0.9, [`${text}b`]: 0.3 },
      slices: [{ name: text, support: 20, recall: 0.9, precision: 1 }],
      confusion: [
        [9, 1],
        [0, 10],
      ],
      calibration: { error: 0.05, bins: [{ confidence: 0.9, accuracy: 0.95, rows: 20 }] },
      residuals: [{ share: 0.5, value: -0.1 }],
      importance: [{ column: text, mean: 0.1, deviation: 0.01 }],
      words: [{ name: text, words: [{ word: text, effect: 0.2, texts: 5 }] }],
    },
  };
}
