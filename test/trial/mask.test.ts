import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Mask, maskText, passedSecrets } from '../../src/trial/mask.ts';
import { OutputLog } from '../../src/trial/output-log.ts';
import { runCommand, temporaryFolder } from './trials.ts';

function streamed(chunks: readonly string[], secrets: readonly string[]): string {
  const mask = new Mask(secrets);
  const parts = chunks.map((chunk) => mask.push(Buffer.from(chunk)));
  return Buffer.concat([...parts, mask.rest()]).toString('utf8');
}

test('what is passed is not to be shown: each line of it, unless it is a word like any other', () => {
  const env = { HF_TOKEN: 'hf_abcdef', KEY: '-----BEGIN-----\nsecretline\n', SHORT: 'abc', OTHER: 'visible' };
  expect(passedSecrets(env, { passEnv: ['HF_TOKEN', 'KEY', 'SHORT', 'ABSENT'] })).toEqual([
    '-----BEGIN-----',
    'secretline',
    'hf_abcdef',
  ]);
});

test('a stream is masked wherever it is cut', () => {
  const secrets = ['tokentoken-x', 'tokentok', 'zwölf'];
  const text = 'a tokentoken-x b tokentok c tokentoktokentok zwölf tokentoken token';
  const masked = 'a *** b *** c ****** *** ***en token';
  expect(maskText(text, secrets)).toBe(masked);
  const bytes = Buffer.from(text);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const mask = new Mask(secrets);
    const parts = [mask.push(bytes.subarray(0, cut)), mask.push(bytes.subarray(cut)), mask.rest()];
    expect(Buffer.concat(parts).toString('utf8')).toBe(masked);
  }
  expect(streamed(['tok'], secrets)).toBe('tok');
  expect(streamed(['aXa', 'b'], ['aXa'])).toBe('***b');
});

test('no secret passes, whatever is printed in whatever pieces', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), minLength: 4, maxLength: 6 });
  fc.assert(
    fc.property(letters, fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'ä') })), (secret, chunks) => {
      expect(streamed(chunks, [secret])).toBe(chunks.join('').replaceAll(secret, '***'));
    }),
  );
});

test('neither the file nor its last lines have it, also at its very end and over the cap', () => {
  const secret = 's3cr3t-value';
  const file = path.join(temporaryFolder(), 'output.log');
  const log = new OutputLog(file, 5000, [secret]);
  for (let line = 0; line < 2000; line++)
    for (const part of ['token=', secret.slice(0, 5), secret.slice(5), '\n']) log.write(Buffer.from(part));
  log.write(Buffer.from(secret.slice(0, 8)));
  const tail = log.tail();
  log.close();
  for (const text of [tail, readFileSync(file, 'utf8')]) {
    expect(text).not.toContain(secret);
    expect(text).toContain('token=***');
  }
  expect(tail.endsWith('s3cr3t-v')).toBe(true);
});

test('a trial that prints the secret it was given: neither its message nor its files have it', async () => {
  const script = 'console.error(process.env.HF_TOKEN); throw new Error("refused: " + process.env.HF_TOKEN)';
  const { outcome, read } = await runCommand([process.execPath, '-e', script], {
    passEnv: ['HF_TOKEN'],
    hostEnv: { ...process.env, HF_TOKEN: 'hf_0123456789' },
  });
  expect(outcome).toMatchObject({ state: 'failed', message: expect.stringContaining('refused: ***') });
  expect(outcome.tail).toContain('***');
  for (const text of [JSON.stringify(outcome), read('output.log')])
    expect(text).not.toContain('hf_0123456789');
});
