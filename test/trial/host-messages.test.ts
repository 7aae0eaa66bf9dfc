import { expect, test } from 'vitest';
import { readMessage, readMetrics } from '../../src/trial/host-messages.ts';

test('a message of the protocol is what it says', () => {
  const report = { type: 'report', id: 0, step: 3, metrics: { loss: 0.5, bad: 'NaN' } };
  expect(readMessage(report)).toEqual(report);
  expect(readMessage({ type: 'done', id: 2, stopped: false })).toEqual({
    type: 'done',
    id: 2,
    stopped: false,
  });
});

test('a report that cannot be understood is told, whatever else it holds', () => {
  const message = readMessage({ type: 'report', id: 1, step: 'three', metrics: 'x'.repeat(1000) });
  expect(message).toMatchObject({ type: 'malformed', id: 1 });
  const { problem } = message as { readonly problem: string };
  expect(problem).toContain('needs a number from 0 to 9007199254740991 as its step');
  expect(problem.length).toBeLessThan(350);
  for (const step of [-1, 2 ** 53, Number.NaN])
    expect(readMessage({ type: 'report', id: 1, step, metrics: {} })).toMatchObject({ type: 'malformed' });
  expect(readMessage({ type: 'report', id: 1, step: 2 ** 53 - 1, metrics: {} })).toMatchObject({
    type: 'report',
  });
});

test('what the user’s code sends by itself is nothing', () => {
  for (const message of [undefined, null, 'ready', 7, {}, { type: 'report' }, { type: 'done' }])
    expect(readMessage(message)).toBeUndefined();
});

test('numbers that JSON does not have are read', () => {
  expect(readMetrics({ loss: 0.5, a: 'NaN', b: '-Infinity', c: 'much' })).toEqual({
    loss: 0.5,
    a: Number.NaN,
    b: Number.NEGATIVE_INFINITY,
  });
});
