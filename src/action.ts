import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '@actions/core';
import { readContext } from './github/context.ts';
import { openGitHub } from './github/github.ts';
import { readInputs } from './github/inputs.ts';
import { logAnnotations, logGroup, logUntrusted } from './github/log.ts';
import { exitCode } from './github/outcome.ts';
import { setOutputs } from './github/outputs.ts';
import { logLine } from './report/progress.ts';
import { renderTerminal } from './report/terminal.ts';
import { cancelSignal } from './session/cancel.ts';
import { readSpec } from './session/load-spec.ts';
import { findNode } from './session/node.ts';
import { errorPublication, outcomeOf, outputsOf, resultPublication } from './session/publication.ts';
import { runSession } from './session/session.ts';
import { writeReports } from './session/write-reports.ts';

const startedAt = performance.now();

/** What posting a report takes, usually with much to spare: kept back of the budget of time. */
const reserveMs = 8_000;

async function main(): Promise<number> {
  const context = readContext();
  if (context.kind === 'refused') throw new Error(context.reason);
  const inputs = readInputs();
  const github = await openGitHub(context, inputs);
  const file = path.resolve(context.workspace, inputs.workingDirectory, inputs.config);
  const specPath = path.relative(context.workspace, file);
  await github.startCheck({ title: 'Tuning', summary: 'The search has begun.' });
  const signal = cancelSignal(() => github.remember({ cancelled: true }));
  try {
    const loaded = readSpec(file, specPath);
    const { results, folder, cancelled } = await runSession({
      loaded,
      findBase: (repo, ref) => github.findBase(repo, ref),
      journal: 'resume',
      host: {
        path: fileURLToPath(new URL('./trial-host.js', import.meta.url)),
        node: await findNode(process.env),
      },
      env: process.env,
      signal,
      startedAt,
      reserveMs,
      onJournal: (journal) => github.remember({ journal }),
      onEvent: (event) => {
        const line = logLine(event, loaded.spec.metric.name);
        if (line === undefined) return;
        // Each phase folds away in the log.
        if (event.type === 'phase') {
          core.endGroup();
          core.startGroup(line);
        } else logUntrusted(line);
      },
    });
    core.endGroup();
    const complete = { ...results, notices: [...results.notices, ...github.notices] };
    const files = writeReports(folder, complete);
    const outcome = outcomeOf(complete, cancelled);
    const published = await github.publish(resultPublication(complete, outcome));
    logGroup('Report', renderTerminal(complete, { colour: false, width: 120 }).split('\n'));
    setOutputs(outputsOf(complete, outcome, files, published));
    return exitCode(outcome, inputs);
  } catch (error) {
    core.endGroup();
    const { log, ...publication } = errorPublication(error, specPath);
    logAnnotations(publication.annotations ?? []);
    for (const line of log) logUntrusted(line);
    const published = await github.publish(publication);
    setOutputs({ outcome: 'error', trials: 0, ...published });
    return exitCode('error', inputs);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  core.setFailed(error instanceof Error ? error.message : String(error));
}
// Whatever a library may still hold open must not keep the step from ending.
process.exit();
