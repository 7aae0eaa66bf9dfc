import { expect, test } from 'vitest';
import { countOomKills, exitFailure, missingMetric, timeoutFailure } from '../../src/trial/failure.ts';

const traceback = `Epoch 1
Traceback (most recent call last):
  File "train.py", line 3, in <module>
    raise ValueError("units must be positive")
ValueError: units must be positive`;

test.each([
  [1, null, traceback, 'crash', 'exit code 1: ValueError: units must be positive'],
  [1, null, '', 'crash', 'exit code 1'],
  [2, null, 'usage: train\nwhat now?\n\n', 'crash', 'exit code 2: what now?'],
  [1, null, 'Uncaught TypeError: x\n    at y\nNode.js v20', 'crash', 'exit code 1: Uncaught TypeError: x'],
  [
    1,
    null,
    'tensorflow.errors.InvalidArgumentError: bad\ntidying',
    'crash',
    'tensorflow.errors.InvalidArgumentError',
  ],
  [139, null, 'sh: Segmentation fault', 'crash', 'exit code 139 (SIGSEGV): sh: Segmentation fault'],
  [null, 'SIGSEGV', 'words', 'signal', 'ended by SIGSEGV: words'],
  [null, 'SIGKILL', '', 'signal', 'ended by SIGKILL (often the machine was out of memory)'],
  [1, null, 'MemoryError', 'out-of-memory', 'MemoryError'],
  [
    1,
    null,
    'torch.cuda.OutOfMemoryError: CUDA out of memory. Tried…',
    'out-of-memory',
    'torch.cuda.OutOfMemoryError',
  ],
  [
    134,
    null,
    'FATAL ERROR: … JavaScript heap out of memory',
    'out-of-memory',
    'JavaScript heap out of memory',
  ],
] as const)('exit %s, %s, after %.30j', (code, signal, tail, reason, message) => {
  const failure = exitFailure(code, signal, tail, undefined);
  expect(failure?.reason).toBe(reason);
  expect(failure?.message).toContain(message);
});

test('a clean exit is no failure, whatever was printed', () => {
  expect(exitFailure(0, null, 'MemoryError', undefined)).toBeUndefined();
});

test.runIf(countOomKills() !== undefined)(
  'a kill that the kernel did for want of memory is told from others',
  () => {
    const now = countOomKills()!;
    expect(exitFailure(null, 'SIGKILL', '', now - 1)?.reason).toBe('out-of-memory');
    expect(exitFailure(137, null, '', now - 1)?.reason).toBe('out-of-memory');
    expect(exitFailure(null, 'SIGKILL', '', now)?.reason).toBe('signal');
    expect(exitFailure(137, null, '', now)).toEqual({ reason: 'crash', message: 'exit code 137 (SIGKILL)' });
  },
);

test('the line that names the want of memory is shown, not the last one', () => {
  const tail =
    'RuntimeError: [enforce fail] DefaultCPUAllocator: Cannot allocate memory\nError: worker 2 exited';
  expect(exitFailure(1, null, tail, undefined)).toEqual({
    reason: 'out-of-memory',
    message: 'RuntimeError: [enforce fail] DefaultCPUAllocator: Cannot allocate memory',
  });
});

test('very long words are cut', () => {
  expect(exitFailure(1, null, `Error: ${'x'.repeat(4000)}`, undefined)!.message.length).toBeLessThan(330);
});

test('a metric that never came', () => {
  expect(missingMetric('val_acc', new Set()).message).toBe(
    'the trial ended without reporting anything; it should report val_acc',
  );
  expect(missingMetric('val_acc', new Set(['loss', 'val_accuracy'])).message).toBe(
    'the trial never reported val_acc, only loss, val_accuracy; did you mean val_accuracy?',
  );
  expect(missingMetric('val_acc', new Set(['loss', 'vall_acc'])).message).toBe(
    'the trial never reported val_acc, only loss, vall_acc; did you mean vall_acc?',
  );
  expect(
    missingMetric('f1', new Set(Array.from({ length: 50 }, (_, i) => `metric_${i}`))).message.length,
  ).toBeLessThan(200);
});

test('a timeout says its limit', () => {
  expect(timeoutFailure(90_000).message).toBe('the trial took longer than 90 s');
  expect(timeoutFailure(250).message).toBe('the trial took longer than 0.3 s');
});
