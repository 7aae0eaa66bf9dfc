import type { ApiClient } from './api.ts';
import { Refused } from './errors.ts';

/** Runs of workflows and what they saved. */
export interface RunsApi {
  /** Artifacts of a run, the newest first. */
  listArtifacts(run: number): Promise<readonly Artifact[]>;
  /**
   * The zip file of an artifact.
   *
   * @param limit in bytes; a longer one is refused while it arrives, whatever size was announced
   */
  downloadArtifact(id: number, limit: number): Promise<Buffer>;
  /** Starts a finished run again, with the event and the rights that it had. */
  rerun(run: number): Promise<void>;
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  /** Bytes of the zip file, as GitHub knows it. */
  readonly size: number;
  readonly expired: boolean;
}

/** A run has at most a few hundred artifacts; ours is among the newest. */
const mostPages = 5;

/** Most redirections from GitHub to where artifacts are kept. */
const mostHops = 3;

export function runCalls({ octokit, owner, repo, ask }: ApiClient): RunsApi {
  return {
    listArtifacts: (run) =>
      ask('list the artifacts of the run', 'actions: read', async () => {
        let pages = 0;
        const all = await octokit.paginate(
          octokit.rest.actions.listWorkflowRunArtifacts,
          { owner, repo, run_id: run, per_page: 100 },
          (page, done) => {
            if (++pages === mostPages) done();
            return page.data.map(({ id, name, size_in_bytes: size, expired }) => ({
              id,
              name,
              size,
              expired,
            }));
          },
        );
        return all.sort((a, b) => b.id - a.id);
      }),
    downloadArtifact: (id, limit) =>
      ask('download the artifact', 'actions: read', async () => {
        const answer = await octokit.request(
          'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}',
          {
            owner,
            repo,
            artifact_id: id,
            archive_format: 'zip',
            // The file is elsewhere, on a server that must not get our token.
            request: { redirect: 'manual', parseSuccessResponseBody: false },
          },
        );
        const { location } = answer.headers;
        if (location === undefined) throw new Error('GitHub did not say where the artifact is');
        return await download(octokit, location, limit);
      }),
    rerun: (run) =>
      ask('run the workflow again', 'actions: write', async () => {
        await octokit.rest.actions.reRunWorkflow({ owner, repo, run_id: run });
      }),
  };
}

async function download(octokit: ApiClient['octokit'], address: string, limit: number): Promise<Buffer> {
  // Octokit's own, since it knows the runner's proxy.
  const { fetch: request = fetch } = octokit.request.endpoint.DEFAULTS.request as { fetch?: typeof fetch };
  let url = new URL(address);
  for (let hop = 0; hop < mostHops; hop++) {
    const response = await request(url, { redirect: 'manual', signal: AbortSignal.timeout(60_000) });
    const location = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && location !== null) {
      url = new URL(location, url);
      continue;
    }
    if (!response.ok || response.body === null)
      throw Object.assign(new Error(`the store of artifacts answered ${response.status}`), { status: 502 });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      // Leaving the loop closes the connection.
      if (size > limit)
        throw new Refused('hand out the artifact', 413, new Error(`it is longer than ${limit} bytes`));
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }
  throw new Error('too many redirections');
}
