import * as core from '@actions/core';
import type { GitHubApi } from '../../github/api.ts';
import type { PullRequest } from '../../github/api-pull-requests.ts';
import type { FinishedRun, OtherRun, PullRequestRun } from '../../github/context.ts';
import { type GitHubOptions, openApiFor, openGitHub } from '../../github/github.ts';
import type { Inputs } from '../../github/inputs.ts';
import { setOutputs } from '../../github/outputs.ts';
import { defaultRetry, withRetry } from '../../github/retry.ts';
import { readZip, ZipError } from '../../github/zip.ts';
import { block } from '../../report/safe.ts';
import { isPostingFile, longestPosting, type Posting, PostingError, readPosting } from './posting.ts';
import { failurePublication, outcomeOf, resultPublication } from './publication.ts';

/** Largest zip file that is downloaded, in bytes. */
const longestZip = 16 * 1024 * 1024;
/** Most files of an artifact, and most postings of them that are read. */
const mostEntries = 1000;
const mostPostings = 20;

/**
 * Posts what a finished run saved because its token could not write: `on: workflow_run`.
 *
 * This run may write, and the other one ran the code of a stranger. So from the artifact comes data alone, checked
 * against a schema and rendered here; which commit and which pull request it is about is asked of GitHub.
 *
 * @throws {Error} when there is something to post and it cannot be
 */
export async function postSaved(
  context: FinishedRun,
  inputs: Inputs,
  options: GitHubOptions = {},
): Promise<void> {
  const { finished } = context;
  if (finished.event !== 'pull_request') {
    core.info(
      `Nothing to post: the finished run was one of ${finished.event}, and only those of pull_request are posted.`,
    );
    return;
  }
  const api = await openApiFor(context, inputs, options);
  if (!api) throw new Error('Posting needs a token: the input github-token is empty.');
  const retry = options.retry ?? defaultRetry;
  const posting = await withRetry(retry, () => fetchPosting(api, finished.id, inputs));
  if (!posting) return;
  if (posting.headSha !== finished.headSha)
    throw new Error(
      `The artifact is about commit ${posting.headSha.slice(0, 12)}, and the run was of ${finished.headSha.slice(0, 12)}: it is not posted.`,
    );
  const candidates = await withRetry(retry, () => findPullRequests(api, finished));
  const target = rebuild(context, choose(candidates, posting));
  if (target.kind === 'other')
    core.warning(
      `No pull request has ${finished.headSha.slice(0, 12)} at its head any more: only the check is written.`,
    );
  const github = await openGitHub(target, inputs, { ...options, again: true });
  await github.startCheck({ title: 'Posting', summary: block`What the run saved is being posted.` });
  const published = await github.publish(publicationOf(posting));
  setOutputs({
    outcome: posting.kind === 'error' ? 'error' : outcomeOf(posting.results, posting.cancelled),
    trials: posting.kind === 'error' ? 0 : posting.results.budget.spent.trials,
    ...published,
  });
  if (published.unposted) throw new Error(github.notices.join(' ') || 'The results could not be posted.');
}

async function fetchPosting(api: GitHubApi, run: number, inputs: Inputs): Promise<Posting | undefined> {
  const artifact = (await api.listArtifacts(run)).find(({ name }) => name === inputs.artifact);
  if (!artifact) {
    core.info(
      `Nothing to post: run ${run} has no artifact ${JSON.stringify(inputs.artifact)}. It posted by itself, or ended before it had results.`,
    );
    return undefined;
  }
  if (artifact.expired) throw new Error(`The artifact ${JSON.stringify(artifact.name)} has expired.`);
  const tooLong = `The artifact is longer than ${longestZip} bytes, which no posting is.`;
  if (artifact.size > longestZip) throw new Error(tooLong);
  const zip = await api.downloadArtifact(artifact.id, longestZip);
  try {
    const files = readZip(zip, { entries: mostEntries, entrySize: longestPosting });
    const postings = files.filter(({ name }) => isPostingFile(name)).slice(0, mostPostings);
    for (const file of postings) {
      const posting = readPosting(file.read().toString('utf8'));
      if (posting.id === inputs.id) return posting;
    }
  } catch (error) {
    if (error instanceof ZipError || error instanceof PostingError)
      throw new Error(`What the run saved cannot be posted: ${error.message}.`);
    throw error;
  }
  core.info(`Nothing to post: the artifact has nothing for the id ${JSON.stringify(inputs.id)}.`);
  return undefined;
}

/** Pull requests whose head is exactly what the finished run was of. The artifact has no say in it. */
async function findPullRequests(
  api: GitHubApi,
  { headRepository, headBranch, headSha }: FinishedRun['finished'],
): Promise<readonly PullRequest[]> {
  if (headRepository === undefined || headBranch === undefined) return [];
  const [owner] = headRepository.split('/');
  const all = await api.listPullRequests(`${owner}:${headBranch}`, 'all');
  return all.filter(({ head }) => head.sha === headSha && head.repository === headRepository);
}

/** One branch may be the head of several: then the posting says which of them it is about. */
function choose(candidates: readonly PullRequest[], { pullRequest }: Posting): PullRequest | undefined {
  return (
    candidates.find(({ number }) => number === pullRequest) ??
    candidates.find(({ state }) => state === 'open') ??
    candidates[0]
  );
}

/** The run as it would have posted by itself. */
function rebuild(context: FinishedRun, pull: PullRequest | undefined): PullRequestRun | OtherRun {
  const { finished, kind: _, ...common } = context;
  const run = {
    ...common,
    headSha: finished.headSha,
    runId: finished.id,
    runAttempt: finished.attempt,
    runUrl: finished.url,
  };
  return pull
    ? { ...run, kind: 'pull-request', number: pull.number, base: pull.base }
    : { ...run, kind: 'other' };
}

function publicationOf(posting: Posting) {
  if (posting.kind === 'error') return failurePublication(posting.failure);
  const { results, cancelled } = posting;
  const origin =
    'A run that could not post measured this, with the code of the pull request; another one posted it.';
  const told = { ...results, notices: [...results.notices, origin] };
  return resultPublication(told, outcomeOf(results, cancelled));
}
