import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MetricsTail } from '../../src/trial/metrics-tail.ts';
import type { Parsed } from '../../src/trial/report-lines.ts';
import { failure, runScript, temporaryFolder } from './trials.ts';

/** A file and what a tail has made of it: `loss` of each report at `step`, or the problem. */
function follow() {
  const file = path.join(temporaryFolder(), 'metrics.jsonl');
  const tail = new MetricsTail(file, 'loss');
  const found: string[] = [];
  let reports = 0;
  const take = (items: Iterable<Parsed>) => {
    for (const item of items) {
      if ('problem' in item) found.push(item.problem);
      else {
        reports++;
        found.push(`${item.report.step}: ${item.report.metrics['loss']}`);
      }
    }
    return found.splice(0);
  };
  return {
    file,
    read: () => take(tail.read(() => reports)),
    finish: (torn = false) => take(tail.finish(() => reports, torn)),
  };
}

test('lines count when they are whole', () => {
  const { file, read, finish } = follow();
  expect(read()).toEqual([]);
  writeFileSync(file, '{"loss": 1}\n{"lo');
  expect(read()).toEqual(['1: 1']);
  appendFileSync(file, 'ss": 2}');
  expect(read()).toEqual([]);
  appendFileSync(file, '\n\n  \n{"step": 9, "loss": 3}\r');
  expect(read()).toEqual(['2: 2']);
  appendFileSync(file, '\n{"loss": 4}');
  expect(read()).toEqual(['9: 3']);
  expect(finish()).toEqual(['4: 4']);
});

test('characters may come in pieces', () => {
  const { file, read, finish } = follow();
  const line = Buffer.from('{"näme 漢😀": 1, "loss": 0.5}\n');
  writeFileSync(file, '');
  const found = [...line].flatMap((byte) => {
    appendFileSync(file, Buffer.of(byte));
    return read();
  });
  expect([...found, ...finish()]).toEqual(['1: 0.5']);
});

test('a line that is no report is named by its number', () => {
  const { file, read } = follow();
  writeFileSync(file, '{"loss": 1}\r\n\r\nloss=2\r\n');
  expect(read()).toEqual([
    '1: 1',
    'line 3 of the metrics file is not JSON: "loss=2"; each line is an object such as {"step": 1, "loss": 0.5}',
  ]);
});

test('a huge line is a problem before it has ended, and its end is not awaited', () => {
  const { file, read } = follow();
  writeFileSync(file, `{"loss": 1}\n{"loss": ${'1'.repeat(300_000)}`);
  expect(read()).toEqual(['1: 1', expect.stringContaining('line 2 of the metrics file is too long')]);
});

test('a huge first line is no document, whatever it opens', () => {
  for (const line of [`{"loss": 1, "x": "${'x'.repeat(300_000)}`, `${'['.repeat(300_000)}`]) {
    const { file, read } = follow();
    writeFileSync(file, line);
    expect(read()).toEqual([expect.stringContaining('line 1 of the metrics file is too long')]);
  }
});

test('a first line that ends within a text is no document', () => {
  const { file, read } = follow();
  writeFileSync(file, '{"loss": 1, "x": "no end\n{"loss": 2}\n');
  expect(read()[0]).toContain('line 1 of the metrics file is not JSON');
});

test('a last line that was cut off is the program’s mistake only if it ended well', () => {
  const torn = follow();
  writeFileSync(torn.file, '{"loss": 1}\n{"loss": 0.');
  expect(torn.finish(true)).toEqual(['1: 1']);
  const whole = follow();
  writeFileSync(whole.file, '{"loss": 1}\n{"loss": 0.');
  expect(whole.finish()).toEqual([
    '1: 1',
    'the last line of the metrics file (line 2, without a line end) is not complete JSON: "{\\"loss\\": 0."; each line is an object such as {"step": 1, "loss": 0.5}',
  ]);
  const only = () => {
    const one = follow();
    writeFileSync(one.file, '{"loss": 1');
    return one;
  };
  expect(only().finish()).toEqual([
    expect.stringContaining(
      'the last line of the metrics file (line 1, without a line end) is not complete JSON: "{\\"loss\\": 1"',
    ),
  ]);
  expect(only().finish(true)).toEqual([]);
  const words = follow();
  writeFileSync(words.file, 'loss 1');
  expect(words.finish()).toEqual([expect.stringContaining('is not JSON: "loss 1"')]);
  const good = follow();
  writeFileSync(good.file, '{"loss": 1}\n{"loss": 2}');
  expect(good.finish(true)).toEqual(['1: 1', '2: 2']);
});

test('one document over several lines counts at the end', () => {
  const { file, read, finish } = follow();
  writeFileSync(file, '{\n  "step": 5,\n  "loss": NaN,\n');
  expect(read()).toEqual([]);
  appendFileSync(file, '  "more": {"loss": 2}\n}');
  expect(finish()).toEqual(['5: NaN']);
});

test.each([
  ['{"loss": 1,\n "acc": 2}\n', ['1: 1']],
  ['{"history": {\n"loss": [1]},\n"loss": 2}', ['1: 2']],
  ['[\n{"loss": 1},\n{"step": 7, "loss": 2}\n]\n', ['1: 1', '7: 2']],
  ['[{"loss": 1},\n{"loss": 2}]', ['1: 1', '2: 2']],
  ['[\n3\n]', ['the metrics file has a report not an object: 3']],
  ['{\n"loss": "bad"\n}', ['the metrics file has a report without a number for loss: "bad"']],
  ['{\n"loss": 1\n', [expect.stringContaining('line 1 of the metrics file is not JSON: "{"')]],
])('the document %j', (text, expected) => {
  const { file, read, finish } = follow();
  writeFileSync(file, text);
  expect(read()).toEqual([]);
  expect(finish()).toEqual(expected);
});

test('a document that was cut off by a crash is no mistake', () => {
  const { file, finish } = follow();
  writeFileSync(file, '{\n"loss": 1\n');
  expect(finish(true)).toEqual([]);
});

test('a file that is written anew with one line more counts that line', () => {
  const { file, read, finish } = follow();
  const lines = ['{"loss": 1}\n', '{"loss": 2}\n', '{"loss": 3}\n', '{"loss": 4}\n'];
  const draft = `${file}.draft`;
  writeFileSync(draft, lines.slice(0, 1).join(''));
  renameSync(draft, file);
  expect(read()).toEqual(['1: 1']);
  writeFileSync(draft, lines.slice(0, 2).join(''));
  renameSync(draft, file);
  expect(read()).toEqual(['2: 2']);
  writeFileSync(file, lines.slice(0, 3).join(''));
  expect(read()).toEqual(['3: 3']);
  rmSync(file);
  expect(read()).toEqual([]);
  writeFileSync(file, '');
  expect(read()).toEqual([]);
  writeFileSync(file, lines.join(''));
  expect(read()).toEqual(['4: 4']);
  expect(finish()).toEqual([]);
});

test('a file that is replaced by another one is read from its beginning', () => {
  const { file, read } = follow();
  writeFileSync(file, '{"step": 1, "loss": 1}\n{"step": 2, "loss": 2}\n');
  expect(read()).toEqual(['1: 1', '2: 2']);
  writeFileSync(file, '{"step": 3, "loss": 3}\n');
  expect(read()).toEqual(['3: 3']);
  writeFileSync(file, '{"step": 4, "loss": 4}\n');
  expect(read()).toEqual(['4: 4']);
  writeFileSync(file, '{"step": 5, "loss": 5}\n{"step": 6, "loss": 6}\n');
  expect(read()).toEqual(['5: 5', '6: 6']);
});

test('a single object that is overwritten counts with its last content', () => {
  const { file, read, finish } = follow();
  for (const loss of [0.5, 0.25, 0.125]) {
    writeFileSync(file, `{"loss": ${loss}}`);
    expect(read()).toEqual([]);
  }
  expect(finish()).toEqual(['1: 0.125']);
});

test('any way of appending, with looks at any time, gives every report once', () => {
  const reports = fc.array(fc.record({ loss: fc.integer(), ключ: fc.constant(1) }), { maxLength: 8 });
  fc.assert(
    fc.property(reports, fc.array(fc.nat(400), { maxLength: 12 }), fc.boolean(), (items, cuts, ended) => {
      const { file, read, finish } = follow();
      const text =
        items.map((item) => JSON.stringify(item)).join('\n') + (ended && items.length > 0 ? '\n' : '');
      const bytes = Buffer.from(text);
      const borders = [...cuts.filter((cut) => cut < bytes.length), bytes.length].sort((a, b) => a - b);
      const found = borders.flatMap((border, i) => {
        appendFileSync(file, bytes.subarray(borders[i - 1] ?? 0, border));
        return read();
      });
      expect([...found, ...finish()]).toEqual(items.map(({ loss }, i) => `${i + 1}: ${loss}`));
    }),
    { numRuns: 50 },
  );
});

test('what is no file is not waited for', () => {
  const pipe = follow();
  execFileSync('mkfifo', [pipe.file]);
  expect([...pipe.read(), ...pipe.finish()]).toEqual([]);
  const folder = follow();
  mkdirSync(folder.file);
  expect([...folder.read(), ...folder.finish()]).toEqual([]);
  const device = follow();
  symlinkSync('/dev/zero', device.file);
  expect([...device.read(), ...device.finish()]).toEqual([]);
});

test('a flood of reports is taken in portions', () => {
  const { file, read, finish } = follow();
  const line = '{"loss": 1}\n';
  writeFileSync(file, line.repeat(400_000));
  const first = read().length;
  expect(first).toBeGreaterThan(50_000);
  expect(first).toBeLessThan(200_000);
  expect(first + finish().length).toBe(400_000);
});

test('a flood of reports just before the end can be interrupted', async () => {
  const controller = new AbortController();
  let seen = 0;
  const { outcome } = await runScript(
    'fs.writeFileSync(metrics, (JSON.stringify({ loss: 1 }) + "\\n").repeat(1e6)); process.exit(0)',
    {
      request: {
        signal: controller.signal,
        onReport: () => {
          // What is to be done in a later turn of the event loop is done.
          if (++seen === 1) setImmediate(() => setImmediate(() => controller.abort()));
          return 'continue';
        },
      },
    },
  );
  expect(outcome.state).toBe('interrupted');
  expect(seen).toBeLessThan(900_000);
});

test('a trial with a malformed report is ended, and says where', async () => {
  const { outcome, reports } = await runScript(
    'report({ loss: 1 }); fs.appendFileSync(metrics, "loss: 2\\n"); setInterval(() => {}, 1000)',
  );
  expect(failure(outcome)).toMatchObject({ reason: 'malformed-report' });
  expect(failure(outcome).message).toContain('line 2 of the metrics file is not JSON: "loss: 2"');
  expect(reports).toHaveLength(1);
});

test('a trial that crashes while it writes a report has crashed', async () => {
  const { outcome, reports } = await runScript(
    'report({ loss: 1 }); fs.appendFileSync(metrics, `{"loss": 0.`); throw new Error("disk on fire")',
  );
  expect(failure(outcome)).toEqual({ reason: 'crash', message: 'exit code 1: Error: disk on fire' });
  expect(reports).toHaveLength(1);
});

test('a trial that writes one document at its end', async () => {
  const { outcome, reports } = await runScript(
    'fs.writeFileSync(metrics, JSON.stringify({ loss: 0.5, epochs: 3 }, null, 2))',
  );
  expect(outcome.state).toBe('completed');
  expect(reports).toEqual([{ step: 1, metrics: { loss: 0.5, epochs: 3 } }]);
});
