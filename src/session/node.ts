import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The Node that trials of modules run on: the `node` of the user's workflow when it is new enough (20.19), since native
 * packages were installed for it, else our own.
 */
export async function findNode(env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout } = await run(
      'node',
      ['-p', 'JSON.stringify([process.versions.node, process.execPath])'],
      { env, timeout: 10_000 },
    );
    const [version, path] = JSON.parse(stdout) as [string, string];
    const [major = 0, minor = 0] = version.split('.').map(Number);
    return major > 20 || (major === 20 && minor >= 19) ? path : process.execPath;
  } catch {
    return process.execPath;
  }
}
