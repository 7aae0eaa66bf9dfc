import path from 'node:path';
import * as core from '@actions/core';
import { readContext } from './github/context.ts';
import { reportAbandoned } from './github/github.ts';
import { readInputs } from './github/inputs.ts';
import { loadState } from './github/state.ts';

// Runs after the job, also when main was cancelled or died: what main did not get to is ended, reported and kept.
try {
  const state = loadState();
  if (state && !(state.reported && !state.cancelled)) {
    const { renderAbandoned } = await import('./session/pull-request/abandoned.ts');
    const { endLeftovers } = await import('./study/leftovers.ts');
    const [context, inputs] = [readContext(), readInputs()];
    const { journal } = state;
    if (journal !== undefined) await endLeftovers(path.dirname(journal));
    await reportAbandoned(context, inputs, (ended) => renderAbandoned(ended, journal, context, inputs));
    if (journal !== undefined && inputs.resume) {
      const { keepStudy } = await import('./session/pull-request/kept-study.ts');
      core.notice(await keepStudy(context, path.dirname(journal)));
    }
  }
} catch (error) {
  core.warning(error instanceof Error ? error.message : String(error));
}
process.exit();
