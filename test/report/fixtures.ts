import { type Confirmation, chooseCandidate, judgeConfirmation } from '../../src/confirm/judge.ts';
import type { MetricVerdict, Verdict } from '../../src/gate/verdict.ts';
import { randomStream } from '../../src/math/random.ts';
import type { Results } from '../../src/report/results.ts';
import type { Config, ParameterDefinitions } from '../../src/space/parameter.ts';
import { sampleConfig } from '../../src/space/sample.ts';
import { createSpace } from '../../src/space/space.ts';
import { bestTrial, rankTrials } from '../../src/study/leaderboard.ts';
import type { Study, TrialRecord } from '../../src/study/study.ts';

export const definitions: ParameterDefinitions = {
  learning_rate: { type: 'float', min: 1e-4, max: 1e-1, scale: 'log', default: 1e-3 },
  batch_size: { type: 'choice', values: [16, 32, 64, 128], ordered: true, default: 32 },
  optimizer: {
    type: 'choice',
    default: 'adam',
    options: { sgd: { momentum: { type: 'float', min: 0, max: 0.99, default: 0.9 } }, adam: {} },
  },
  layers: {
    type: 'repeat',
    min: 1,
    max: 2,
    default: 1,
    of: { units: { type: 'int', min: 16, max: 256, step: 16, default: 64 } },
  },
  precision: { type: 'constant', value: 'float32' },
};

export const space = createSpace(definitions);

export function searchTrial(trial: number, changes: Partial<TrialRecord> = {}): TrialRecord {
  const config: Config = trial === 0 ? space.incumbent! : sampleConfig(space, randomStream(trial, 'test'));
  const score = 0.9731 - 0.0007 * ((trial * 7) % 23) - (trial === 0 ? 0.012 : 0);
  return {
    role: 'search',
    trial,
    config,
    seed: 1000 + trial,
    origin: trial === 0 ? 'incumbent' : trial < 10 ? 'initial design' : 'model',
    state: 'completed',
    score,
    metrics: { val_accuracy: score, loss: 0.1 + trial / 100 },
    reports: [{ step: 30, metrics: { val_accuracy: score, loss: 0.1 + trial / 100 } }],
    resource: 30,
    durationMs: 7300 + 913 * trial,
    backend: 'wasm (simd)',
    ...changes,
  };
}

/** A record without a score. */
export function unscored(trial: number, changes: Partial<TrialRecord>): TrialRecord {
  const { score: _, ...rest } = searchTrial(trial, { metrics: {}, reports: [] });
  return { ...rest, ...changes };
}

export const failedTrial = (trial: number): TrialRecord =>
  unscored(trial, {
    state: 'failed',
    reason: 'out-of-memory',
    message: 'The trial used 4.2 GiB and was killed.',
    tail: 'epoch 1\nepoch 2\n\u001b[31mFatal:\u001b[0m heap out of memory\n',
  });

export const crashedTrial = (trial: number): TrialRecord =>
  unscored(trial, { state: 'failed', reason: 'crash', message: 'Exit code 1.' });

export const trials: readonly TrialRecord[] = [
  ...Array.from({ length: 17 }, (_, index) => searchTrial(index)),
  searchTrial(17, {
    state: 'pruned',
    score: 0.81,
    reports: [{ step: 4, metrics: { val_accuracy: 0.81 } }],
  }),
  failedTrial(18),
  crashedTrial(19),
  failedTrial(20),
  unscored(21, { state: 'interrupted', reports: [{ step: 11, metrics: {} }] }),
];

export const study: Study = {
  name: 'digits',
  metric: { name: 'val_accuracy', goal: 'maximize' },
  seed: 7,
  strategy: 'tpe',
  trials,
  stop: { reason: 'trials', detail: 'the budget of 20 trials is spent' },
};

const frame = { confidence: 0.95, maxDrop: 0.005, goal: 'maximize' } as const;

function pairs(base: readonly number[], shift: readonly number[]): Verdict['pairs'] {
  return base.map((score, index) => ({ seed: 101 + index, base: score, head: score + shift[index]! }));
}

const bases = [0.961, 0.9634, 0.9587, 0.9622, 0.9601];
const mean = 0.96108;

function other(
  name: string,
  goal: 'minimize' | 'maximize',
  conclusion: Verdict['conclusion'],
  [base, difference, half, maxDrop]: readonly [number, number, number, number],
  gates = true,
): MetricVerdict {
  const shift = [-0.5, 0.5, 0, 0.2, -0.2].map((part) => difference + part * half);
  return {
    name,
    gates,
    verdict: {
      goal,
      confidence: 0.95,
      maxDrop,
      conclusion,
      reason: 'The seeds differ too much to tell.',
      pairs: pairs([base, base, base, base, base], shift),
      base,
      head: base + difference,
      difference,
      interval: [difference - half, difference + half],
    },
  };
}

const slices = (worst: Verdict['conclusion']): readonly MetricVerdict[] => [
  other('latency_ms', 'minimize', 'regressed', [14.2, 3.1, 0.6, 1]),
  other('size_mb', 'minimize', 'improved', [20.4, -1.2, 0.1, 0], false),
  ...Array.from({ length: 11 }, (_, i) =>
    other(`accuracy/class_${i}`, 'maximize', i === 3 ? worst : 'inconclusive', [
      0.97 - i / 200,
      i === 3 ? -0.08 : 0.001 * (i - 5),
      0.02,
      0.03,
    ]),
  ),
];

export const verdicts = {
  regressed: {
    ...frame,
    conclusion: 'regressed',
    reason: 'Head is worse than base beyond what the seeds explain.',
    pairs: pairs(bases, [-0.018, -0.011, -0.025, -0.017, -0.019]),
    base: mean,
    head: mean - 0.018,
    difference: -0.018,
    interval: [-0.0228, -0.0132],
    pWorse: 0.00068,
    detectable: 0.0084,
  },
  otherRegressed: {
    ...frame,
    conclusion: 'regressed',
    reason: 'latency_ms is worse than at the base beyond what the seeds explain.',
    decidedBy: 'latency_ms',
    pairs: pairs(bases, [0.012, 0.011, 0.014, 0.009, 0.012]),
    base: mean,
    head: mean + 0.0116,
    difference: 0.0116,
    interval: [0.0099, 0.0133],
    pWorse: 0.9999,
    detectable: 0.003,
    others: slices('regressed'),
  },
  improved: {
    ...frame,
    conclusion: 'improved',
    reason: 'Head is better than base beyond what the seeds explain.',
    pairs: pairs(bases, [0.012, 0.011, 0.014, 0.009, 0.012]),
    base: mean,
    head: mean + 0.0116,
    difference: 0.0116,
    interval: [0.0099, 0.0133],
    pWorse: 0.9999,
    detectable: 0.003,
  },
  unchanged: {
    ...frame,
    conclusion: 'unchanged',
    reason: 'Any drop is shown to be within the limit.',
    pairs: pairs(bases, [-0.001, 0.0005, 0.0002, -0.0012, 0.0008]),
    base: mean,
    head: mean - 0.00014,
    difference: -0.00014,
    interval: [-0.001, 0.00075],
    pWorse: 0.38,
    detectable: 0.0015,
  },
  inconclusive: {
    ...frame,
    conclusion: 'inconclusive',
    reason: 'The seeds differ too much to tell.',
    pairs: [...pairs(bases.slice(0, 3), [-0.03, 0.02, -0.004]), { seed: 104, base: 0.9622 }],
    base: 0.96103,
    head: 0.95637,
    difference: -0.00467,
    interval: [-0.0469, 0.0376],
    pWorse: 0.39,
    detectable: 0.062,
  },
  'no-baseline': {
    ...frame,
    conclusion: 'no-baseline',
    reason: 'The base commit 1f2e3d4 has no tune.yml, so there is nothing to compare with yet.',
    pairs: [],
  },
  error: {
    ...frame,
    conclusion: 'error',
    reason: 'Both sides fail to train on 3 of 3 seeds. Head says: Exit code 1.',
    pairs: [{ seed: 101 }, { seed: 102 }, { seed: 103 }],
  },
} satisfies Record<string, Verdict>;

export const results: Results = {
  version: '0.1.0',
  study,
  space,
  verdict: verdicts.regressed,
  head: { sha: '9c8b7a6f5e4d3c2b1a0f9e8d7c6b5a4f3e2d1c0b', dirty: true },
  base: { sha: '1f2e3d4c5b6a79881f2e3d4c5b6a79881f2e3d4c', how: 'merge base with main' },
  baseConfig: { ...space.incumbent, learning_rate: 0.003 },
  budget: {
    planned: { timeMs: 900_000, trials: 20, epochs: 30, workers: 2 },
    spent: { timeMs: 412_345, gateMs: 123_456, trials: 20, epochs: 1024 },
  },
  backend: 'wasm (simd)',
  hardware: '2 × AMD EPYC 7763, 15.6 GiB, Linux x64, Node 24.1.0',
  specPath: 'models/digits/tune.yml',
  notices: [
    'The checkout is shallow, so the merge base was fetched.',
    'tfjs-node could not be loaded; WASM is used.',
  ],
};

function without<K extends keyof Results>(from: Results, ...keys: K[]): Omit<Results, K> {
  return Object.fromEntries(
    Object.entries(from).filter(([key]) => !keys.includes(key as K)),
  ) as unknown as Omit<Results, K>;
}

const noGate = without(results, 'verdict', 'base', 'baseConfig');
const { stop: _stop, ...unstopped } = study;
const noStudy = { ...study, trials: [] };

/** The best of the search on fresh seeds, which say less of them than the search did. */
function confirmation(gains: readonly number[]): Confirmation {
  const [first, second, third] = rankTrials(study).filter(({ trial }) => trial !== 0);
  const candidates = [first!, second!, third!].map((trial, index) => ({
    trial: trial.trial,
    searchScore: trial.score!,
    scores: [trial.score! - 0.008 + 0.002 * index, index === 2 ? null : trial.score! - 0.005],
  }));
  return judgeConfirmation({
    goal: 'maximize',
    confidence: 0.95,
    searched: [0.9724, 0.971, 0.9696, 0.9689, 0.9],
    candidates,
    trial: chooseCandidate(candidates, 'maximize')!.trial,
    final: bases
      .slice(0, gains.length)
      .map((base, index) => ({ seed: 101 + index, incumbent: base, recommended: base + gains[index]! })),
    withIncumbent: true,
  });
}

/** Accuracy against latency, with a bound on latency and on the size of the model. */
const tradeOffTrials = trials.slice(0, 18).map((trial): TrialRecord => {
  const accuracy = trial.score!;
  const latency = 6 + ((trial.trial * 5 + 9) % 17) * 0.7 + (accuracy - 0.95) * 600;
  const further =
    trial.state === 'completed'
      ? { latency_ms: latency, model_size: 2.1e6 + 2.4e5 * ((trial.trial * 11) % 15) }
      : {};
  return {
    ...trial,
    metrics: { ...trial.metrics, ...further },
    reports: [...trial.reports, ...(trial.state === 'completed' ? [{ step: 30, metrics: further }] : [])],
  };
});
const tradeOff: Study = {
  ...study,
  more: [{ name: 'latency_ms', goal: 'minimize', use: 'last' }],
  constraints: [
    { name: 'latency_ms', max: 28 },
    { name: 'model_size', max: 5e6 },
  ],
  trials: tradeOffTrials,
};
const { more: _more, ...constrained } = tradeOff;

/** Every way in which a run ends. */
export const variants: Readonly<Record<string, Results>> = {
  regressed: results,
  improved: { ...results, verdict: verdicts.improved, notices: [] },
  'other-metric-regressed': { ...results, verdict: verdicts.otherRegressed, notices: [] },
  unchanged: { ...results, verdict: verdicts.unchanged, head: { sha: results.head!.sha!, dirty: false } },
  inconclusive: { ...results, verdict: verdicts.inconclusive },
  'no-baseline': { ...without(results, 'base', 'baseConfig'), verdict: verdicts['no-baseline'] },
  error: { ...results, verdict: verdicts.error },
  'no-gate': noGate,
  'nothing-better': {
    ...noGate,
    study: { ...study, trials: [searchTrial(0, { score: 0.99 }), searchTrial(1)] },
  },
  'zero-trials': {
    ...noGate,
    study: { ...noStudy, stop: { reason: 'time', detail: 'the time is up' } },
    budget: { ...results.budget, spent: { timeMs: 61_000, gateMs: 0, trials: 0, epochs: 0 } },
  },
  'all-failed': {
    ...noGate,
    study: {
      ...study,
      trials: [0, 1, 2].map(failedTrial),
      stop: {
        reason: 'failing',
        detail: 'the first 3 trials all failed (out-of-memory): The trial was killed.\nepoch 1',
      },
    },
  },
  'confirmed-better': {
    ...results,
    verdict: verdicts.unchanged,
    confirmation: confirmation([0.006, 0.004, 0.007, 0.005]),
  },
  'confirmed-unsure': { ...noGate, confirmation: confirmation([0.006, -0.008, 0.007, 0.001]) },
  'confirmed-worse': { ...noGate, confirmation: confirmation([-0.006, -0.008, -0.007]) },
  'trade-off': { ...noGate, study: tradeOff },
  'trade-off-confirmed': {
    ...results,
    verdict: verdicts.unchanged,
    study: tradeOff,
    confirmation: judgeConfirmation({
      goal: 'maximize',
      confidence: 0.95,
      searched: [0.9724, 0.971, 0.9696, 0.9689, 0.9],
      candidates: [
        { trial: bestTrial(tradeOff)!.trial, searchScore: bestTrial(tradeOff)!.score!, scores: [] },
      ],
      trial: bestTrial(tradeOff)!.trial,
      final: bases
        .slice(0, 3)
        .map((base, index) => ({ seed: 101 + index, incumbent: base, recommended: base - 0.004 })),
      withIncumbent: true,
    }),
  },
  constrained: { ...noGate, study: constrained },
  'shipped-infeasible': {
    ...noGate,
    study: {
      ...constrained,
      trials: tradeOffTrials.map((trial) => (trial.trial === 0 ? { ...trial, score: 0.99 } : trial)),
      constraints: [{ name: 'model_size', min: 2.2e6 }],
    },
  },
  'shipped-paused': {
    ...noGate,
    study: {
      ...study,
      strategy: 'asha',
      metric: { name: 'val_loss', goal: 'minimize' },
      trials: [
        searchTrial(0, { score: 0.5, resource: 1, reports: [{ step: 1, metrics: { val_loss: 0.5 } }] }),
        searchTrial(1, {
          score: 0.99986,
          resource: 16,
          reports: [{ step: 16, metrics: { val_loss: 0.99986 } }],
        }),
        searchTrial(2, { score: 1.2, resource: 16, reports: [{ step: 16, metrics: { val_loss: 1.2 } }] }),
      ],
    },
  },
  'none-feasible': {
    ...noGate,
    study: {
      ...constrained,
      constraints: [
        { name: 'latency_ms', max: 2 },
        { name: 'recall', min: 0.9, max: 1 },
      ],
    },
  },
  cancelled: {
    ...noGate,
    study: {
      ...study,
      trials: trials.slice(0, 4),
      stop: { reason: 'cancelled', detail: 'cancelled by SIGINT; 1 running trial was interrupted' },
    },
  },
  killed: {
    ...noGate,
    study: {
      ...unstopped,
      trials: [searchTrial(0), searchTrial(1), unscored(2, { state: 'running', durationMs: 0 })],
    },
  },
  minimize: {
    ...results,
    study: {
      ...study,
      metric: { name: 'val_loss', goal: 'minimize' },
      trials: [3.2e-5, 4.125e-6, 0.00012].map((score, index) => searchTrial(index, { score })),
    },
    verdict: {
      ...verdicts.regressed,
      goal: 'minimize',
      maxDrop: 1e-6,
      pairs: [
        { seed: 1, base: 2e-5, head: 2.4e-5 },
        { seed: 2, base: 2.1e-5, head: 2.6e-5 },
      ],
      base: 2.05e-5,
      head: 2.5e-5,
      difference: 4.5e-6,
      interval: [1.3e-6, 7.7e-6],
    },
  },
};
