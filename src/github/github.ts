import * as core from '@actions/core';
import { block, blocks, markdownSentence, note, trimmed } from '../report/safe.ts';
import { type Acceptance, markSummary } from './acceptance.ts';
import { type Annotation, type ApiOptions, defaultTimeoutMs, type GitHubApi, openApi } from './api.ts';
import { type BaseCommit, baseOfRun } from './base-commit.ts';
import {
  type CheckHandle,
  type CheckReport,
  checkSubject,
  concludeCheck,
  startCheck,
  updateCheck,
} from './check.ts';
import { deservesComment, lookAround, remarked } from './circumstances.ts';
import { type CommentOptions, commentMarker, writeComment } from './comment.ts';
import type { PullRequestRun, RunContext } from './context.ts';
import { MissingPermission } from './errors.ts';
import type { Inputs } from './inputs.ts';
import { checkConclusion, type Outcome } from './outcome.ts';
import type { Repo } from './repository.ts';
import { defaultRetry, type RetryPolicy, withRetry } from './retry.ts';
import { byteLength, limits, type Stages } from './size.ts';
import { loadState, type SavedState, saveState } from './state.ts';
import { steadily } from './steadily.ts';
import { writeJobSummary } from './summary.ts';

/** One run's presence on GitHub. Nothing here fails the run: what cannot be done becomes a notice. */
export interface GitHub {
  /** What the reader of a report should know, one plain sentence each; grows. */
  readonly notices: readonly string[];
  /** Shows the check as in progress. Do this before any work. */
  startCheck(report: Pick<CheckReport, 'title' | 'summary'>): Promise<void>;
  /** Shows progress in the check: what the last call says, at most every 30 s. Returns at once. */
  showProgress(report: ProgressReport): void;
  /** The commit to compare with. `ref`: the spec's `gate.base`, for events that name no base. */
  findBase(repo: Repo, ref?: string): Promise<BaseCommit>;
  /** There are seconds left: what GitHub does not answer at once is left to `post:`. */
  hurry(): void;
  /** Leaves word for `post:`, should this process end early. */
  remember(change: Pick<Partial<SavedState>, 'journal' | 'cancelled'>): void;
  /** Does what the run can do without: a failure becomes a notice, and `undefined` is returned. */
  attempt<T>(work: () => Promise<T>): Promise<T | undefined>;
  /** Writes the comment, concludes the check, and fills the job's summary page. */
  publish(publication: Publication): Promise<Published>;
}

/** What to publish. All markdown must be safe already; each text may come in several lengths, the richest first. */
export interface Publication {
  /** The study's name: with the action's `id` it tells comments apart. */
  readonly name: string;
  readonly outcome: Outcome;
  /** The verdict in one plain line, for the check's title. */
  readonly title: string;
  /** Absent: no comment (the spec is broken, say), whatever the input says. */
  readonly comment?: Stages;
  readonly checkSummary: Stages;
  readonly jobSummary: Stages;
  readonly annotations?: readonly Annotation[];
}

export interface Published {
  readonly commentUrl?: string;
  readonly checkUrl?: string;
  /** Somebody accepted the regression: neither check nor step fails for it. */
  readonly acceptance?: Acceptance;
  /** A pull request's check or comment that was wanted could not be written: another run may have to post it. */
  readonly unposted: boolean;
}

export interface GitHubOptions {
  readonly retry?: RetryPolicy;
  /** Longest time for one request, milliseconds (default 20 s). */
  readonly timeoutMs?: number;
  /** Time between two requests that show progress, milliseconds (default 30 s). */
  readonly progressMs?: number;
  /** The check may be there already from another try of this posting: change that one, even when it is concluded. */
  readonly again?: boolean;
}

type ProgressReport = Pick<CheckReport, 'title' | 'summary' | 'text'>;

/** Opens GitHub for this run. Makes no request yet; without a token everything but the job's summary is left out. */
export async function openGitHub(
  context: RunContext,
  inputs: Inputs,
  options: GitHubOptions = {},
): Promise<GitHub> {
  let retry = options.retry ?? defaultRetry;
  let timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const subject = checkSubject(context, inputs.id);
  const notices: string[] = [];
  const api = await openApiFor(context, inputs, { ...options, timeoutMs: () => timeoutMs });
  let state: SavedState = { check: { kind: 'none', why: 'unavailable' }, concluded: false };

  function remember(change: Partial<SavedState>): void {
    state = { ...state, ...change };
    saveState(state);
  }

  function notice(text: string): void {
    if (notices.includes(text)) return;
    notices.push(text);
    core.warning(text);
  }

  /** What came of `work`; a failure becomes a notice. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      notice(explain(error, context));
      return undefined;
    }
  }

  // What cannot be shown now is shown a moment later, or at the end: no reason to say anything.
  const progress = steadily(options.progressMs ?? 30_000, async (report: ProgressReport) => {
    if (api) await updateCheck(api, state.check, report, { ...retry, attempts: 1 });
  });

  if (!api) notice('There is no GitHub token, so neither a comment nor a check was written.');

  return {
    notices,
    remember,
    hurry() {
      retry = {
        ...retry,
        attempts: Math.min(2, retry.attempts),
        longestWaitMs: 500,
        backoffMs: Math.min(250, retry.backoffMs),
      };
      timeoutMs = Math.min(2000, timeoutMs);
    },
    attempt,
    async startCheck(report) {
      if (!api) return;
      // Saved before as well: a run that dies between the request and its answer leaves a check to conclude.
      remember({});
      const { handle, problems } = await startCheck(
        api,
        subject,
        report,
        retry,
        options.again ? 'again' : 'new',
      );
      remember({ check: handle });
      // Where there are no checks, a status is what is to be expected.
      if (handle.kind === 'status' && context.withoutChecks) return;
      for (const problem of problems) notice(explainCheck(problem, handle, context));
    },
    showProgress: progress.show,
    async findBase(repo, ref) {
      return await baseOfRun(repo, context, {
        api,
        ref,
        credentials: inputs.githubToken
          ? { serverUrl: context.urls.server, token: inputs.githubToken }
          : undefined,
      });
    },
    async publish(publication) {
      await progress.close();
      // Notices up to here are in the texts already.
      const known = notices.length;
      const fresh = () => notices.slice(known);
      const { outcome } = publication;
      const circumstances =
        api && outcome !== 'cancelled' ? await lookAround(api, context, inputs, outcome, retry) : {};
      const { acceptance } = circumstances;
      if (circumstances.staleLabel)
        notice(
          `The label ${inputs.acceptLabel} was set for an earlier commit. To accept this one, remove it and set it again.`,
        );

      const conclude = async () => {
        const conclusion = checkConclusion(outcome, inputs, acceptance !== undefined);
        const summary = withNotices(
          remarked(publication.checkSummary, circumstances, context.headSha, limits.checkText),
          fresh(),
          limits.checkText,
        );
        const report: CheckReport = {
          title: acceptance ? `Accepted by ${acceptance.by}: ${publication.title}` : publication.title,
          summary: outcome === 'regressed' ? markSummary(summary, acceptance) : summary,
          ...(publication.annotations ? { annotations: publication.annotations } : {}),
        };
        const check = api
          ? await attempt(() => concludeCheck(api, state.check, subject, conclusion, report, retry))
          : undefined;
        if (check) remember({ check: check.handle, concluded: true });
        return check;
      };
      // A cancelled run may be killed any moment: its check first.
      const concluded = outcome === 'cancelled' ? await conclude() : undefined;

      const { comment: text } = publication;
      const wanted = text !== undefined && inputs.comment !== 'never' && context.kind === 'pull-request';
      const written =
        api && wanted
          ? await attempt(() =>
              writeComment(
                api,
                context.number,
                commentMarker(inputs.id, publication.name),
                remarked(text, circumstances, context.headSha, limits.comment),
                commentOptions(context, inputs, outcome),
                retry,
              ),
            )
          : undefined;
      const commentUrl = written && written.kind !== 'none' ? written.comment.url : undefined;
      remember({ commented: true, ...(commentUrl === undefined ? {} : { commentUrl }) });
      if (written?.kind === 'later')
        core.info(`A later run has reported in ${commentUrl} already: its comment stays.`);

      const check = concluded ?? (await conclude());

      await attempt(() =>
        writeJobSummary(
          withNotices(
            remarked(publication.jobSummary, circumstances, context.headSha, limits.jobSummary),
            fresh(),
            limits.jobSummary,
          ),
        ),
      );
      remember({ reported: true });
      return {
        ...(commentUrl === undefined ? {} : { commentUrl }),
        ...(check?.url === undefined ? {} : { checkUrl: check.url }),
        ...(acceptance ? { acceptance } : {}),
        unposted:
          context.kind === 'pull-request' && ((wanted && !written) || !check || check.handle.kind === 'none'),
      };
    },
  };
}

/** What is said of a run that did not get to it. */
export type AbandonedReport = Pick<Publication, 'title' | 'checkSummary' | 'jobSummary'> &
  Partial<Pick<Publication, 'name' | 'comment'>>;

/**
 * For `post:`, which runs also after a cancel or a crash: concludes the check that main left open, and writes the comment
 * and the summary that main did not get to.
 *
 * @param report what to show; given how main ended
 * @returns how main ended: `reported` by itself, or what was said of it
 */
export async function reportAbandoned(
  context: RunContext,
  inputs: Inputs,
  report: (ended: 'cancelled' | 'error') => AbandonedReport,
  options: GitHubOptions = {},
): Promise<'reported' | 'cancelled' | 'error'> {
  const state = loadState();
  if (!state || state.reported) return 'reported';
  const api = await openApiFor(context, inputs, options);
  const retry = options.retry ?? defaultRetry;
  const { check } = state;
  const guarded = async <T>(work: () => Promise<T>) => {
    try {
      return await work();
    } catch (error) {
      core.warning(explain(error, context));
      return undefined;
    }
  };
  // Main may have concluded the check without living to say so.
  const known =
    api && check.kind === 'check' && !state.concluded
      ? await guarded(() => withRetry(retry, () => api.readCheck(check.id)))
      : undefined;
  const concluded = known?.status === 'completed';
  if (concluded && known.conclusion !== 'cancelled') return 'reported';
  const ended = state.cancelled || concluded ? 'cancelled' : 'error';
  const { title, name, comment, checkSummary, jobSummary } = report(ended);
  if (api && !concluded && !state.concluded)
    await guarded(async () => {
      const subject = checkSubject(context, inputs.id);
      const conclusion = checkConclusion(ended, inputs);
      await concludeCheck(api, check, subject, conclusion, { title, summary: checkSummary }, retry);
      saveState({ ...state, concluded: true });
    });
  const mayComment = inputs.comment !== 'never' && context.kind === 'pull-request' && !context.readOnly;
  if (api && mayComment && name !== undefined && comment !== undefined && !state.commented)
    await guarded(() =>
      writeComment(
        api,
        context.number,
        commentMarker(inputs.id, name),
        comment,
        commentOptions(context, inputs, ended),
        retry,
      ),
    );
  await guarded(() => writeJobSummary(jobSummary));
  return ended;
}

function commentOptions({ runId, runAttempt }: RunContext, inputs: Inputs, outcome: Outcome): CommentOptions {
  return {
    run: { id: runId, attempt: runAttempt },
    absent: deservesComment(outcome, inputs.comment) ? 'create' : 'keep',
    present: inputs.recreateComment ? 'recreate' : 'update',
  };
}

/** The API with the token of the inputs; undefined without one. */
export async function openApiFor(
  context: RunContext,
  inputs: Inputs,
  options: { readonly timeoutMs?: ApiOptions['timeoutMs'] } = {},
): Promise<GitHubApi | undefined> {
  if (inputs.githubToken === '') return undefined;
  const { repository, urls } = context;
  return await openApi({
    token: inputs.githubToken,
    owner: repository.owner,
    repo: repository.name,
    apiUrl: urls.api,
    ...(urls.graphql === undefined ? {} : { graphqlUrl: urls.graphql }),
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });
}

/** One sentence or two for people. */
function explain(error: unknown, context: RunContext): string {
  if (error instanceof MissingPermission && context.kind === 'pull-request' && context.readOnly)
    return readOnlyNotice(context.readOnly);
  return error instanceof Error ? error.message : String(error);
}

function explainCheck(error: Error, handle: CheckHandle, context: RunContext): string {
  const text = explain(error, context);
  return handle.kind === 'status' ? `A commit status stands in for the check. ${text}` : text;
}

function readOnlyNotice(why: NonNullable<PullRequestRun['readOnly']>): string {
  const source = why === 'fork' ? 'comes from a fork' : 'was opened by Dependabot';
  return `This pull request ${source}, so the token of this run may only read: the report is on the run’s summary page, not in a comment.`;
}

/** Adds what came up after the text was rendered, where it fits. */
function withNotices(stages: Stages, notices: readonly string[], limit: number): Stages {
  if (notices.length === 0) return stages;
  // Our own sentences, but they may quote what GitHub said.
  const end = block`\n\n${blocks(notices.map((text) => note(markdownSentence(text))))}\n`;
  const list = typeof stages === 'string' ? [stages] : stages;
  const [first, ...rest] = list.map((text) =>
    byteLength(text) + byteLength(end) <= limit ? block`${trimmed(text)}${end}` : text,
  );
  return [first!, ...rest];
}
