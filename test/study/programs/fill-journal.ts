// Appends reports to a journal until that fails, says how many were written, and tries one more.
import { openJournal } from '../../../src/study/journal.ts';
import type { ReportRecord } from '../../../src/study/record.ts';
import { identity } from '../doubles.ts';

const journal = await openJournal(process.argv[2] ?? '', identity);
const report = (n: number): ReportRecord => ({
  type: 'report',
  role: 'search',
  trial: 0,
  run: 'r.0',
  n,
  step: n,
  metrics: { accuracy: n / 1e6 },
});
journal.append({
  type: 'start',
  role: 'search',
  trial: 0,
  run: 'r.0',
  segment: 0,
  config: {},
  seed: 1,
  origin: 'list',
  worker: 0,
  at: new Date(0).toISOString(),
});
let written = 0;
try {
  for (;;) {
    journal.append(report(written), { sync: true });
    written += 1;
  }
} catch (error) {
  console.log(
    JSON.stringify({ written, records: journal.records.length, message: (error as Error).message }),
  );
}
