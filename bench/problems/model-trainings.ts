import { mostCandidates } from '../../src/confirm/plan.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { createSpace } from '../../src/space/space.ts';
import { mean } from '../harness/statistics.ts';
import { PeerProcess, peerPython } from '../peers/peers.ts';
import type { StudyFamily } from './problems.ts';

const boosting: ParameterDefinitions = {
  rate: { type: 'float', min: 0.005, max: 1, scale: 'log' },
  rounds: { type: 'int', min: 5, max: 100, scale: 'log' },
  leaves: { type: 'int', min: 2, max: 64, scale: 'log' },
  leaf: { type: 'int', min: 1, max: 60, scale: 'log' },
  l2: { type: 'float', min: 1e-6, max: 100, scale: 'log' },
  features: { type: 'float', min: 0.1, max: 1 },
};
const mlp: ParameterDefinitions = {
  units: { type: 'int', min: 4, max: 128, scale: 'log' },
  layers: { type: 'int', min: 1, max: 3 },
  activation: { type: 'choice', values: ['relu', 'tanh', 'logistic', 'identity'] },
  rate: { type: 'float', min: 1e-5, max: 0.3, scale: 'log' },
  decay: { type: 'float', min: 1e-7, max: 10, scale: 'log' },
  batch: { type: 'choice', values: [16, 32, 64, 128] },
  epochs: { type: 'int', min: 3, max: 40, scale: 'log' },
};
/** Which model, and its parameters. */
const any = (classify: boolean): ParameterDefinitions => ({
  model: {
    type: 'choice',
    options: {
      svm: {
        C: { type: 'float', min: 1e-3, max: 1e3, scale: 'log' },
        gamma: { type: 'float', min: 1e-5, max: 10, scale: 'log' },
        ...(classify ? {} : { epsilon: { type: 'float', min: 1e-3, max: 1, scale: 'log' } }),
      },
      neighbours: {
        neighbours: { type: 'int', min: 1, max: 60, scale: 'log' },
        weights: { type: 'choice', values: ['uniform', 'distance'] },
        power: { type: 'float', min: 1, max: 3 },
      },
      trees: {
        depth: { type: 'int', min: 1, max: 20 },
        features: { type: 'float', min: 0.05, max: 1 },
        leaf: { type: 'int', min: 1, max: 40, scale: 'log' },
        bootstrap: { type: 'choice', values: [true, false] },
      },
      boosting,
      mlp,
      linear: { C: { type: 'float', min: 1e-5, max: 1e4, scale: 'log' } },
    },
  },
});

/** Data sets by name (see peers/models.py), and whether their target is a class. */
const tasks = { cancer: true, clusters: true, diabetes: false, friedman: false };
/** Cross-validations, split otherwise than a study's, whose mean loss is taken for the truth about a config. */
const fresh = 3;

let python: PeerProcess | undefined;

/**
 * Models of scikit-learn, trained by three-fold cross-validation while the search runs: boosted trees, multi-layer perceptrons, and any
 * of six models. A study has one split, each trial another seed of the model. Score: log10 of the mean loss with other splits. Empty
 * where there is no Python of the peers.
 */
export function modelTrainings(): StudyFamily[] {
  const executable = peerPython();
  if (!executable) return [];
  const losses = new Map<string, Promise<number>>();
  const train = (request: object): Promise<number> => {
    const key = JSON.stringify(request);
    const known = losses.get(key);
    if (known) return known;
    python ??= new PeerProcess(executable, 'models.py');
    const loss = python.say(request).then((answer) => answer['loss'] as number);
    losses.set(key, loss);
    return loss;
  };
  return Object.entries(tasks).flatMap(([task, classify]) =>
    Object.entries({ 'any model': any(classify), boosting, mlp }).map(([kind, definitions]) => {
      const name = `sklearn ${task}, ${kind}`;
      const space = createSpace(definitions);
      const named = (config: Config) => ({
        task,
        model: config['model'] ?? kind,
        config: Object.fromEntries(
          Object.entries(config).map(([path, value]) => [path.slice(path.lastIndexOf('.') + 1), value]),
        ),
      });
      return {
        name,
        instance: (split: number) => ({
          name,
          definitions,
          space,
          among: mostCandidates,
          measure: (config: Config, _: number, seed: number) => train({ ...named(config), split, seed }),
          score: async (config: Config) =>
            Math.log10(
              mean(
                await Promise.all(
                  Array.from({ length: fresh }, (_, i) =>
                    train({ ...named(config), split: 1001 + i, seed: i }),
                  ),
                ),
              ),
            ),
        }),
      };
    }),
  );
}

/** Ends the process that trains. */
export function endModelTrainings(): void {
  python?.close();
}
