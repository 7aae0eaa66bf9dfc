import path from 'node:path';
import { renderPower } from '../report/power.ts';
import { logLine } from '../report/progress.ts';
import { cancelSignal } from '../session/cancel.ts';
import { measureBaseline } from '../session/gate/measure-baseline.ts';
import { answerPower } from '../session/gate/power.ts';
import { readSpec } from '../session/load-spec.ts';
import type { Entry } from './entry.ts';
import { print, say } from './output.ts';

export interface BaselineFlags {
  readonly config: string;
  readonly output?: string;
  readonly store?: boolean;
}

/** Trains what ships, and keeps its scores. */
export async function baseline(flags: BaselineFlags, { host }: Entry): Promise<void> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const { name } = loaded.spec.metric;
  const { baseline: measured, where } = await measureBaseline({
    loaded,
    target: flags.store
      ? { kind: 'store' }
      : { kind: 'file', ...(flags.output === undefined ? {} : { file: flags.output }) },
    host,
    env: process.env,
    signal: cancelSignal(),
    onEvent: (event) => {
      const line = logLine(event, name);
      if (line !== undefined) say(line);
    },
  });
  const scores = measured.trainings.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  print(
    `${name} ${Number(mean.toPrecision(6))} on average of ${scores.length} seeds at ${measured.commit.slice(0, 7)}: written to ${where}.`,
  );
}

export interface PowerFlags {
  readonly config: string;
  readonly noise?: number;
  readonly json?: boolean;
}

/** Says how small a drop the gate finds. */
export async function power(flags: PowerFlags): Promise<void> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const answer = await answerPower(loaded, process.env, flags.noise);
  print(flags.json ? JSON.stringify(answer, null, 2) : renderPower(answer, loaded.spec));
}
