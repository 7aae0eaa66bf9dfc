import type { Power } from '../gate/power.ts';
import type { GateSpec, Spec } from '../spec/spec.ts';
import { inTerminal, terminal } from './safe.ts';
import { pad } from './terminal-width.ts';
import { counted, duration, percent, short } from './words.ts';

/** What `renderPower` says in words. */
export interface PowerFacts {
  readonly noise: {
    /** Standard deviation of the difference of two trainings with the same seed. */
    readonly deviation: number;
    readonly from: string;
    /** Of one training, milliseconds. */
    readonly durationMs?: number;
  };
  readonly rows: readonly Power[];
  readonly workers: number;
}

/** For a terminal: how small a drop is found with how many seeds, and what a comparison costs. */
export function renderPower(
  { noise, rows, workers }: PowerFacts,
  spec: { readonly metric: Pick<Spec['metric'], 'name'>; readonly gate: Spec['gate'] },
): string {
  const gate = spec.gate as Pick<GateSpec, 'maxDrop' | 'confidence' | 'seeds'>;
  const { durationMs } = noise;
  const metric = inTerminal.name(spec.metric.name, 60);
  const time = (seeds: number) =>
    durationMs === undefined ? [] : [duration((2 * seeds * durationMs) / Math.max(1, workers))];
  const header = [
    'seeds',
    'finds a drop of',
    'seeds when unchanged',
    ...(durationMs === undefined ? [] : ['time when unchanged', 'time at most']),
  ];
  const table = rows.map(({ cap, detectable, seedsUnchanged }) => [
    `${counted(cap)}${cap === gate.seeds ? ' *' : ''}`,
    short(detectable, 2),
    short(Number(seedsUnchanged.toFixed(1)), 3),
    ...time(seedsUnchanged),
    ...time(cap),
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...table.map((row) => row[column]!.length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => pad(cell, widths[column]!, 'right'))
      .join('   ')
      .trimEnd();
  const here = rows.find(({ cap }) => cap === gate.seeds);
  const first = here
    ? `The gate finds a drop of ${metric} by ${short(here.detectable, 2)} four times in five.`
    : `How small a drop of ${metric} the gate finds four times in five:`;
  const cost =
    durationMs === undefined
      ? ''
      : ` A training takes ${duration(durationMs)}; ${workers} at a time; both sides are trained (gate.baseline: stored halves that).`;
  return [
    first,
    '',
    line(header),
    ...table.map(line),
    '',
    `* gate.seeds. The limit is ${short(gate.maxDrop, 6)}: at ${percent(gate.confidence)} confidence, a smaller drop never blocks.`,
    `Two trainings with the same seed differ by ${short(noise.deviation, 2)} (one standard deviation; ${terminal(noise.from)}).${cost}`,
  ].join('\n');
}
