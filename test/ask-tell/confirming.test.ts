import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Conversation } from '../../src/ask-tell/conversation.ts';
import { openSearch, readDrivenSpec } from '../../src/ask-tell/open.ts';
import type { Answer } from '../../src/ask-tell/protocol.ts';
import { renderLeaderboard } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { loadDrivenResults } from '../../src/session/facts.ts';
import { loadDrivenSpec } from '../../src/spec/load.ts';
import { temporaryFolder } from '../study/fakes.ts';

type Trial = Extract<Answer, { type: 'trial' }>;

/** The number of the first training on a fresh seed. */
const first = 1_000_000;

function specFile({ confirm = 'true', trials = 40, ships = '', more = '' } = {}): string {
  const file = path.join(temporaryFolder(), 'search.yml');
  const text = `name: noisy
metric: { name: loss, goal: minimize }
params: { x: { type: float, min: -4, max: 4${ships} } }
search: { strategy: sobol, seed: 5, confirm: ${confirm} }
budget: { trials: ${trials} }
${more}`;
  writeFileSync(file, text);
  return file;
}

/** x² with noise that follows from the seed. */
const lossOf = ({ params, seed }: Trial) => (params['x'] as number) ** 2 + ((seed % 1000) - 500) / 500;

const open = (spec: string, journal = `${spec}.jsonl`) => openSearch({ spec, journal, pending: 'elsewhere' });

/** One word in a process of its own, as `tunegate ask` and `tell` are. */
async function once<T>(spec: string, say: (conversation: Conversation) => T): Promise<T> {
  const search = await open(spec);
  try {
    return say(search.conversation);
  } finally {
    search.close();
  }
}

/** Trains whatever is asked for, one after the other. */
function driveOn(conversation: Conversation, most = 1000): Trial[] {
  const trained: Trial[] = [];
  while (trained.length < most) {
    const answer = conversation.ask();
    if (answer.type !== 'trial') break;
    conversation.tell({ trial: answer.trial, metrics: { loss: lossOf(answer) } });
    trained.push(answer);
  }
  return trained;
}

test('the best are trained again on fresh seeds, and what is told of the best comes from there', async () => {
  const spec = specFile();
  const { conversation, close } = await open(spec);
  const trained = driveOn(conversation);
  const again = trained.slice(40);
  // 15 % of 40: three candidates once each, then the one chosen on three more.
  expect(again.map(({ trial, origin }) => [trial, origin])).toEqual(
    Array.from({ length: 6 }, (_, i) => [first + i, 'confirm']),
  );
  const ranked = trained.slice(0, 40).sort((a, b) => lossOf(a) - lossOf(b));
  expect(again.slice(0, 3).map(({ confirms }) => confirms)).toEqual(
    ranked.slice(0, 3).map(({ trial }) => trial),
  );
  const last = again.slice(3);
  const [chosen, ...others] = new Set(last.map(({ confirms }) => confirms));
  expect(others).toEqual([]);
  const means = again
    .slice(0, 3)
    .map((one, i) => ({ trial: one.confirms, loss: (lossOf(one) + lossOf(ranked[i]!)) / 2 }));
  expect(chosen).toBe(means.sort((a, b) => a.loss - b.loss)[0]!.trial);
  const seeds = new Set(trained.slice(0, 40).map(({ seed }) => seed));
  expect(last.filter(({ seed }) => seeds.has(seed))).toEqual([]);

  const best = conversation.best();
  const mean = last.reduce((sum, one) => sum + lossOf(one) / 3, 0);
  expect(best).toMatchObject({ trial: chosen, params: last[0]!.params, confirmed: { seeds: 3 } });
  expect(best).toHaveProperty('score', expect.closeTo(mean, 12));
  expect(best).not.toHaveProperty('confirmed.improved');
  expect(conversation.ask()).toEqual({
    type: 'exhausted',
    reason: 'the budget of 40 trials is spent, and the best was trained again on fresh seeds',
    pending: 0,
    trials: [],
  });
  close();

  const results = loadDrivenResults(`${spec}.jsonl`, readDrivenSpec(spec), spec);
  expect(results.confirmation).toMatchObject({ trial: chosen, mean: expect.closeTo(mean, 12) });
});

test('only where the spec says so: who drives has counted on the trials of the budget', async () => {
  const spec = specFile();
  writeFileSync(spec, readFileSync(spec, 'utf8').replace(', confirm: true', ''));
  const { conversation, close } = await open(spec);
  expect(driveOn(conversation)).toHaveLength(40);
  expect(conversation.best()).not.toHaveProperty('confirmed');
  close();
});

test('what ships is trained beside it, on as many seeds as the spec asks for', async () => {
  const spec = specFile({ confirm: '4', trials: 10, ships: ', default: 3' });
  const { conversation, close } = await open(spec);
  const again = driveOn(conversation).slice(10);
  expect(again).toHaveLength(8);
  expect(again.filter(({ confirms }) => confirms === 0)).toHaveLength(4);
  expect(conversation.best()).toMatchObject({ confirmed: { seeds: 4, improved: true } });
  close();
});

test('a config that was tried several times is trained again as its best trial', async () => {
  const spec = specFile();
  const again = readFileSync(spec, 'utf8')
    .replace('type: float, min: -4, max: 4', 'type: choice, values: [0.1, 0.2, 0.3]')
    .replace('strategy: sobol', 'strategy: random, repeats: true');
  writeFileSync(spec, again);
  const { conversation, close } = await open(spec);
  const trained = driveOn(conversation);
  const confirming = trained.slice(40);
  const configs = confirming.map(({ params, seed }) => `${params['x']} ${seed}`);
  expect(new Set(configs).size).toBe(confirming.length);
  for (const { params, confirms } of confirming) {
    const tried = trained.slice(0, 40).filter((one) => one.params['x'] === params['x']);
    expect(confirms).toBe(tried.sort((a, b) => lossOf(a) - lossOf(b))[0]!.trial);
  }
  expect(conversation.best()).toMatchObject({ trial: confirming.at(-1)!.confirms });
  close();
});

test('in processes of their own it is the same, whichever is killed', async () => {
  const whole = specFile();
  const live = await open(whole);
  const expected = driveOn(live.conversation);
  live.close();
  const spec = specFile();
  const heard: Trial[] = [];
  for (;;) {
    const answer = await once(spec, (search) => search.ask());
    if (answer.type !== 'trial') break;
    // Every fifth machine is lost, and its training handed out again.
    if (heard.length % 5 === 4) {
      await once(spec, (search) => search.tell({ trial: answer.trial, lost: true }));
      const second = await once(spec, (search) => search.ask());
      expect(second).toEqual({ ...answer, again: true });
    }
    await once(spec, (search) => search.tell({ trial: answer.trial, metrics: { loss: lossOf(answer) } }));
    heard.push(answer);
  }
  expect(heard).toEqual(expected);
});

test('several at a time: each training once, and the last round waits for the choice', async () => {
  const spec = specFile();
  const { conversation, close } = await open(spec);
  const ask = () => conversation.ask();
  const tell = (answer: Answer) =>
    answer.type === 'trial' && conversation.tell({ trial: answer.trial, metrics: { loss: lossOf(answer) } });
  driveOn(conversation, 39);
  const last = ask();
  // The search is not over before its last trial is.
  expect(ask()).toEqual({ type: 'wait', pending: 1, trials: [39] });
  tell(last);
  const round = [ask(), ask(), ask()];
  expect(round.map((answer) => answer.type === 'trial' && answer.trial)).toEqual([
    first,
    first + 1,
    first + 2,
  ]);
  expect(ask()).toMatchObject({ type: 'wait', pending: 3 });
  tell(round[2]!);
  tell(round[0]!);
  expect(ask()).toMatchObject({ type: 'wait', pending: 1 });
  tell(round[1]!);
  const final = [ask()];
  // Whether a second seed is needed the first one says.
  expect(ask()).toMatchObject({ type: 'wait' });
  tell(final[0]!);
  final.push(ask(), ask());
  expect(ask()).toMatchObject({ type: 'wait', pending: 2 });
  // Reports are heard, and nothing is stopped; a training that fails is not asked for again.
  expect(conversation.report(first + 4, { loss: 1e9 })).toMatchObject({ decision: 'continue' });
  conversation.tell({ trial: first + 4, failed: 'out of memory', reason: 'out-of-memory' });
  tell(final[2]!);
  expect(ask()).toMatchObject({ type: 'exhausted', pending: 0 });
  expect(conversation.best()).toMatchObject({ confirmed: { seeds: 2 } });
  expect(() => conversation.tell({ trial: first + 5, metrics: { loss: 1 } })).toThrow('has ended already');
  close();
});

test('a training without chance in it is done once', async () => {
  const { conversation, close } = await open(specFile({ trials: 10 }));
  let trained = 0;
  for (let answer = conversation.ask(); answer.type === 'trial'; answer = conversation.ask()) {
    conversation.tell({ trial: answer.trial, metrics: { loss: (answer.params['x'] as number) ** 2 } });
    trained++;
  }
  expect(trained).toBe(11);
  close();
});

test('a budget that has grown lets the search go on, whatever is under way on fresh seeds', async () => {
  const spec = specFile({ trials: 10 });
  const search = await open(spec);
  driveOn(search.conversation, 10);
  const pending = search.conversation.ask() as Trial;
  expect(pending).toMatchObject({ trial: first, origin: 'confirm' });
  search.close();
  writeFileSync(spec, readFileSync(spec, 'utf8').replace('trials: 10', 'trials: 40'));
  const grown = await open(spec);
  const { conversation } = grown;
  const trained = driveOn(conversation, 5);
  conversation.tell({ trial: first, metrics: { loss: lossOf(pending) } });
  trained.push(...driveOn(conversation));
  const searched = trained.filter(({ origin }) => origin !== 'confirm');
  expect(searched.map(({ trial }) => trial)).toEqual(Array.from({ length: 30 }, (_, i) => 10 + i));
  const best = conversation.best();
  // One seed of the choice, or of the last round, may be known from before.
  expect(trained.length - searched.length).toBeGreaterThanOrEqual(5);
  expect(best).toMatchObject({ confirmed: { seeds: 3 } });
  grown.close();
});

test('what misses a constraint on the seeds of the choice is not chosen, and what misses one is said', async () => {
  /** Which trial the last round is of, and what fresh seeds say, when these trainings are too slow. */
  const confirm = async (isSlow: (again: Trial) => boolean) => {
    const { conversation, close } = await open(specFile({ more: 'constraints: { latency: { max: 20 } }\n' }));
    const trained: Trial[] = [];
    for (let answer = conversation.ask(); answer.type === 'trial'; answer = conversation.ask()) {
      const latency = answer.origin === 'confirm' && isSlow(answer) ? 50 : 10;
      conversation.tell({ trial: answer.trial, metrics: { loss: lossOf(answer), latency } });
      trained.push(answer);
    }
    const best = conversation.best() as Extract<Answer, { type: 'best'; score: number }>;
    close();
    // Three were trained once, to choose the one that the last three are of.
    expect(trained).toHaveLength(46);
    expect(trained.slice(43).map(({ confirms }) => confirms)).toEqual([best.trial, best.trial, best.trial]);
    return { chosen: best.trial, notices: best.confirmed?.notices };
  };
  const said = (mean: number) => [
    expect.stringContaining(`misses a constraint: latency is ${mean} in the mean, at most 20 is asked for`),
  ];
  const all = await confirm(() => true);
  expect(all.notices).toEqual(said(50));
  const { chosen } = all;
  const without = await confirm(({ confirms }) => confirms === chosen);
  expect(without.chosen).not.toBe(chosen);
  expect(without.notices).toBeUndefined();
  // The last round has no part in the choice: 10 once and 50 three times.
  expect(await confirm(({ trial }) => trial >= first + 3)).toEqual({ chosen, notices: said(40) });
});

test('when every training on fresh seeds fails, the report says so, and the best is not called confirmed', async () => {
  const spec = specFile();
  const { conversation, close } = await open(spec);
  driveOn(conversation, 40);
  let failed = 0;
  for (let answer = conversation.ask(); answer.type === 'trial'; answer = conversation.ask()) {
    conversation.tell({ trial: answer.trial, failed: 'out of memory' });
    failed++;
    const results = loadDrivenResults(`${spec}.jsonl`, readDrivenSpec(spec), spec);
    expect(results.confirmation !== undefined).toBe(failed === 6);
  }
  expect(failed).toBe(6);
  expect(conversation.ask()).toMatchObject({
    reason: 'the budget of 40 trials is spent, and the best failed on fresh seeds',
  });
  expect(conversation.best()).toMatchObject({ confirmed: { seeds: 0, failed: 3 } });
  const results = loadDrivenResults(`${spec}.jsonl`, readDrivenSpec(spec), spec);
  expect(renderLeaderboard(results)).toMatch(/fresh seeds? .*failed|failed .*fresh seeds?/);
  close();
});

test('a lost trial that the budget has no room for any more does not hold up the best', async () => {
  const spec = specFile();
  const limit = (epochs: number) =>
    writeFileSync(
      spec,
      readFileSync(spec, 'utf8').replace(/budget: .*/, `budget: { epochs: 3, total-epochs: ${epochs} }`),
    );
  limit(33);
  await once(spec, (conversation) => driveOn(conversation, 10));
  const lost = await once(spec, (conversation) => conversation.ask() as Trial);
  await once(spec, (conversation) => conversation.tell({ trial: lost.trial, lost: true }));
  limit(32);
  const { conversation, close } = await open(spec);
  const confirming = driveOn(conversation);
  expect(confirming.map(({ origin }) => origin)).toEqual(['confirm', 'confirm', 'confirm']);
  expect(conversation.ask()).toMatchObject({ type: 'exhausted', pending: 1, trials: [lost.trial] });
  expect(conversation.best()).toMatchObject({ confirmed: { seeds: 3 } });
  close();
});

test.each([
  ['asha', true],
  ['hyperband', true],
  ['hyperband', false],
])(
  '%s: the best that came to all epochs are trained again in one go, beside total-epochs (resume: %s)',
  async (strategy, resume) => {
    const spec = specFile({ more: `trial: { resume: ${resume} }\n` });
    const text = readFileSync(spec, 'utf8')
      .replace('strategy: sobol', `strategy: ${strategy}`)
      .replace('trials: 40', 'epochs: 9, total-epochs: 120');
    writeFileSync(spec, text);
    const { conversation, close } = await open(spec);
    const trained = driveOn(conversation);
    const again = trained.filter(({ origin }) => origin === 'confirm');
    expect(trained.slice(-again.length)).toEqual(again);
    expect(again.length).toBeGreaterThanOrEqual(3);
    expect(again.every(({ resource, resumes }) => resource === 9 && !resumes)).toBe(true);
    const full = trained.filter(({ origin, resource }) => origin !== 'confirm' && resource === 9);
    expect(full.length).toBeLessThan(trained.length - again.length);
    const best = conversation.best();
    expect(full.map(({ trial }) => trial)).toContain((best as Trial).trial);
    expect(best).toMatchObject({ confirmed: { seeds: 3 } });
    expect(conversation.ask()).toMatchObject({ type: 'exhausted', pending: 0 });
    close();
  },
);
test('where fresh seeds show the chosen config to be worse, the best is what ships', async () => {
  const spec = specFile({ trials: 10, ships: ', default: 0' });
  const { conversation, close } = await open(spec);
  const again = driveOn(conversation).slice(10);
  const ships = again.filter(({ confirms }) => confirms === 0);
  expect(ships).toHaveLength(3);
  const best = conversation.best();
  expect(best).toMatchObject({
    trial: 0,
    params: { x: 0 },
    score: expect.closeTo(
      ships.reduce((sum, one) => sum + lossOf(one) / 3, 0),
      12,
    ),
    confirmed: { seeds: 3, improved: false, interval: [expect.any(Number), expect.any(Number)] },
  });
  close();
});

test('a best config that fails on all fresh seeds is said to have failed', async () => {
  for (const ships of ['', ', default: 3']) {
    const spec = specFile({ trials: 10, ships });
    const { conversation, close } = await open(spec);
    driveOn(conversation, 10);
    for (let one = conversation.ask(); one.type === 'trial'; one = conversation.ask()) {
      const works = one.confirms === 0 && ships !== '';
      conversation.tell({ trial: one.trial, ...(works ? { metrics: { loss: 9 } } : { failed: true }) });
    }
    const best = conversation.best();
    if (ships === '') expect(best).toMatchObject({ confirmed: { seeds: 0, failed: 3 } });
    // It works, and what was chosen does not.
    else expect(best).toMatchObject({ trial: 0, score: 9, confirmed: { seeds: 3, improved: false } });
    const results = loadDrivenResults(`${spec}.jsonl`, readDrivenSpec(spec), spec);
    expect(results.confirmation?.final).toHaveLength(3);
    expect(results.confirmation).not.toHaveProperty('mean');
    close();
  }
});

test('a training that was under way says whose config it is, also once the spec asks for no more of them', async () => {
  const spec = specFile({ trials: 10 });
  const begun = await openSearch({ spec, journal: `${spec}.jsonl`, pending: 'lost' });
  driveOn(begun.conversation, 10);
  const pending = begun.conversation.ask();
  begun.close();
  writeFileSync(spec, readFileSync(spec, 'utf8').replace('confirm: true', 'confirm: false'));
  const second = await openSearch({ spec, journal: `${spec}.jsonl`, pending: 'lost' });
  expect(second.conversation.ask()).toEqual({ ...pending, again: true });
  second.close();
});

test('with repeats each config is trained again once, and under the number that `best` has', async () => {
  const spec = specFile();
  writeFileSync(
    spec,
    `name: few
metric: { name: loss, goal: minimize }
params: { x: { type: choice, values: [0, 1, 2] } }
search: { strategy: random, repeats: true, confirm: true }
budget: { trials: 40 }
`,
  );
  const { conversation, close } = await open(spec);
  const again = driveOn(conversation).slice(40);
  const choice = again.slice(0, -3);
  expect(new Set(choice.map(({ params }) => params['x'])).size).toBe(choice.length);
  expect(choice.length).toBeGreaterThan(1);
  expect(conversation.best()).toMatchObject({ trial: again.at(-1)!.confirms });
  close();
});

test('a report in the middle says that more fresh seeds are to come', async () => {
  const spec = specFile({ trials: 10 });
  const { conversation, close } = await open(spec);
  const notices = () => loadDrivenResults(`${spec}.jsonl`, readDrivenSpec(spec), spec).notices;
  driveOn(conversation, 9);
  expect(notices()).toEqual([]);
  driveOn(conversation, 2);
  expect(notices()).toEqual([expect.stringContaining('on further fresh seeds')]);
  driveOn(conversation);
  expect(notices()).toEqual([]);
  close();
});

test('a report of a spec whose seed has changed since finds what fresh seeds said', async () => {
  const spec = specFile({ trials: 10 });
  const { conversation, close } = await open(spec);
  driveOn(conversation);
  close();
  const other = readFileSync(spec, 'utf8').replace('seed: 5', 'seed: 6');
  const results = loadDrivenResults(`${spec}.jsonl`, loadDrivenSpec(spec, other), spec);
  expect(results.confirmation?.final).toHaveLength(3);
  expect(results.notices).toEqual([]);
});

test('what ships is not the best where it misses a constraint, and is where it failed in the search', async () => {
  for (const misses of [true, false]) {
    const more = misses ? 'constraints: { latency: { max: 20 } }\n' : '';
    const spec = specFile({ trials: 10, ships: ', default: 0', more });
    const { conversation, close } = await open(spec);
    for (let one = conversation.ask(); one.type === 'trial'; one = conversation.ask()) {
      const ships = one.params['x'] === 0;
      const metrics = { loss: lossOf(one), ...(misses ? { latency: ships ? 30 : 10 } : {}) };
      conversation.tell({
        trial: one.trial,
        ...(!misses && one.origin === 'incumbent' ? { failed: true } : { metrics }),
      });
    }
    const best = conversation.best();
    if (misses) expect(best).toMatchObject({ trial: expect.not.closeTo(0), confirmed: { improved: false } });
    else expect(best).toMatchObject({ trial: 0, confirmed: { seeds: 3, improved: false } });
    close();
    const results = loadDrivenResults(`${spec}.jsonl`, readDrivenSpec(spec), spec);
    const words = renderTerminal(results, { colour: false, width: 1000 });
    expect(words).toMatch(misses ? /which misses a constraint\./ : /so there is nothing to change\./);
    expect(words.includes('Config of trial')).toBe(misses);
  }
});

test('whatever is lost, fails, is begun anew or grows, no training on a fresh seed is done twice', async () => {
  const word = fc.constantFrom('ask', 'ask', 'tell', 'tell', 'fail', 'lose', 'reopen', 'grow');
  const cases = fc.record({
    words: fc.array(fc.tuple(word, fc.nat()), { minLength: 20, maxLength: 120 }),
    ships: fc.constantFrom('', ', default: 0', ', default: 3'),
    confirm: fc.constantFrom('true', '1', '4'),
    strategy: fc.constantFrom('sobol', 'random', 'tpe'),
  });
  await fc.assert(
    fc.asyncProperty(cases, async ({ words, ships, confirm, strategy }) => {
      let trials = 8;
      const spec = specFile({ trials, ships, confirm });
      const change = (from: string | RegExp, to: string) =>
        writeFileSync(spec, readFileSync(spec, 'utf8').replace(from, to));
      change('strategy: sobol', `strategy: ${strategy}`);
      let search = await open(spec);
      const underWay = new Map<number, Trial>();
      const done: string[] = [];
      const ask = () => {
        const answer = search.conversation.ask();
        if (answer.type !== 'trial') return answer.type;
        expect(underWay.has(answer.trial)).toBe(false);
        underWay.set(answer.trial, answer);
        return answer.type;
      };
      const end = (pick: number, how: 'tell' | 'fail' | 'lose') => {
        const trial = [...underWay.values()][pick % underWay.size];
        if (!trial) return;
        underWay.delete(trial.trial);
        const told = search.conversation.tell({
          trial: trial.trial,
          ...(how === 'tell' ? { metrics: { loss: lossOf(trial) } } : {}),
          ...(how === 'fail' ? { failed: true as const } : {}),
          ...(how === 'lose' ? { lost: true as const } : {}),
        });
        const best = search.conversation.best();
        expect(told).toMatchObject(
          'score' in best ? { best: { trial: best.trial, score: best.score } } : { trial: trial.trial },
        );
        if (how !== 'lose' && trial.origin === 'confirm')
          done.push(JSON.stringify([trial.params, trial.seed]));
      };
      for (const [what, pick] of words) {
        if (what === 'ask') ask();
        else if (what === 'reopen' || what === 'grow') {
          search.close();
          if (what === 'grow') trials = Math.min(32, trials + 6);
          change(/trials: \d+/, `trials: ${trials}`);
          search = await open(spec);
        } else end(pick, what === 'tell' ? 'tell' : what === 'fail' ? 'fail' : 'lose');
      }
      while (ask() !== 'exhausted' || underWay.size > 0) end(0, 'tell');
      expect(new Set(done).size).toBe(done.length);
      expect(search.conversation.ask()).toMatchObject({ type: 'exhausted', pending: 0 });
      const best = search.conversation.best();
      search.close();
      const again = await open(spec);
      expect(again.conversation.best()).toEqual(best);
      again.close();
      const { confirmation } = loadDrivenResults(`${spec}.jsonl`, readDrivenSpec(spec), spec);
      if ('confirmed' in best && best.confirmed?.improved !== false)
        expect(confirmation).toMatchObject({ trial: best.trial });
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('against what ships it is tested at the confidence of the gate', async () => {
  const improved = async (confidence: number) => {
    const spec = specFile({
      trials: 10,
      ships: ', default: 1',
      more: `gate: { confidence: ${confidence} }\n`,
    });
    const { conversation, close } = await open(spec);
    for (let one = conversation.ask(); one.type === 'trial'; one = conversation.ask()) {
      const x = one.params['x'] as number;
      // Each config has chance of its own: with the same for both sides three seeds prove anything.
      const chance = ((one.seed * (1 + Math.abs(x))) % 1000) / 1000;
      conversation.tell({ trial: one.trial, metrics: { loss: x ** 2 + chance } });
    }
    const best = conversation.best();
    close();
    return 'confirmed' in best && best.confirmed?.improved;
  };
  expect([await improved(0.6), await improved(0.9999)]).toEqual([true, false]);
});
