// Random spaces and histories for every strategy: npm run test:campaign -- [--studies 10000] [--seed 1] [--trials 40] [--strategies a,b]
// Ends with 1 when a strategy did what none may do, and shows the smallest study in which it does.
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { buildStrategy } from '../src/search/plan.ts';
import { chooseStrategy, type StrategyName, strategies } from '../src/search/strategies.ts';
import { checkStudy, studyCase } from '../test/search/robustness.ts';

const { values } = parseArgs({
  options: {
    studies: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    trials: { type: 'string', default: '40' },
    strategies: { type: 'string', default: [...Object.keys(strategies), 'auto'].join(',') },
  },
});
const names = values.strategies.split(',') as (StrategyName | 'auto')[];
const each = Math.ceil(Number(values.studies) / names.length);
let failed = false;
for (const name of names) {
  const begun = performance.now();
  const report = fc.check(
    fc.property(studyCase(Number(values.trials)), (given) =>
      checkStudy((problem, known) => {
        const { name: resolved } = chooseStrategy(name, problem);
        return buildStrategy({ name: resolved, problem, options: {}, ...known });
      }, given),
    ),
    { numRuns: each, seed: Number(values.seed) },
  );
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  console.log(`${name}: ${report.numRuns} studies in ${seconds} s${report.failed ? ', FAILED' : ''}`);
  if (report.failed) {
    failed = true;
    console.log(fc.defaultReportMessage(report));
  }
}
process.exitCode = failed ? 1 : 0;
