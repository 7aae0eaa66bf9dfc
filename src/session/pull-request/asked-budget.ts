import * as core from '@actions/core';
import { mayDecide } from '../../github/acceptance.ts';
import { checkName } from '../../github/check.ts';
import type { RunContext } from '../../github/context.ts';
import { type GitHubOptions, openApiFor } from '../../github/github.ts';
import type { Inputs } from '../../github/inputs.ts';
import { defaultRetry, withRetry } from '../../github/retry.ts';
import { type Command, readCommand } from './command.ts';

export interface AskedBudget {
  /** Login of who asked. */
  readonly by: string;
  readonly overrides: Extract<Command, { kind: 'run' }>['overrides'];
}

/**
 * The budget that somebody asked for with `/tunegate run`: a run that was started again finds the comment that asked for
 * it, the last one since the commit was checked, by a person who may write.
 *
 * Never fails: without an answer the spec's budget holds.
 */
export async function askedBudget(
  context: RunContext,
  inputs: Inputs,
  options: GitHubOptions = {},
): Promise<AskedBudget | undefined> {
  if (context.kind !== 'pull-request' || context.runAttempt < 2) return undefined;
  const retry = options.retry ?? defaultRetry;
  try {
    const api = await openApiFor(context, inputs, options);
    if (!api) return undefined;
    const checks = await withRetry(retry, () => api.listChecks(context.headSha, checkName(inputs.id)));
    const checkedAt = Math.max(0, ...checks.map(({ completedAt }) => Date.parse(completedAt ?? '') || 0));
    const comments = await withRetry(retry, () => api.listComments(context.number));
    for (const { body, author, createdAt } of [...comments].reverse()) {
      if (Date.parse(createdAt) < checkedAt) break;
      const command = commandIn(body);
      if (command?.kind !== 'run' || author === undefined) continue;
      if (Object.keys(command.overrides).length === 0) continue;
      if (await mayDecide(api, author, retry)) return { by: author, overrides: command.overrides };
    }
  } catch (error) {
    core.info(`Whether another budget was asked for is not known: ${(error as Error).message}`);
  }
  return undefined;
}

function commandIn(body: string): Command | undefined {
  try {
    return readCommand(body);
  } catch {
    return undefined;
  }
}
