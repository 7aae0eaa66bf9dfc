import path from 'node:path';
import { expect, test } from 'vitest';
import { Conversation, type ConversationOptions } from '../../src/ask-tell/conversation.ts';
import { AskTellError } from '../../src/ask-tell/protocol.ts';
import type { Strategy, Suggestion } from '../../src/search/strategy.ts';
import { createSpace } from '../../src/space/space.ts';
import { foldRecords } from '../../src/study/fold.ts';
import { type Journal, memoryJournal, openJournal } from '../../src/study/journal.ts';
import { HistoryStrategy, identity, ListStrategy, temporaryFolder } from '../study/fakes.ts';

const space = createSpace({ x: { type: 'float', min: 0, max: 1 } });

function talk(strategy: Strategy, journal: Journal, more: Partial<ConversationOptions> = {}): Conversation {
  return new Conversation({
    space,
    strategy,
    journal,
    seedOf: (trial) => 100 + trial,
    pending: 'elsewhere',
    ...more,
  });
}

test('a trial goes on to a higher resource, also when the budget of trials is spent', () => {
  const journal = memoryJournal(identity);
  const suggestions: Suggestion[] = [
    { kind: 'new', config: { x: 0.1 }, origin: 'first rung', resource: 1 },
    { kind: 'resume', trial: 0, resource: 3, origin: 'promoted' },
  ];
  const strategy = new ListStrategy((starts) => suggestions[starts] ?? { kind: 'wait' });
  const conversation = talk(strategy, journal, { trials: 1 });
  expect(conversation.ask()).toMatchObject({ trial: 0, resource: 1, origin: 'first rung' });
  conversation.tell({ trial: 0, metrics: { accuracy: 0.5 } });
  expect(conversation.ask()).toMatchObject({ trial: 0, resource: 3, origin: 'promoted', resumes: true });
  conversation.report(0, { accuracy: 0.6 }, 2);
  expect(conversation.tell({ trial: 0, metrics: { accuracy: 0.7 }, step: 3 })).toMatchObject({ score: 0.7 });
  expect(conversation.ask()).toMatchObject({ type: 'exhausted', pending: 0 });
  expect(foldRecords(journal.records).trials[0]!.segments.map(({ resource }) => resource)).toEqual([1, 3]);
  expect(conversation.study.stop).toEqual({ reason: 'trials', detail: 'the budget of 1 trial is spent' });
});

test('each word in a process of its own: a stop that one was told holds for the next', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  /** The same search in a new process, with a strategy that stops at step 2 what is worse than the median. */
  async function once<T>(say: (conversation: Conversation) => T): Promise<T> {
    const journal = await openJournal(file, identity, { endLeftovers: false });
    try {
      return say(talk(new HistoryStrategy(), journal));
    } finally {
      journal.close();
    }
  }
  // A live search that says the same things makes the same suggestions.
  const live = talk(new HistoryStrategy(), memoryJournal(identity));
  async function both(say: (conversation: Conversation) => unknown): Promise<unknown> {
    const answer = await once(say);
    expect(answer).toEqual(say(live));
    return answer;
  }
  await both((search) => search.ask());
  await both((search) => search.ask());
  await both((search) => search.tell({ trial: 0, metrics: { accuracy: 0.9 } }));
  await both((search) => search.report(1, { accuracy: 0.1 }));
  expect(await both((search) => search.report(1, { accuracy: 0.2 }))).toMatchObject({ decision: 'stop' });
  // Whatever it still says.
  expect(await both((search) => search.report(1, { accuracy: 0.95 }))).toMatchObject({ decision: 'stop' });
  await both((search) => search.ask());
  expect(await both((search) => search.tell({ trial: 1 }))).toMatchObject({ state: 'pruned', score: 0.2 });
  await both((search) => search.tell({ trial: 2, lost: true }));
  await both((search) => search.ask());
  await both((search) => search.tell({ trial: 2, metrics: { accuracy: 0.5 } }));
  await both((search) => search.ask());
  await expect(once((search) => search.tell({ trial: 1 }))).rejects.toThrow(AskTellError);
});

test('a trial whose metric is not a finite number has failed, whatever it still says', async () => {
  const file = path.join(temporaryFolder(), 'journal.jsonl');
  const again = async () =>
    talk(new HistoryStrategy(), await openJournal(file, identity, { endLeftovers: false }));
  const journal = await openJournal(file, identity);
  const conversation = talk(new HistoryStrategy(), journal);
  conversation.ask();
  // Another metric may be what it is.
  expect(conversation.report(0, { accuracy: 0.5, loss: Number.NaN }, 1)).toMatchObject({
    decision: 'continue',
  });
  expect(conversation.report(0, { accuracy: Number.NaN }, 2)).toMatchObject({ decision: 'stop' });
  expect(conversation.report(0, { accuracy: 0.9 }, 3)).toMatchObject({ decision: 'stop' });
  journal.close();
  // Also for the next process.
  const next = await again();
  expect(next.report(0, { accuracy: 0.9 }, 3)).toMatchObject({ decision: 'stop' });
  expect(next.tell({ trial: 0, metrics: { accuracy: 0.9 } })).toMatchObject({
    state: 'failed',
    message: 'accuracy became NaN at step 2',
  });
  expect(next.study.trials[0]).toMatchObject({
    state: 'failed',
    reason: 'not-finite',
    message: 'accuracy became NaN at step 2',
    reports: [{ step: 1 }, { step: 2 }],
  });
});

test('the epochs of all trials together stay within their budget, as those of pending ones do', () => {
  const journal = memoryJournal(identity);
  const conversation = talk(
    new ListStrategy((starts) => ({ kind: 'new', config: { x: starts / 10 }, origin: 'listed' })),
    journal,
    { resource: 4, epochs: 10 },
  );
  const ask = () => conversation.ask();
  expect(ask()).toMatchObject({ trial: 0, resource: 4 });
  expect(ask()).toMatchObject({ trial: 1, resource: 4 });
  // Two epochs are left, or more if a pending trial ends early.
  expect(ask()).toEqual({ type: 'wait', pending: 2, trials: [0, 1] });
  conversation.report(0, { accuracy: 0.5 }, 2);
  conversation.tell({ trial: 0, failed: true });
  expect(ask()).toMatchObject({ trial: 2, resource: 4 });
  conversation.tell({ trial: 1, metrics: { accuracy: 0.5 }, step: 4 });
  conversation.tell({ trial: 2, lost: true });
  expect(ask()).toMatchObject({ trial: 2, again: true });
  conversation.tell({ trial: 2, metrics: { accuracy: 0.6 } });
  const reason = '10 of 10 epochs were trained, and the next training would take up to 4';
  expect(ask()).toEqual({ type: 'exhausted', reason, pending: 0, trials: [] });
  expect(conversation.study.stop).toEqual({ reason: 'epochs', detail: reason });
  expect(journal.records.at(-1)).toMatchObject({ type: 'stop', epochs: 10 });
});

test('what goes on from a checkpoint counts from there', () => {
  const suggestions: Suggestion[] = [
    { kind: 'new', config: { x: 0.1 }, origin: 'first rung', resource: 1 },
    { kind: 'resume', trial: 0, resource: 4, origin: 'promoted' },
    { kind: 'new', config: { x: 0.2 }, origin: 'first rung', resource: 1 },
  ];
  const strategy = new ListStrategy((starts) => suggestions[starts]!);
  const conversation = talk(strategy, memoryJournal(identity), { resource: 4, epochs: 4 });
  conversation.ask();
  conversation.tell({ trial: 0, metrics: { accuracy: 0.5 } });
  expect(conversation.ask()).toMatchObject({ trial: 0, resource: 4, resumes: true });
  conversation.tell({ trial: 0, metrics: { accuracy: 0.6 }, step: 4 });
  expect(conversation.ask()).toMatchObject({ type: 'exhausted', pending: 0 });
});

test('what cannot go on from a checkpoint counts in full, before and after', () => {
  const suggestions: Suggestion[] = [
    { kind: 'new', config: { x: 0.1 }, origin: 'first rung', resource: 1 },
    { kind: 'new', config: { x: 0.2 }, origin: 'first rung', resource: 1 },
    { kind: 'resume', trial: 0, resource: 4, origin: 'promoted' },
    { kind: 'resume', trial: 1, resource: 4, origin: 'promoted' },
    { kind: 'new', config: { x: 0.2 }, origin: 'first rung', resource: 1 },
  ];
  const climb = (epochs: number) => {
    const strategy = new ListStrategy((starts) => suggestions[starts]!);
    const search = talk(strategy, memoryJournal(identity), { resource: 4, epochs, resumable: false });
    for (const trial of [0, 1]) {
      search.ask();
      search.tell({ trial, metrics: { accuracy: 0.5 } });
    }
    return search;
  };
  const five = climb(5);
  const reason = '2 of 5 epochs were trained, and the next training would take up to 4';
  expect(five.ask()).toMatchObject({ type: 'exhausted', reason });

  // What is pending counts in full as well: 2 and 4 and 4 of 9.
  const nine = climb(9);
  expect(nine.ask()).toMatchObject({ trial: 0, resource: 4 });
  expect(nine.ask()).toMatchObject({ type: 'wait' });
  nine.tell({ trial: 0, metrics: { accuracy: 0.6 } });
  expect(nine.ask()).toMatchObject({ type: 'exhausted', reason: expect.stringMatching(/^6 of 9 epochs/) });

  // A driver that reports as it goes shows that it does go on.
  const going = climb(9);
  going.ask();
  for (const step of [2, 3]) going.report(0, { accuracy: 0.5 }, step);
  going.tell({ trial: 0, metrics: { accuracy: 0.6 }, step: 4 });
  expect(going.ask()).toMatchObject({ trial: 1, resource: 4 });
});

test('what went wrong may be said in any words', () => {
  const conversation = talk(new HistoryStrategy(), memoryJournal(identity));
  for (const [trial, failed] of ['lost', 'ended', ''].entries()) {
    conversation.ask();
    conversation.report(trial, { accuracy: 0.5 });
    expect(conversation.tell({ trial, failed })).toMatchObject({ type: 'told', state: 'failed' });
  }
  expect(conversation.study.trials.map(({ message }) => message)).toEqual(['lost', 'ended', '']);
});
