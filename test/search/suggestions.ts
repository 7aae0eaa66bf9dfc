// What every strategy proposes in a short study of a mixed and conditional space, as JSON on standard output: for
// nodes.test.ts, which compares what different versions of Node say.
import { type StrategyName, strategies } from '../../src/search/strategies.ts';
import { createSpace } from '../../src/space/space.ts';

const space = createSpace({
  rate: { type: 'float', min: 1e-5, max: 1, scale: 'log', default: 1e-3 },
  momentum: { type: 'float', min: 0, max: 1 },
  units: { type: 'int', min: 1, max: 512, scale: 'log' },
  activation: { type: 'choice', values: ['relu', 'tanh', 'swish'] },
  optimizer: {
    type: 'choice',
    options: {
      sgd: { decay: { type: 'float', min: 0, max: 1 } },
      adam: { beta: { type: 'float', min: 0, max: 1 } },
    },
  },
});

const proposals = Object.keys(strategies).map((name) => {
  const problem = { space, seed: 7, trials: 40, maxResource: 9, resumable: false };
  const strategy = strategies[name as StrategyName](problem, {});
  const configs: unknown[] = [];
  for (let trial = 0; trial < 25; trial++) {
    const suggestion = strategy.ask();
    if (suggestion.kind !== 'new') break;
    const { config } = suggestion;
    configs.push(config);
    strategy.start(trial, config);
    // Arithmetic that every version does alike: what is compared is the search.
    const loss =
      (Number(config['momentum']) - 0.3) ** 2 +
      (config['activation'] === 'tanh' ? 0 : 0.1) +
      1 / Number(config['units']);
    if (strategy.report(trial, 3, loss) === 'stop')
      strategy.tell(trial, { state: 'pruned', loss, resource: 3 });
    else
      strategy.tell(trial, trial % 7 === 6 ? { state: 'failed' } : { state: 'completed', loss, resource: 9 });
  }
  return [name, configs];
});
console.log(JSON.stringify(Object.fromEntries(proposals)));
