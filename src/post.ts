import * as core from '@actions/core';
import { readContext } from './github/context.ts';
import { concludeAbandoned } from './github/github.ts';
import { readInputs } from './github/inputs.ts';
import { loadState } from './github/state.ts';
import { renderAbandoned } from './session/abandoned.ts';

// Runs after the job, also when main was cancelled or died: the check that main left open gets its conclusion.
try {
  const state = loadState();
  if (state && !state.concluded)
    await concludeAbandoned(readContext(), readInputs(), (ended) => renderAbandoned(ended, state.journal));
} catch (error) {
  core.warning(error instanceof Error ? error.message : String(error));
}
process.exit();
