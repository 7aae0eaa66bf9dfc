// The whole fault campaign against the fake GitHub: every request of every kind of run fails in every way, one at a time.
//
//   npm run test:faults
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FaultName, faultKinds, runOnce, scenarioNames } from '../test/github/faults.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tunegate-faults-'));
let runs = 0;
const wrong: string[] = [];
try {
  for (const name of scenarioNames) {
    const plain = await runOnce(name, folder);
    wrong.push(...plain.wrong.map((text) => `${name}: ${text}`));
    for (const kind of Object.keys(faultKinds) as FaultName[])
      for (let at = 0; at < plain.requests; at++) {
        runs++;
        const { wrong: found } = await runOnce(name, folder, { at, kind });
        wrong.push(...found.map((text) => `${name}, ${kind} at request ${at}: ${text}`));
      }
    console.log(`${name}: ${plain.requests} requests`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${runs} runs with a fault, ${wrong.length} went wrong`);
for (const text of wrong) console.log(`  ${text}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
