import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FakeGitHub } from './fake-github.ts';

/** What GitHub's runner gives to a step: variables, the event's payload, and the files that commands are written to. */
export interface RunnerOptions {
  /** A folder for the runner's files; made when it is missing. */
  readonly folder: string;
  readonly event: string;
  readonly payload: object;
  readonly sha?: string;
  readonly ref?: string;
  readonly actor?: string;
  readonly workspace?: string;
  readonly github?: FakeGitHub;
  /** `with:` of the step. */
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface RunnerFiles {
  readonly output: string;
  readonly summary: string;
  readonly state: string;
}

export function runnerFiles(folder: string): RunnerFiles {
  return {
    output: path.join(folder, 'output.txt'),
    summary: path.join(folder, 'summary.md'),
    state: path.join(folder, 'state.txt'),
  };
}

/** The environment of a step, as the runner sets it; its files are created empty. */
export function runnerEnvironment(options: RunnerOptions): Record<string, string> {
  const { folder, github } = options;
  mkdirSync(folder, { recursive: true });
  const event = path.join(folder, 'event.json');
  writeFileSync(event, JSON.stringify(options.payload));
  const files = runnerFiles(folder);
  for (const file of Object.values(files)) writeFileSync(file, '');
  const inputs = Object.entries({ 'github-token': 'job-token', ...options.inputs });
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: options.event,
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: github?.state.repository ?? 'Codertocat/Hello-World',
    GITHUB_SHA: options.sha ?? 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    GITHUB_REF: options.ref ?? 'refs/heads/master',
    GITHUB_ACTOR: options.actor ?? 'Codertocat',
    GITHUB_RUN_ID: '1296269',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_SERVER_URL: github?.serverUrl ?? 'https://github.com',
    GITHUB_API_URL: github?.apiUrl ?? 'https://api.github.com',
    GITHUB_GRAPHQL_URL: github?.graphqlUrl ?? 'https://api.github.com/graphql',
    GITHUB_WORKSPACE: options.workspace ?? folder,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_STATE: files.state,
    ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

/** Reads a file of `name<<delimiter` entries, as the runner does; a later entry replaces an earlier one. */
export function parseCommandFile(text: string): Readonly<Record<string, string>> {
  const entries: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^(.+?)<<(\S+)\r?\n([\s\S]*?)\r?\n?^\2$/gm))
    entries[name!] = value!;
  return entries;
}

interface Example {
  readonly name: string;
  readonly examples: readonly object[];
}

/** The n-th example payload of an event, of one `action` if it has several: a copy that may be changed. */
// biome-ignore lint/suspicious/noExplicitAny: payloads are as varied as GitHub; tests reach into them
export function examplePayload(event: string, action?: string, index = 0): any {
  const all = createRequire(import.meta.url)('@octokit/webhooks-examples') as readonly Example[];
  const examples = all.find(({ name }) => name === event)?.examples ?? [];
  const chosen = examples.filter(
    (payload) => action === undefined || (payload as { action?: string }).action === action,
  );
  if (!chosen[index]) throw new Error(`there is no example of ${event} ${action ?? ''}`);
  return structuredClone(chosen[index]);
}
