import { createHash } from 'node:crypto';
import path from 'node:path';
import type { RunContext } from '../../github/context.ts';
import { gitBytes, tryGit } from '../../github/git.ts';
import { type GitHubOptions, openApiFor } from '../../github/github.ts';
import type { Inputs } from '../../github/inputs.ts';
import { type ProposalPlace, proposalBranch, propose, withdraw } from '../../github/proposal.ts';
import { findRepository, type GitRepo } from '../../github/repository.ts';
import { defaultRetry } from '../../github/retry.ts';
import { proposalTitle, recommendation, renderProposal } from '../../report/proposal.ts';
import type { Results } from '../../report/results.ts';
import { hashConfig } from '../../space/config.ts';
import { ShipError } from '../../spec/ship-config.ts';
import type { LoadedSpec } from '../load-spec.ts';
import { ship, shippingPath, shippingText } from './ship.ts';

/** What came of the wish to propose better values: sentences for people. */
export interface Proposed {
  readonly notices: readonly string[];
  readonly url?: string;
}

export interface ProposeOptions extends GitHubOptions {
  readonly context: RunContext;
  readonly inputs: Inputs;
  readonly loaded: LoadedSpec;
  readonly results: Results;
}

/** Whether this run is one that proposes: a search that nobody waits for, on the branch that ships. */
export function mayPropose(context: RunContext, inputs: Inputs): boolean {
  return (
    inputs.propose &&
    inputs.githubToken !== '' &&
    (context.eventName === 'schedule' || context.eventName === 'workflow_dispatch') &&
    baseBranch(context) !== undefined
  );
}

/** The branch that runs of `schedule` are on; one of `workflow_dispatch` may be on any other. */
function baseBranch({ ref, defaultBranch }: RunContext): string | undefined {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  return defaultBranch === undefined || branch === defaultBranch ? branch : undefined;
}

/**
 * Proposes what was confirmed to be better than what ships, as a pull request that changes the values in the spec; closes
 * an open proposal that has been overtaken.
 *
 * @throws whatever git or GitHub refuse
 */
export async function proposeBetter(options: ProposeOptions): Promise<Proposed> {
  const { context, inputs, loaded, results } = options;
  const repo = await findRepository(loaded.folder);
  const api = await openApiFor(context, inputs, options);
  const base = baseBranch(context);
  const { incumbent } = loaded.space;
  if (repo.kind === 'none' || !api || base === undefined || !incumbent) return { notices: [] };
  const place = placeOf(options, repo, api);
  const incumbentHash = hashConfig(loaded.space, incumbent);
  const better = recommendation(results);
  if (!better) {
    const closed = await withdraw(place, incumbentHash);
    return {
      notices: closed ? [`The proposal ${closed} was closed: what ships has changed since it was made.`] : [],
    };
  }

  const head = await tryGit(repo.root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}']);
  const file = shippingPath(loaded, path.relative(repo.root, loaded.path));
  const text = head && (await committed(repo, head, file));
  if (!head || text === undefined || !sameLines(text, shippingText(loaded)))
    return { notices: [`Better values are not proposed: ${file} is not as it was committed.`] };
  let shipped: string;
  try {
    shipped = ship(loaded, loaded.space, better.config, text).text;
  } catch (error) {
    if (!(error instanceof ShipError)) throw error;
    return { notices: [`Better values were found, but not proposed as a pull request: ${error.message}.`] };
  }
  const title = proposalTitle(better);
  const result = await propose(place, {
    base,
    commit: { parent: head, files: { [file]: shipped }, message: title },
    title,
    body: renderProposal(better, file),
    values: { incumbent: incumbentHash, proposed: hashConfig(loaded.space, better.config) },
  });
  const { kind, url } = result;
  const say = {
    opened: `Better values are proposed in ${url}.`,
    updated: `The proposal ${url} was brought up to date.`,
    unchanged: `The proposal ${url} has these values already.`,
    declined: `The same values were proposed in ${url} and declined, so they are not proposed again.`,
    theirs: `Others have pushed to the branch ${place.branch.name}${url ? ` of ${url}` : ''}, so it is left to them.`,
  }[kind];
  return { notices: [say], ...(url === undefined ? {} : { url }) };
}

function placeOf(
  { context, inputs, loaded, retry = defaultRetry }: ProposeOptions,
  repo: GitRepo,
  api: ProposalPlace['api'],
): ProposalPlace {
  const { owner, name } = context.repository;
  const study = loaded.spec.name;
  const specPath = path.relative(repo.root, loaded.path).split(path.sep).join('/');
  const hash = createHash('sha256').update(specPath).digest('hex').slice(0, 6);
  const server = context.urls.server;
  return {
    api,
    owner,
    id: inputs.id,
    study,
    retry,
    branch: {
      repo,
      url: `${server}/${owner}/${name}.git`,
      credentials: { serverUrl: server, token: inputs.githubToken },
      name: proposalBranch(inputs.id, study, hash),
      trailer: `Tunegate-Proposal: ${hash}`,
    },
  };
}

/** A file as it stands in a commit. */
async function committed(repo: GitRepo, sha: string, file: string): Promise<string | undefined> {
  if ((await tryGit(repo.root, ['cat-file', '-e', `${sha}:${file}`])) === undefined) return undefined;
  return (await gitBytes(repo.root, ['show', `${sha}:${file}`])).toString('utf8');
}

/** Checkouts may have other line breaks than commits. */
function sameLines(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}
