import { expect, test } from 'vitest';
import { randomStream } from '../../../src/math/random.ts';
import { Earlier, OwnResults, type Result } from '../../../src/search/warm-start/earlier.ts';
import { hashConfig } from '../../../src/space/config.ts';
import type { Config } from '../../../src/space/parameter.ts';
import { sampleConfig } from '../../../src/space/sample.ts';
import { createSpace } from '../../../src/space/space.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1 }, y: { type: 'float', min: 0, max: 1 } });
const bowl = ({ x, y }: Config) => (Number(x) - 0.3) ** 2 + (Number(y) - 0.4) ** 2;
const stream = randomStream(1, 'configs');
const known = Array.from({ length: 30 }, () => sampleConfig(space, stream));
const others = Array.from({ length: 10 }, () => sampleConfig(space, stream));

const study = () =>
  new Earlier(space, {
    name: 'before',
    observations: known.map((config) => ({ config, loss: bowl(config) })),
  });
const results = (configs: readonly Config[], loss: (config: Config) => number): Result[] =>
  configs.map((config) => ({ config, hash: hashConfig(space, config), loss: loss(config) }));

test('a study is trusted that ranks the configs of this one, and is off by the same everywhere', () => {
  const earlier = study();
  earlier.judge(new OwnResults(results([...known.slice(0, 3), ...others], (config) => bowl(config) + 2)));
  expect(earlier.trusted).toBe(true);
  expect(earlier.shift).toBeCloseTo(2);
  expect(earlier.lossNow(0)).toBeCloseTo(2 + Math.min(...known.map(bowl)));
  earlier.judge(new OwnResults(results([...known.slice(0, 3), ...others], (config) => -bowl(config))));
  expect(earlier.trusted).toBe(false);
});

test.each<[string, readonly Config[]]>([
  ['five results', [...known.slice(0, 3), ...others.slice(0, 2)]],
  ['one config that both have', [known[0]!, ...others]],
])('nothing is trusted after %s', (_, configs) => {
  const earlier = study();
  earlier.judge(new OwnResults(results(configs, bowl)));
  expect(earlier.trusted).toBe(false);
});

test('a study without configs in common is judged without foretelling any loss', () => {
  const all = results(others, bowl).map((result) => ({
    ...result,
    get config(): Config {
      throw new Error('its loss was foretold');
    },
  }));
  const earlier = study();
  earlier.judge(new OwnResults(all));
  expect(earlier.trusted).toBe(false);
});
