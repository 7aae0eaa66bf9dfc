import { expect, test } from 'vitest';
import { parseDelimited } from '../../../src/automl/delimited.ts';
import type { SeriesTask } from '../../../src/automl/series/panel.ts';
import { createSeriesData } from '../../../src/automl/series/series-data.ts';
import { randomStream } from '../../../src/math/random.ts';

const task: SeriesTask = {
  type: 'time-series-forecasting',
  data: 'sales.csv',
  target: 'sales',
  time: 'month',
  horizon: 6,
  ignore: [],
};

/** Months from 2020 on. */
function month(i: number): string {
  return `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
}

function csv(header: string, rows: number, row: (i: number) => string | undefined): string {
  return [header, ...Array.from({ length: rows }, (_, i) => row(i)).filter((of) => of !== undefined)].join(
    '\n',
  );
}

function read(text: string, own: Partial<SeriesTask> = {}, test?: string) {
  return createSeriesData(
    parseDelimited(text, undefined, 'sales.csv'),
    { ...task, ...own },
    test === undefined ? undefined : parseDelimited(test, undefined, 'test.csv'),
  );
}

const seasonal = (i: number) => Math.round(100 + i + 30 * Math.sin((Math.PI * i) / 6));

test('frequency, season, gaps, order, columns and test part are found and said', () => {
  const text = csv('month,sales,promo,weather,id', 60, (i) => {
    // Backwards, one month is not there, one has no value.
    const at = 59 - i;
    if (at === 20) return undefined;
    return `${month(at)},${at === 30 ? '' : seasonal(at)},${at % 3 ? 'no' : 'yes'},${(at * 7) % 11},${at}`;
  });
  const data = read(text, { known: ['promo'], ignore: ['id'] });
  expect(data.notes).toMatchInlineSnapshot(`
    [
      "sales.csv: one series, monthly, 2020-01 to 2024-12 (60 steps).",
      "Season: 12 steps, found in the data.",
      "Other columns: promo (category of 2, known ahead), weather (numeric, known up to now).",
      "The rows were not in the order of month; they are sorted.",
      "One step has no row; it counts as missing.",
      "One row has no value of sales; it counts as missing.",
      "Test part: 6 steps, 2024-07 to 2024-12, which no trial sees.",
    ]
  `);
  expect(data.season).toBe(12);
  expect(data.search.series[0]!.values.length).toBe(54);
  expect(data.search.series[0]!.values[20]).toBeNaN();
  expect(data.search.series[0]!.values[30]).toBeNaN();
});

test('several series may begin and end where they like; short, empty and constant ones are told', () => {
  const lengths: Readonly<Record<string, readonly [number, number]>> = {
    long: [0, 48],
    late: [20, 48],
    ended: [0, 30],
    short: [40, 48],
    flat: [0, 48],
    empty: [0, 48],
  };
  const rows = Object.entries(lengths).flatMap(([name, [from, to]]) =>
    Array.from({ length: to - from }, (_, i) => {
      const value = name === 'flat' ? 5 : name === 'empty' ? '' : seasonal(from + i);
      return `${name},${month(from + i)},${value}`;
    }),
  );
  const data = read(['store,month,sales', ...rows].join('\n'), { series: 'store' });
  expect(data.search.series.map(({ name, start, values }) => [name, start, values.length])).toEqual([
    ['long', 0, 42],
    ['late', 20, 22],
    ['ended', 0, 30],
    ['flat', 0, 42],
  ]);
  expect(data.notes).toMatchInlineSnapshot(`
    [
      "sales.csv: 5 series, monthly, 2020-01 to 2023-12 (48 steps).",
      "Season: 12 steps, found in the data.",
      ""empty" has no value of sales and is left out.",
      "One of 5 series has fewer than 10 known values before the test part and is left out: short.",
      "Always the same, and not part of val_mase: flat.",
      "Test part: 6 steps, 2023-07 to 2023-12, which no trial sees.",
    ]
  `);
});

test('the test part is a share, a number of steps, a file of its own, or nothing', () => {
  const text = csv('month,sales', 60, (i) => `${month(i)},${seasonal(i)}`);
  const searched = (own: Partial<SeriesTask>) => read(text, own).search.series[0]!.values.length;
  expect(searched({})).toBe(54);
  expect(searched({ test: 0.25 })).toBe(45);
  expect(searched({ test: 12 })).toBe(48);
  expect(searched({ test: 0 })).toBe(60);
  const later = csv('month,sales', 6, (i) => `${month(60 + i)},${seasonal(60 + i)}`);
  const own = read(text, { test: 'test.csv' }, later);
  expect(own.search.series[0]!.values.length).toBe(60);
  expect(own.whole.series[0]!.values.length).toBe(66);
});

test('seasons are found where there are some, and only there', () => {
  const season = (rows: number, time: (i: number) => string, value: (i: number) => number) =>
    read(csv('month,sales', rows, (i) => `${time(i)},${value(i)}`)).season;
  const random = randomStream(5, 'noise');
  const drawn = Array.from({ length: 120 }, () => random.uniform());
  const noise = (i: number) => drawn[i]!;
  expect(season(96, month, (i) => seasonal(i) + 5 * noise(i))).toBe(12);
  expect(season(96, month, noise)).toBe(1);
  expect(season(96, month, (i) => 3 * i + noise(i))).toBe(1);
  const days = (i: number) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
  expect(season(120, days, (i) => (i % 7 > 4 ? 20 : 10) + noise(i))).toBe(7);
  expect(season(120, String, (i) => Math.sin((2 * Math.PI * i) / 11) + 0.2 * noise(i))).toBe(11);
});

type Broken = readonly [what: string, text: string, own?: Partial<SeriesTask>, later?: string];

const broken: readonly Broken[] = [
  ['no time column', csv('day,sales', 30, (i) => `${month(i)},${i}`)],
  ['no series column', csv('month,sales', 30, (i) => `${month(i)},${i}`), { series: 'store' }],
  ['no known column', csv('month,sales', 30, (i) => `${month(i)},${i}`), { known: ['promo'] }],
  ['a time that is none', csv('month,sales', 30, (i) => `${i === 9 ? 'May' : month(i)},${i}`)],
  ['an empty time', csv('month,sales', 30, (i) => `${i === 9 ? '' : month(i)},${i}`)],
  ['times of two kinds', csv('month,sales', 30, (i) => `${i === 9 ? '2020-10-01' : month(i)},${i}`)],
  ['a time twice', csv('month,sales', 30, (i) => `${month(i === 9 ? 3 : i)},${i}`)],
  [
    'a time twice in a series',
    csv('s,month,sales', 30, (i) => `a,${month(i === 9 ? 3 : i)},${i}`),
    { series: 's' },
  ],
  [
    'a row of no series',
    csv('s,month,sales', 30, (i) => `${i === 9 ? '' : 'a'},${month(i)},${i}`),
    { series: 's' },
  ],
  [
    'times that are not regular',
    csv(
      'month,sales',
      30,
      (i) =>
        `2026-01-0${1 + (i % 3)}T${String(i % 24).padStart(2, '0')}:${10 + ((i * 7) % 49)}:0${i % 10},${i}`,
    ),
  ],
  ['a text as target', csv('month,sales', 30, (i) => `${month(i)},${i === 9 ? 'many' : i}`)],
  ['a target without values', csv('month,sales', 30, (i) => `${month(i)},`)],
  ['always the same', csv('month,sales', 30, (i) => `${month(i)},5`)],
  ['a past too short', csv('month,sales', 8, (i) => `${month(i)},${i}`)],
  ['one row', 'month,sales\n2026-01,3\n'],
  ['no rows', 'month,sales\n'],
  [
    'a test part that begins too early',
    csv('month,sales', 30, (i) => `${month(i)},${i}`),
    { test: 'test.csv' },
    csv('month,sales', 6, (i) => `${month(20 + i)},${i}`),
  ],
];

test.each(broken.map((of) => [of[0], of] as const))('broken series have clear words: %s', (name, of) => {
  const [, text, own, later] = of;
  expect(() => read(text, own, later)).toThrowErrorMatchingSnapshot(name);
});
