import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cancelSignal } from '../session/cancel.ts';
import { readSpec } from '../session/load-spec.ts';
import { discoverSpace } from '../session/phases/discover-space.ts';
import { placeOf } from '../session/place.ts';
import { replayTrial } from '../session/replay.ts';
import type { Entry } from './entry.ts';
import { print } from './output.ts';

export interface ReplayFlags {
  readonly config: string;
  readonly seed?: number;
}

/** Trains one trial again. Returns the exit code. */
export async function replay(trial: number, flags: ReplayFlags, { host }: Entry): Promise<number> {
  const loaded = readSpec(path.resolve(flags.config), flags.config);
  const { folder } = await placeOf(loaded);
  const { name } = loaded.spec.metric;
  const signal = cancelSignal();
  const result = await replayTrial({
    loaded: await discoverSpace(loaded, { host, env: process.env, signal }),
    folder,
    trial,
    ...(flags.seed === undefined ? {} : { seed: flags.seed }),
    host,
    env: process.env,
    signal,
    onReport: ({ step, metrics }) =>
      print(
        `step ${step}: ${Object.entries(metrics)
          .map(([key, value]) => `${key} ${value}`)
          .join(', ')}`,
      ),
  });
  const { outcome, recorded, score } = result;
  if (outcome.state === 'failed') print(`Trial ${trial} failed (${outcome.reason}): ${outcome.message}`);
  else print(`${name} ${score ?? 'was not reported'}; the study has ${recorded.score ?? 'no score'}.`);
  const log = path.join(result.folder, 'output.log');
  if (readFileSync(log, 'utf8').trim() !== '') print(`Its output: ${path.relative('', log)}`);
  return outcome.state === 'completed' ? 0 : 1;
}
