// Runs a study of shell commands until its budget is spent: a process to kill and to start again.
//
//   run-study.mjs FOLDER STRATEGY WORKERS TRIALS SECONDS
//
// SECONDS is how long each trial sleeps after its first report. Says when a trial starts, and why it stopped.
import path from 'node:path';
import { buildStrategy } from '../../../src/search/plan.ts';
import type { StrategyName } from '../../../src/search/strategies.ts';
import { nestConfig } from '../../../src/space/config.ts';
import { createSpace } from '../../../src/space/space.ts';
import type { CommandTrial } from '../../../src/spec/spec.ts';
import { fingerprint } from '../../../src/study/fingerprint.ts';
import { openJournal } from '../../../src/study/journal.ts';
import { studyMark } from '../../../src/study/leftovers.ts';
import { runStudy } from '../../../src/study/loop.ts';
import { trialSeed } from '../../../src/study/seeds.ts';
import { createTrialRunner } from '../../../src/trial/runner.ts';

const [folder = '', name = 'random', workers = '1', trials = '20', seconds = '0'] = process.argv.slice(2);
const strategy = name as StrategyName;

const space = createSpace({
  x: { type: 'float', min: -1, max: 1, default: 0 },
  rate: { type: 'float', min: 1e-4, max: 1, scale: 'log', default: 0.01 },
  kind: {
    type: 'choice',
    default: 'flat',
    options: { flat: {}, bent: { bend: { type: 'int', min: 1, max: 9 } } },
  },
});

const trial: CommandTrial = {
  run: `echo $$ >> '${folder}/pids'
    loss() {
      awk -v step=$1 'BEGIN {
        loss = (ENVIRON["TUNEGATE_PARAM_X"] - 0.3) ^ 2 + (log(ENVIRON["TUNEGATE_PARAM_RATE"]) + 3) ^ 2 / 9
        if (ENVIRON["TUNEGATE_PARAM_KIND"] == "bent") loss -= ENVIRON["TUNEGATE_PARAM_KIND_BENT_BEND"] / 50
        printf "{\\"step\\":%d,\\"loss\\":%.17g}\\n", step, loss + 1 / step
      }' >> "$TUNEGATE_METRICS"
    }
    loss 1; sleep ${seconds}; loss 2`,
  shell: true,
  stdout: [],
  env: {},
  passEnv: [],
  grace: 500,
  output: 1 << 16,
};

const seed = 7;
const journal = await openJournal(path.join(folder, 'journal.jsonl'), {
  name: 'killed',
  metric: { name: 'loss', goal: 'minimize', use: 'last' },
  strategy,
  seed,
  space: fingerprint(space.parameters),
  spec: fingerprint('the same whatever the seconds'),
  code: 'none',
});
const study = await runStudy({
  space,
  strategy: buildStrategy({
    name: strategy,
    problem: {
      space,
      seed,
      ...(space.incumbent ? { incumbent: space.incumbent } : {}),
      trials: Number(trials),
      workers: Number(workers),
    },
  }),
  journal,
  runners: Array.from({ length: Number(workers) }, () =>
    createTrialRunner(trial, {
      cwd: folder,
      env: { ...process.env, ...studyMark(folder) },
      hostPath: '',
      node: process.execPath,
      nest: (config) => nestConfig(space, config),
    }),
  ),
  budget: { trials: Number(trials) },
  seedOf: (index) => trialSeed(seed, 'search', index),
  folder,
  onEvent: (event) => {
    if (event.type === 'trial-started') console.log(`trial ${event.trial} starts`);
  },
});
journal.close();
console.log(study.stop?.reason);
