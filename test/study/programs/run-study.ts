// Runs a study of shell commands until its budget is spent: a process to kill and to start again.
//
//   run-study.mjs FOLDER STRATEGY WORKERS TRIALS SECONDS
//
// SECONDS is how long each trial sleeps after its first report. Prints «ready» once its first trial runs.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openJournal } from '../../../src/study/journal.ts';
import { runStudy } from '../../../src/study/loop.ts';
import type { TrialOutcome, TrialRequest, TrialRunner } from '../../../src/trial/trial.ts';
import { HistoryStrategy, identity, ListStrategy, space } from '../doubles.ts';

const [folder = '', strategyName = '', workers = '1', trials = '20', seconds = '0'] = process.argv.slice(2);

const script = `
echo $$ >> "$FOLDER/pids"
awk 'BEGIN { printf "{\\"step\\":1,\\"accuracy\\":%.17g}\\n", 1 - (ENVIRON["X"] - 0.3) ^ 2 }' >> "$TUNEGATE_METRICS"
sleep ${seconds}
`;

const runner: TrialRunner = {
  backend: 'command',
  run: (request: TrialRequest) =>
    new Promise<TrialOutcome>((resolve) => {
      mkdirSync(request.folder, { recursive: true });
      const metrics = path.join(request.folder, 'metrics.jsonl');
      const child = spawn('sh', ['-c', script], {
        detached: true,
        stdio: 'ignore',
        env: {
          ...process.env,
          FOLDER: folder,
          X: String(request.config['x']),
          TUNEGATE_METRICS: metrics,
          TUNEGATE_CHECKPOINT_DIR: request.checkpoints,
        },
      });
      child.once('exit', () => {
        for (const line of readFileSync(metrics, 'utf8').trim().split('\n')) {
          const { step, ...values } = JSON.parse(line);
          request.onReport({ step, metrics: values });
        }
        resolve({ state: 'completed', durationMs: 1, tail: '', backend: 'command' });
      });
    }),
  close: async () => {},
};

const journal = await openJournal(path.join(folder, 'journal.jsonl'), {
  ...identity,
  strategy: strategyName,
});
const study = await runStudy({
  space,
  strategy:
    strategyName === 'history'
      ? new HistoryStrategy()
      : new ListStrategy((starts) => ({
          kind: 'new',
          config: { x: ((starts * 37) % 100) / 100 },
          origin: 'list',
        })),
  journal,
  runners: Array.from({ length: Number(workers) }, () => runner),
  budget: { trials: Number(trials) },
  seedOf: (trial) => trial,
  folder,
  onEvent: (event) => {
    if (event.type === 'trial-started') console.log('ready');
  },
});
journal.close();
console.log(study.stop?.reason);
