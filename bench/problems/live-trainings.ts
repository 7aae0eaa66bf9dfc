import { mostCandidates } from '../../src/confirm/plan.ts';
import { mean } from '../harness/statistics.ts';
import { liveCurves } from './live-curves.ts';
import type { BenchFamily } from './problems.ts';

/** Epochs of a training. */
const epochs = 12;
/** Fresh trainings whose mean loss is taken for the truth about a config. */
const fresh = 4;
/** Loss of a training that diverged. */
const diverged = 5;

/**
 * Real trainings as the objective, each trial from initial weights of its own: as noisy as trainings are. Score: log10 of the mean
 * validation loss of fresh trainings with the same images.
 */
export function liveTrainings(): BenchFamily[] {
  return liveCurves().map(({ name, space, definitions, open }) => ({
    name: `live ${name}`,
    instance(seed) {
      const [study, truth] = [open(seed), open(seed)];
      const train = ({ take, loss }: typeof study, config: Parameters<typeof study.take>[0]) => {
        const end = loss(take(config)!, epochs);
        return Number.isFinite(end) ? Math.min(end, diverged) : diverged;
      };
      const scores = new Map<string, number>();
      return {
        name: `live ${name}`,
        among: mostCandidates,
        space,
        definitions,
        measure: (config) => train(study, config),
        score(config) {
          const key = JSON.stringify(config);
          const known = scores.get(key);
          if (known !== undefined) return known;
          const score = Math.log10(mean(Array.from({ length: fresh }, () => train(truth, config))));
          scores.set(key, score);
          return score;
        },
      };
    },
  }));
}
