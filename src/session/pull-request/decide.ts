import * as core from '@actions/core';
import { type Acceptance, acceptCheck, mayDecide, ourChecks, tellComments } from '../../github/acceptance.ts';
import type { CheckRun, GitHubApi } from '../../github/api.ts';
import { idOfCheck } from '../../github/check.ts';
import type { CommandRun, LabelRun, RunContext } from '../../github/context.ts';
import { type GitHubOptions, openApiFor } from '../../github/github.ts';
import type { Inputs } from '../../github/inputs.ts';
import { defaultRetry, type RetryPolicy, withRetry } from '../../github/retry.ts';
import { type Command, CommandError, readCommand } from './command.ts';

/** What people decide about a pull request: by a label, or by a comment that begins with `/tunegate`. */

interface Desk {
  readonly api: GitHubApi;
  readonly retry: RetryPolicy;
}

/**
 * Accepts the regression that a label was set for, if it is the label and the person may.
 *
 * @returns how many checks it turned neutral
 * @throws {Error} where GitHub refuses
 */
export async function acceptByLabel(
  context: Pick<LabelRun, 'number' | 'headSha' | 'label'> & RunContext,
  inputs: Inputs,
  options: GitHubOptions = {},
): Promise<number> {
  const { label, number, headSha } = context;
  if (label.name !== inputs.acceptLabel) {
    core.info(`The label ${JSON.stringify(label.name)} is none that decides anything.`);
    return 0;
  }
  const desk = await open(context, inputs, options);
  if (!(await mayDecide(desk.api, label.by, desk.retry))) {
    core.warning(refusal(label.by));
    return 0;
  }
  return await accept(desk, number, headSha, { by: label.by, how: 'label' }, undefined, undefined);
}

/** Does what a comment commands. Comments that command nothing are passed over. */
export async function obeyComment(
  context: CommandRun,
  inputs: Inputs,
  options: GitHubOptions = {},
): Promise<void> {
  const { comment, number, onPullRequest, action } = context;
  let command: Command | undefined;
  try {
    command = readCommand(comment.body);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    core.warning(error.message);
    await react(await open(context, inputs, options), comment.id, 'confused');
    return;
  }
  if (!command || !onPullRequest || action !== 'created') {
    core.info('Nothing to do: this is no new comment on a pull request that begins with /tunegate.');
    return;
  }
  const desk = await open(context, inputs, options);
  // No reaction for who may not: anybody can comment, and nobody should make us talk.
  if (!(await mayDecide(desk.api, comment.author, desk.retry))) {
    core.warning(refusal(comment.author));
    return;
  }
  const { head } = await withRetry(desk.retry, () => desk.api.readPullRequest(number));
  const done =
    command.kind === 'accept'
      ? (await accept(
          desk,
          number,
          head.sha,
          { by: comment.author, how: 'comment' },
          command.id,
          // What was concluded after the comment was written is not what it is about.
          comment.createdAt,
        )) > 0
      : await runAgain(desk, head.sha);
  await react(desk, comment.id, done ? '+1' : 'confused');
}

async function accept(
  { api, retry }: Desk,
  number: number,
  sha: string,
  acceptance: Acceptance,
  id: string | undefined,
  before: string | undefined,
): Promise<number> {
  const checks = (await ourChecks(api, sha, retry)).filter(
    (check) => (id === undefined || idOfCheck(check.name) === id) && concludedBefore(check, before),
  );
  const accepted: CheckRun[] = [];
  for (const check of checks) if (await acceptCheck(api, check, acceptance, sha, retry)) accepted.push(check);
  if (accepted.length === 0)
    core.warning(
      `There is no regression to accept on ${sha.slice(0, 12)}: a check of Tunegate must have found one on this very commit, and before it is accepted.`,
    );
  for (const { name } of accepted) {
    core.info(`${name}: accepted by ${acceptance.by} for ${sha}.`);
    // The check is what decides, and it is done: what the comment cannot say is no failure.
    await tellComments(api, number, idOfCheck(name) ?? '', acceptance, sha, retry).catch((error: Error) =>
      core.warning(`The comment does not say so: ${error.message}`),
    );
  }
  return accepted.length;
}

function concludedBefore({ completedAt }: CheckRun, time: string | undefined): boolean {
  if (time === undefined) return true;
  return completedAt !== undefined && Date.parse(completedAt) <= Date.parse(time);
}

/**
 * Starts the newest run again that checked this commit. It runs as what it was, with the rights that it had: a command
 * never gives the code of a pull request more than its own push did.
 */
async function runAgain({ api, retry }: Desk, sha: string): Promise<boolean> {
  const [newest] = await ourChecks(api, sha, retry);
  const run = /^tunegate\/(\d+)\//.exec(newest?.externalId ?? '')?.[1];
  if (!newest || run === undefined) {
    core.warning(`There is no run of Tunegate on ${sha.slice(0, 12)} that could be started again.`);
    return false;
  }
  if (newest.status !== 'completed') {
    core.warning(`The run of Tunegate on ${sha.slice(0, 12)} has not ended yet.`);
    return false;
  }
  await withRetry(retry, () => api.rerun(Number(run)));
  core.info(`Run ${run} starts again.`);
  return true;
}

async function open(context: RunContext, inputs: Inputs, options: GitHubOptions): Promise<Desk> {
  const api = await openApiFor(context, inputs, options);
  if (!api) throw new Error('Deciding needs a token: the input github-token is empty.');
  return { api, retry: options.retry ?? defaultRetry };
}

/** A courtesy: nothing depends on it. */
async function react({ api }: Desk, comment: number, content: '+1' | 'confused'): Promise<void> {
  try {
    await api.react(comment, content);
  } catch (error) {
    core.info(`No reaction was left: ${(error as Error).message}`);
  }
}

function refusal(login: string): string {
  return `${login || 'Nobody'} may not write to this repository, so what they say decides nothing.`;
}
