import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as core from '@actions/core';
import { dataBranchName } from '../baseline/store.ts';
import type { RunContext } from '../github/context.ts';
import { type GitHub, openApiFor, openGitHub, type Published } from '../github/github.ts';
import type { Inputs } from '../github/inputs.ts';
import { logAnnotations, logGroup, logUntrusted } from '../github/log.ts';
import { exitCode } from '../github/outcome.ts';
import { setOutputs } from '../github/outputs.ts';
import { defaultRetry } from '../github/retry.ts';
import { advance, createProgress, logLine, type ProgressEvent, progressLine } from '../report/progress.ts';
import { block } from '../report/safe.ts';
import { renderTerminal } from '../report/terminal.ts';
import { cancelSignal } from './cancel.ts';
import type { StoredResults } from './gate/gate-stage.ts';
import { type LoadedSpec, readSpec } from './load-spec.ts';
import { findNode } from './node.ts';
import { placeOf } from './place.ts';
import { askedBudget } from './pull-request/asked-budget.ts';
import { acceptByLabel } from './pull-request/decide.ts';
import { fetchStudy } from './pull-request/kept-study.ts';
import { type Posting, savePosting } from './pull-request/posting.ts';
import { postingReserve } from './pull-request/posting-reserve.ts';
import { mayPropose, proposeBetter } from './pull-request/propose.ts';
import {
  failureOf,
  failurePublication,
  outcomeOf,
  outputsOf,
  regressionAnnotations,
  resultPublication,
} from './pull-request/publication.ts';
import { type Suggestion, suggestInDiff, suggestionOf, withPatch } from './pull-request/suggest.ts';
import { runSession } from './session.ts';
import { writeReportsOrSay } from './write-reports.ts';

export interface MeasureOptions {
  readonly context: RunContext;
  readonly inputs: Inputs;
  /** The built trial host. */
  readonly host: URL;
  /** When the step began, milliseconds of `performance.now()`. */
  readonly startedAt: number;
}

/**
 * Search and gate on GitHub: the activity of every event that brings code to measure.
 *
 * @returns the exit code of the step
 */
export async function measure({ context, inputs, host, startedAt }: MeasureOptions): Promise<number> {
  // The label may be about a verdict that is there already; otherwise it will be about this run's.
  if (
    context.kind === 'pull-request' &&
    context.action === 'labeled' &&
    context.label?.name === inputs.acceptLabel
  ) {
    const accepted = await acceptByLabel({ ...context, label: context.label }, inputs).catch(() => 0);
    if (accepted > 0) return 0;
  }
  const github = await openGitHub(context, inputs);
  const file = path.resolve(context.workspace, inputs.workingDirectory, inputs.config);
  const specPath = path.relative(context.workspace, file);
  const calling = performance.now();
  await github.startCheck({ title: 'Tuning', summary: block`The search has begun.` });
  const reserveMs = postingReserve(performance.now() - calling, mayPropose(context, inputs));
  const signal = cancelSignal(() => {
    github.remember({ cancelled: true });
    github.hurry();
  });
  const save = (published: Published, content: PostingContent) =>
    saveUnposted(context, inputs, published, content);
  try {
    const asked = await askedBudget(context, inputs);
    const loaded = readSpec(file, specPath, asked?.overrides);
    if (inputs.resume) await goOn(context, inputs, loaded);
    if (asked) core.notice(`${asked.by} asked for this run with another budget than the spec's.`);
    const { trials, epochs } = loaded.spec.budget;
    let progress = createProgress({
      ...(trials === undefined ? {} : { trials }),
      ...(epochs === undefined ? {} : { epochs }),
    });
    const { results, folder, cancelled } = await runSession({
      loaded,
      findBase: (repo, ref) => github.findBase(repo, ref),
      stored: storedResults(context, inputs),
      journal: 'resume',
      host: { path: fileURLToPath(host), node: await findNode(process.env) },
      env: process.env,
      signal,
      hurriedCancel: true,
      gateOnly: comparesOnly(context),
      startedAt,
      reserveMs,
      onJournal: (journal) => github.remember({ journal }),
      onEvent: (event) => {
        logEvent(event, loaded.spec.metric.name);
        progress = advance(progress, event);
        const elapsedMs = performance.now() - startedAt;
        github.showProgress({
          title: progressLine({ ...progress, elapsedMs }, 120),
          summary: block`The run is at work. What it measured will be here when it ends.`,
        });
      },
    });
    core.endGroup();
    const proposal =
      !cancelled && mayPropose(context, inputs)
        ? await github.attempt(() => proposeBetter({ context, inputs, loaded, results }))
        : undefined;
    const suggestion =
      context.kind === 'pull-request' && !cancelled ? suggestionOf(results, loaded) : undefined;
    const suggested = suggestion && (await suggest(context, inputs, github, loaded.spec.name, suggestion));
    const { results: complete, files } = writeReportsOrSay(folder, {
      ...results,
      notices: [
        ...results.notices,
        ...(proposal?.notices ?? []),
        ...(suggested
          ? [`The better values are suggested beside the lines that they change: ${suggested}`]
          : []),
        ...github.notices,
      ],
    });
    const outcome = outcomeOf(complete, cancelled);
    const publication = resultPublication(complete, outcome);
    const { comment } = publication;
    const published = await github.publish({
      ...publication,
      ...(comment && suggestion && !suggested ? { comment: withPatch(comment, suggestion) } : {}),
      annotations: regressionAnnotations(complete, loaded),
    });
    logGroup('Report', renderTerminal(complete, { colour: false, width: 120 }).split('\n'));
    setOutputs({
      ...outputsOf(complete, outcome, files, published),
      ...(proposal?.url === undefined ? {} : { proposalUrl: proposal.url }),
      // What kept this run from posting does not keep the next one.
      ...(await save(published, { kind: 'results', results, cancelled })),
    });
    return exitCode(outcome, inputs, published.acceptance !== undefined);
  } catch (error) {
    core.endGroup();
    const failure = failureOf(error, specPath);
    logAnnotations(failure.annotations);
    for (const line of [failure.title, failure.message]) logUntrusted(line);
    const published = await github.publish(failurePublication(failure));
    const saved = await save(published, { kind: 'error', failure });
    setOutputs({ outcome: 'error', trials: 0, ...published, ...saved });
    return exitCode('error', inputs);
  }
}

/** Brings back what an earlier run of this commit has measured before it was cut short. */
async function goOn(context: RunContext, inputs: Inputs, loaded: LoadedSpec): Promise<void> {
  const { folder } = await placeOf(loaded);
  const from = await fetchStudy(context, inputs, folder);
  if (from === undefined) return;
  const where = from === 'cache' ? 'the cache' : 'an artifact of this run';
  core.notice(`What an earlier run of this commit has measured was found in ${where}.`);
}

/** In the queue and on the default branch the question is only whether the model got worse; the search was before. */
function comparesOnly({ kind, ref, defaultBranch }: RunContext): boolean {
  return kind === 'merge-group' || (kind === 'push' && ref === `refs/heads/${defaultBranch}`);
}

/** Suggests a change in the diff, if it may; returns where. */
async function suggest(
  context: RunContext,
  inputs: Inputs,
  github: GitHub,
  study: string,
  suggestion: Suggestion,
): Promise<string | undefined> {
  if (context.kind !== 'pull-request' || context.readOnly || inputs.comment === 'never') return undefined;
  const { number: pullRequest, headSha } = context;
  return await github.attempt(async () => {
    const api = await openApiFor(context, inputs);
    const place = { pullRequest, headSha, id: inputs.id, study, retry: defaultRetry };
    return api && (await suggestInDiff({ api, ...place }, suggestion));
  });
}

/** Runs on the default branch leave their results for those of pull requests. */
function storedResults(context: RunContext, { githubToken: token }: Inputs): StoredResults {
  const { repository, urls, kind, defaultBranch } = context;
  const { owner, name } = repository;
  return {
    branch: {
      url: `${urls.server}/${owner}/${name}.git`,
      name: dataBranchName,
      ...(token === '' ? {} : { credentials: { serverUrl: urls.server, token } }),
    },
    write: kind !== 'pull-request' && kind !== 'merge-group' && context.ref === `refs/heads/${defaultBranch}`,
  };
}

function logEvent(event: ProgressEvent, metric: string): void {
  const line = logLine(event, metric);
  if (line === undefined) return;
  // Each phase folds away in the log.
  if (event.type === 'phase') {
    core.endGroup();
    core.startGroup(line);
  } else logUntrusted(line);
}

type PostingContent = Posting extends infer P
  ? P extends Posting
    ? Omit<P, 'id' | 'headSha' | 'pullRequest'>
    : never
  : never;

/** Keeps what could not be posted, for a run that may write. */
async function saveUnposted(
  context: RunContext,
  inputs: Inputs,
  { unposted }: Published,
  content: PostingContent,
): Promise<{ readonly postingPath?: string }> {
  if (!unposted || context.kind !== 'pull-request') return {};
  const { headSha, number: pullRequest, workspace } = context;
  try {
    const posting = { id: inputs.id, headSha, pullRequest, ...content };
    return { postingPath: await savePosting(workspace, posting) };
  } catch (error) {
    core.warning(`What could not be posted could not be saved either: ${(error as Error).message}`);
    return {};
  }
}
