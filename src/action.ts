import * as core from '@actions/core';
import { readContext } from './github/context.ts';
import { readInputs } from './github/inputs.ts';
import { measure } from './session/measure.ts';
import { acceptByLabel, obeyComment } from './session/pull-request/decide.ts';
import { postSaved } from './session/pull-request/post-saved.ts';

const startedAt = performance.now();

/** The activity follows the event. Returns the exit code. */
async function main(): Promise<number> {
  const context = readContext();
  const inputs = readInputs();
  switch (context.kind) {
    case 'refused':
      throw new Error(context.reason);
    case 'finished-run':
      await postSaved(context, inputs);
      return 0;
    case 'label':
      await acceptByLabel(context, inputs);
      return 0;
    case 'comment':
      await obeyComment(context, inputs);
      return 0;
    default: {
      const host = new URL('./trial-host.js', import.meta.url);
      return await measure({ context, inputs, host, startedAt });
    }
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  core.setFailed(error instanceof Error ? error.message : String(error));
}
// Whatever a library may still hold open must not keep the step from ending.
process.exit();
