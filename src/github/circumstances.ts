import { block, inMarkdown, insertBelowFirst, paragraph, type Safe } from '../report/safe.ts';
import { type Acceptance, acceptanceWords, findAcceptance } from './acceptance.ts';
import type { GitHubApi } from './api.ts';
import { checkName } from './check.ts';
import type { RunContext } from './context.ts';
import type { CommentMode, Inputs } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import { type RetryPolicy, withRetry } from './retry.ts';
import { byteLength, type Stages } from './size.ts';

/** How the pull request stands when a run has something to say about it. */
export interface Circumstances {
  /** Its head, when that is no longer the commit that was measured. */
  readonly newerHead?: string;
  readonly acceptance?: Acceptance;
  /** The label that accepts a regression was set for an earlier commit. */
  readonly staleLabel?: boolean;
}

/** What cannot be found out is left out: the report is what matters, and writing it names what is missing. */
export async function lookAround(
  api: GitHubApi,
  context: RunContext,
  inputs: Inputs,
  outcome: Outcome,
  retry: RetryPolicy,
): Promise<Circumstances> {
  if (context.kind !== 'pull-request') return {};
  const pull = await orNothing(() => withRetry(retry, () => api.readPullRequest(context.number)));
  const newerHead =
    pull && pull.state === 'open' && pull.head.sha !== context.headSha ? pull.head.sha : undefined;
  const accepted =
    outcome === 'regressed'
      ? await orNothing(() =>
          findAcceptance(api, context, inputs.acceptLabel, checkName(inputs.id), pull, retry),
        )
      : undefined;
  return {
    ...(newerHead === undefined ? {} : { newerHead }),
    ...(accepted === undefined ? {} : accepted === 'stale' ? { staleLabel: true } : { acceptance: accepted }),
  };
}

async function orNothing<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

/** Whether an outcome is worth a comment where there is none yet. */
export function deservesComment(outcome: Outcome, mode: CommentMode): boolean {
  switch (mode) {
    case 'always':
      return true;
    case 'on-change':
      return ['improved', 'regressed', 'inconclusive', 'error'].includes(outcome);
    case 'on-regression':
      return outcome === 'regressed';
    case 'never':
      return false;
  }
}

/** The texts with what the circumstances have to say: that they are outdated before all, an acceptance below the verdict. */
export function remarked(
  stages: Stages,
  { newerHead, acceptance }: Circumstances,
  sha: string,
  limit: number,
): Stages {
  const change = (text: Safe<'block'>): Safe<'block'> => {
    const accepted = acceptance ? insertBelowFirst(text, acceptanceWords(acceptance, sha)) : text;
    return newerHead === undefined ? accepted : block`${outdatedWords(sha, newerHead)}\n\n${accepted}`;
  };
  const [first, ...rest] = typeof stages === 'string' ? ([stages] as const) : stages;
  const all = [change(first), ...rest.map(change)] as const;
  // Where not even the shortest has room for it, the text itself goes first.
  return byteLength(all.at(-1)!) <= limit ? all : ([...all, ...(rest.length > 0 ? rest : [first])] as const);
}

function outdatedWords(sha: string, newer: string): Safe<'block'> {
  const { say, name } = inMarkdown;
  return paragraph(
    say`⏳ This is about an earlier commit, ${name(sha.slice(0, 12))}. The pull request is at ${name(newer.slice(0, 12))} now.`,
  );
}
