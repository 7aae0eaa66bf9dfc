import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MeasuredBaseline } from '../../baseline/measured.ts';
import { git, tryGit } from '../../github/git.ts';
import type { GitRepo } from '../../github/repository.ts';
import { argument } from '../../report/safe.ts';
import { createSpace } from '../../space/space.ts';
import { loadSpec } from '../../spec/load.ts';
import { SpecError } from '../../spec/problem.ts';
import { shippingValues, valuesOf } from '../../spec/shipping-values.ts';
import type { Spec, TrialSpec } from '../../spec/spec.ts';
import { fingerprint } from '../../study/fingerprint.ts';
import { matchingFiles } from '../../study/matching-files.ts';
import { findDevices } from '../../trial/devices.ts';

/** What a stored result has to agree with to stand for a training here. */
export type Comparable = Pick<MeasuredBaseline, 'metric' | 'circumstances'>;

export interface CircumstancesOptions {
  readonly repo: GitRepo;
  readonly commit: string;
  /** Path of the spec from the top of the repository. */
  readonly specPath: string;
  /** Folder of the spec in the work tree: patterns of data start there. */
  readonly folder: string;
  /** Patterns of files outside of git that trainings read. */
  readonly data: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What modules train on, where that was left to us. */
  readonly backend?: string | undefined;
}

/** The circumstances of training what a commit ships, here and now; undefined where its spec cannot be read. */
export async function circumstancesAt(options: CircumstancesOptions): Promise<Comparable | undefined> {
  const spec = await specAt(options);
  if (!spec) return undefined;
  const { name, goal, use } = spec.metric;
  return {
    metric: { name, goal, use },
    circumstances: {
      spec: specFingerprint(spec),
      dependencies: await dependenciesAt(options),
      data: await dataFingerprint(options.data, options.folder),
      machine: machineWords(options.env, options.backend),
    },
  };
}

async function specAt({ repo, commit, specPath }: CircumstancesOptions): Promise<Spec | undefined> {
  const file = specPath.split(path.sep).join('/');
  const text = await tryGit(repo.root, ['show', `${commit}:${file}`]);
  if (text === undefined) return undefined;
  try {
    const spec = loadSpec(file, `${text}\n`);
    const { values } = spec;
    if (values === undefined) return spec;
    const name = path.posix.join(path.posix.dirname(file), typeof values === 'string' ? values : values.file);
    const written = await tryGit(repo.root, ['show', `${commit}:${name}`]);
    if (written === undefined) return undefined;
    return shippingValues(
      spec,
      valuesOf(spec, { path: file, text }, () => `${written}\n`),
    );
  } catch (error) {
    if (error instanceof SpecError) return undefined;
    throw error;
  }
}

/** Limits end a training that went wrong; they do not change one that went well. */
const limits = new Set(['timeout', 'grace', 'idle', 'memory', 'retries']);

/** Of what in a spec shapes the training of what it ships: not the ranges that are searched, nor the budget of time. */
export function specFingerprint(spec: Spec): string {
  const trial = Object.fromEntries(
    Object.entries(spec.trial as TrialSpec).filter(([key]) => !limits.has(key)),
  );
  return fingerprint({ trial, config: createSpace(spec.params).incumbent, epochs: spec.budget.epochs });
}

/** Files that pin what is installed. */
const lockFiles =
  /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|requirements[\w.-]*\.txt|constraints[\w.-]*\.txt|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|conda-lock\.ya?ml|environment\.ya?ml|pixi\.lock|Cargo\.lock|go\.sum|renv\.lock|Manifest\.toml)$/;

/** Of the lock files of a commit, beside the spec and further up. */
async function dependenciesAt({ repo, commit, specPath }: CircumstancesOptions): Promise<string> {
  const folder = path.posix.dirname(specPath.split(path.sep).join('/'));
  const folders = ['.'];
  for (let at = folder; at !== '.'; at = path.posix.dirname(at)) folders.push(at);
  const found: string[] = [];
  for (const at of folders) {
    const listed = await git(repo.root, [
      'ls-tree',
      '-z',
      at === '.' ? argument(commit) : argument(`${commit}:${at}`),
    ]);
    for (const line of listed.split('\0')) {
      const [, hash, name] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      if (name !== undefined && lockFiles.test(name)) found.push(`${at}/${name} ${hash}`);
    }
  }
  return found.length === 0 ? 'none' : fingerprint(found.sort());
}

/** Of the content and names of files, wherever the repository is checked out; `none` where there is nothing to look at. */
export async function dataFingerprint(patterns: readonly string[], folder: string): Promise<string> {
  if (patterns.length === 0) return 'none';
  const files = [...new Set(patterns.flatMap((pattern) => matchingFiles(pattern, folder)))].sort();
  const lines: string[] = [];
  for (const file of files) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    lines.push(`${path.relative(folder, file).split(path.sep).join('/')} ${hash.digest('hex')}`);
  }
  return fingerprint(lines);
}

/** «4 × AMD EPYC 7763, Linux x64, Node 24.1.0»: what the last digits of a result may hang on, and its speed. */
export function machineWords(env: NodeJS.ProcessEnv, backend?: string): string {
  const cores = os.cpus();
  const model = (cores[0]?.model ?? 'unknown processor').replace(/\s+/g, ' ').trim();
  const gpus = findDevices(env).map(({ id, name }) => name ?? `GPU ${id}`);
  // actions/setup-python says here which Python it is: …/Python/3.12.4/x64
  const python = /[/\\]Python[/\\]([\d.]+)[/\\]/.exec(env['pythonLocation'] ?? '')?.[1];
  return [
    `${cores.length} × ${model}`,
    ...gpus,
    `${os.platform()} ${os.arch()}`,
    `Node ${process.versions.node}`,
    ...(python ? [`Python ${python}`] : []),
    ...(backend ? [backend] : []),
  ].join(', ');
}
