import { type ExecFileException, execFile } from 'node:child_process';
import type { Safe } from '../report/safe.ts';

/**
 * Arguments as they may be passed on: our own literals, templates around them, and what `argument` let through. A plain
 * `string` is a type error, for it could be an option.
 */
export type Arguments<Args extends readonly string[]> = Args &
  (string extends Args[number] ? readonly Safe<'argument'>[] : unknown);

/** A git command that failed. The message has git's own words. */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** What git said, without its progress lines. */
  readonly stderr: string;
  /** What it printed all the same: `push --porcelain` tells there which branch was refused. */
  readonly stdout: string;
  /** git itself is not there. */
  readonly missing: boolean;

  constructor(args: readonly string[], cause: ExecFileException, stderr: string, stdout = '') {
    const missing = cause.code === 'ENOENT';
    const said = missing ? 'git is not installed or not on the PATH' : stderr.trim() || cause.message;
    super(`git ${args.join(' ')}: ${said}`, { cause });
    this.stderr = stderr;
    this.stdout = stdout;
    this.missing = missing;
  }
}

export interface GitOptions {
  /** Longest time, milliseconds (default 2 minutes). */
  readonly timeoutMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** For its standard input. */
  readonly input?: string;
}

/**
 * Runs git in a folder, without a shell, without questions, without hooks.
 *
 * @returns what it printed, as bytes: paths need not be UTF-8
 * @throws {GitError}
 */
export async function gitBytes<const Args extends readonly string[]>(
  folder: string,
  args: Arguments<Args>,
  options: GitOptions = {},
): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...settings(), ...(args as readonly string[])],
      {
        cwd: folder,
        encoding: 'buffer',
        maxBuffer: 512 * 1024 * 1024,
        timeout: options.timeoutMs ?? 120_000,
        windowsHide: true,
        env: { ...withoutGitVariables(process.env), ...fixedEnvironment, ...options.env },
        ...(options.signal ? { signal: options.signal } : {}),
      },
      (error, stdout, stderr) => {
        if (error)
          reject(
            new GitError(args as readonly string[], error, stderr.toString('utf8'), stdout.toString('utf8')),
          );
        else resolve(stdout);
      },
    );
    if (options.input !== undefined) {
      // A git that ends before it has read everything fails by its exit code.
      child.stdin?.on('error', () => {});
      child.stdin?.end(options.input);
    }
  });
}

/** The same, as text without the last line break. */
export async function git<const Args extends readonly string[]>(
  folder: string,
  args: Arguments<Args>,
  options: GitOptions = {},
): Promise<string> {
  return (await gitBytes<Args>(folder, args, options)).toString('utf8').replace(/\r?\n$/, '');
}

/** The same, with `undefined` for failure: for questions to which failure is an answer. */
export async function tryGit<const Args extends readonly string[]>(
  folder: string,
  args: Arguments<Args>,
  options: GitOptions = {},
): Promise<string | undefined> {
  try {
    return await git<Args>(folder, args, options);
  } catch (error) {
    if (error instanceof GitError && !error.missing) return undefined;
    throw error;
  }
}

const fixedEnvironment = {
  // Never wait for somebody to type a password.
  GIT_TERMINAL_PROMPT: '0',
  GCM_INTERACTIVE: 'never',
  // `git status` would rewrite the index to speed up the next one; others may be working in this repository.
  GIT_OPTIONAL_LOCKS: '0',
  // Messages that we look into come in English.
  LC_ALL: 'C',
};

function settings(): readonly string[] {
  const list = ['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'advice.detachedHead=false', 'gc.auto=0'];
  // In container jobs the workspace belongs to another user than ours. What is in it is run anyway.
  if (process.env.GITHUB_ACTIONS === 'true') list.push('safe.directory=*');
  return list.flatMap((setting) => ['-c', setting]);
}

/** When we are called by a git hook, GIT_DIR and its like point at that repository, whatever folder we ask about. */
function withoutGitVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const local =
    /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|COMMON_DIR|PREFIX|NAMESPACE|ALTERNATE_OBJECT_DIRECTORIES|SHALLOW_FILE|GRAFT_FILE)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !local.test(name)));
}
