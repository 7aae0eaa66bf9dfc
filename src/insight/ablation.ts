import { hashConfig } from '../space/config.ts';
import type { Config, Value } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';
import { withValue } from './change.ts';
import { fewestTrials, type Observation } from './observation.ts';
import type { Surrogate } from './surrogate.ts';

/** One change on the way from what ships today to the best config. */
export interface AblationStep {
  readonly path: string;
  /** Undefined: the parameter did not exist, or does not any more. */
  readonly from: Value | undefined;
  readonly to: Value | undefined;
  /** Expected loss after it. */
  readonly loss: number;
  /** Share of the whole expected gain that has come by now, may be above 1. */
  readonly gained: number;
}

export interface Ablation {
  readonly steps: readonly AblationStep[];
  /** So many of the first steps bring nine tenths of the most that is gained on the way: the smallest change worth making. */
  readonly enough: number;
  /** What the other steps take away from that gain again, as a share of it; absent where that is less than a tenth. */
  readonly lost?: number;
  /** The config after those steps. */
  readonly minimal: Config;
}

const worth = 0.9;
/** By so much at most, as a factor, the gain that the model expects may differ from the one that was measured. */
const agreeing = 1.5;

/**
 * The ablation path from what ships to a trial, where the model can be trusted with it: it has learned from at least 30 trials, and it
 * expects about the gain that was measured between the two.
 */
export function trustedAblation(
  space: Space,
  surrogate: Pick<Surrogate, 'loss' | 'hasLearned'>,
  observations: readonly Observation[],
  winner: Observation,
): Ablation | undefined {
  const { incumbent } = space;
  if (!incumbent || observations.length < fewestTrials) return undefined;
  const hash = hashConfig(space, incumbent);
  const ships = observations.find(({ config }) => hashConfig(space, config) === hash);
  if (!ships || !surrogate.hasLearned()) return undefined;
  const measured = ships.loss - winner.loss;
  const expected = surrogate.loss(incumbent) - surrogate.loss(winner.config);
  if (!(measured > 0 && expected <= agreeing * measured && measured <= agreeing * expected)) return undefined;
  return ablationPath(space, surrogate, incumbent, winner.config);
}

/**
 * The ablation path (Fawcett & Hoos 2016): from one config to another, one parameter at a time, each time the change from
 * which the model expects most. A parameter that decides which others exist brings theirs along.
 *
 * Undefined when nothing differs, or no gain is expected of it all.
 */
export function ablationPath(
  space: Space,
  surrogate: Pick<Surrogate, 'loss'>,
  from: Config,
  to: Config,
): Ablation | undefined {
  const start = surrogate.loss(from);
  const total = start - surrogate.loss(to);
  if (!(total > 0)) return undefined;
  const steps: AblationStep[] = [];
  const configs: Config[] = [];
  let current = from;
  for (;;) {
    const differing = space.parameters
      .map(({ path }) => path)
      // What exists in both and differs; the rest comes with the parameter that decides about it.
      .filter((path) => current[path] !== undefined && to[path] !== undefined && current[path] !== to[path]);
    if (differing.length === 0) break;
    const options = differing.map((path) => {
      const config = withValue(space, current, path, to[path]!, (newly) => to[newly.path]);
      return { path, config, loss: surrogate.loss(config) };
    });
    const best = options.reduce((a, b) => (b.loss < a.loss ? b : a));
    const { path, config, loss } = best;
    steps.push({ path, from: current[path], to: to[path], loss, gained: (start - loss) / total });
    configs.push(config);
    current = config;
  }
  if (steps.length === 0) return undefined;
  const most = Math.max(...steps.map(({ gained }) => gained));
  const enough = steps.findIndex(({ gained }) => gained >= worth * most) + 1;
  // All steps together gain 1.
  const lost = 1 - 1 / steps[enough - 1]!.gained;
  return {
    steps,
    enough,
    ...(lost >= 1 - worth ? { lost } : {}),
    minimal: configs[enough - 1]!,
  };
}
