import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderHtml } from '../../src/report/html/page.ts';
import { niceTicks, scoreDomain } from '../../src/report/html/svg.ts';
import type { Results } from '../../src/report/results.ts';
import { crashedTrial, results, searchTrial, variants } from './fixtures.ts';
import { hostile, infected } from './hostile.ts';

const allowed = new Set(
  'html head meta title style body main h1 h2 small section div p strong code pre ul li dl dt dd details summary figure figcaption span svg circle path line rect text table thead tbody tr th td script'.split(
    ' ',
  ),
);
const attributes =
  /^(?: (?:lang|charset|http-equiv|content|name|class|scope|role|aria-label|data-v|viewBox|x|x1|x2|y|y1|y2|cx|cy|r|d|width|height|rx|text-anchor)="[^"<>]*")*\/?$/;

/**
 * Reads a report as strictly as it is written: known tags with known attributes in quotes, all closed in their order,
 * and no other `<` or `>`. Returns the visible text; entities stay as they are.
 */
function read(page: string): string {
  expect(page).toMatch(/^<!doctype html>\n/);
  const rest = page
    .slice(page.indexOf('<html'))
    .replace(/<(style|script)>[^<]*(?:<(?!\/)[^<]*)*<\/\1>/g, '<$1></$1>');
  const open: string[] = [];
  let text = '';
  for (const part of rest.split(/(?=<)/)) {
    const tag = /^<(\/?)([a-z0-9]+)([^>]*)>([^>]*)$/s.exec(part);
    if (!tag) throw new Error(`no tag of ours: ${part.slice(0, 200)}`);
    const [, close, name, more, after] = tag as unknown as [string, string, string, string, string];
    expect(allowed, part.slice(0, 80)).toContain(name);
    expect(more).toMatch(close ? /^$/ : attributes);
    if (close) expect(open.pop()).toBe(name);
    else if (name !== 'meta' && !more.endsWith('/')) open.push(name);
    text += after;
  }
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/="[^"]*NaN|undefined|\[object/);
  return text;
}

/** Whatever is loaded from elsewhere would be named by one of these. */
function asksForNothing(page: string): void {
  const ours = page.replace(/="[^"]*"/g, '=""').replace(/>[^<]*/g, '>');
  expect(page.match(/<[a-z][^>]*/g)!.join('')).not.toMatch(/<(?:a|img|iframe|link|object|use|image|form)\b/);
  expect(ours).not.toMatch(/\s(?:src|href|srcset|action|on\w+|style)=|url\(|@import/i);
}

test.each(Object.keys(variants))('a page of its own: %s', (key) => {
  const page = renderHtml(variants[key]!);
  const text = read(page);
  asksForNothing(page);
  expect(text).toContain('digits');
  expect(text).toContain('tunegate run --fresh --seed 7 --config models/digits/tune.yml');
});

test.each(hostile.map((text) => [JSON.stringify(text.slice(0, 40)), text]))('hostile text: %s', (_, text) => {
  const page = renderHtml(infected(text));
  read(page);
  asksForNothing(page.replace(/<(style|script)>.*?<\/\1>/gs, ''));
  expect(page).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}|\p{Surrogate}/u);
  expect(page.length).toBeLessThan(400_000);
});

test('any text at all', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'<>"\'&/-=! a\n`'), maxLength: 30 }), (text) => {
      read(renderHtml(infected(text)));
    }),
    { numRuns: 25 },
  );
});

test('the only script is the one that the policy names', () => {
  const page = renderHtml(results);
  const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map((match) => match[1]!);
  expect(scripts).toHaveLength(1);
  const hash = createHash('sha256').update(scripts[0]!).digest('base64');
  expect(page).toContain(`default-src 'none'`);
  expect(page).toContain(`script-src 'sha256-${hash}'`);
});

test('every trial has a row, with what was wrong, and logs have their lines', () => {
  const page = renderHtml(results);
  const rows = page.slice(page.indexOf('All trials')).split('<tr').slice(2);
  for (const trial of results.study.trials)
    expect(rows.some((row) => row.includes(`>#${trial.trial}<`) || row.includes(`>#${trial.trial} `))).toBe(
      true,
    );
  expect(page).toContain('failed: out of memory: The trial used 4.2 GiB and was killed.');
  expect(page).toContain('<pre>epoch 1\nepoch 2\nFatal: heap out of memory</pre>');
});

test('charts of what there is: no curve of one point, a curve of several', () => {
  const page = renderHtml(results);
  expect(page).toContain('trial by trial');
  expect(page).not.toContain('while training');
  const reports = [1, 2, 3].map((step) => ({ step, metrics: { val_accuracy: 0.9 + step / 50 } }));
  const curved: Results = {
    ...results,
    study: { ...results.study, trials: [0, 1, 2].map((trial) => searchTrial(trial, { reports })) },
  };
  expect(renderHtml(curved)).toContain('while training');
});

test('the best so far leaves out what was not trained in full', () => {
  const trials = [
    searchTrial(0, { score: 0.5 }),
    searchTrial(1, { score: 0.99, resource: 10 }),
    searchTrial(2, { score: 0.6 }),
    crashedTrial(3),
  ];
  const page = renderHtml({ ...results, study: { ...results.study, trials } });
  const [, path] = /<path class="line one" d="([^"]+)"/.exec(page)!;
  // A step up at trial 2 of 3, and level to the end.
  expect(path!.match(/H/g)).toHaveLength(2);
  expect(page).toContain('<circle class="faint"');
  expect(page).toContain('trial #3 failed');
});

test('scores of any size can be drawn', () => {
  for (const scores of [
    [1e308, -1e308, 0, 1, 2],
    [Number.NaN, Number.POSITIVE_INFINITY, 1, 2, 3],
    [5, 5, 5],
    [1e-300, 2e-300, 3e-300],
    [0.9, 0.91, 0.92, -1e9],
  ]) {
    const trials = scores.map((score, trial) => searchTrial(trial, { score }));
    read(renderHtml({ ...results, study: { ...results.study, trials } }));
  }
});

test('many trials make a page that a browser can show', () => {
  const trials = Array.from({ length: 3100 }, (_, trial) => searchTrial(trial));
  const page = renderHtml({ ...results, study: { ...results.study, trials } });
  expect(page).toContain('further trials, which the CSV has');
  expect(page.length).toBeLessThan(6e6);
});

test('ticks stand at round numbers', () => {
  expect(niceTicks([0, 1], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(niceTicks([0.913, 0.987], 5)).toEqual([0.92, 0.94, 0.96, 0.98]);
  expect(niceTicks([-3, 140], 5)).toEqual([0, 50, 100]);
  expect(niceTicks([1, 1], 5)).toEqual([]);
});

test('a few bad scores do not squeeze the rest', () => {
  const [low, high] = scoreDomain([0.9, 0.91, 0.92, 0.93, -1e9], 'maximize');
  expect(low).toBeGreaterThan(0.8);
  expect(high).toBeGreaterThan(0.93);
  expect(scoreDomain([1, 2, 3], 'minimize')).toEqual([1 - 0.12, 3 + 0.12]);
});
