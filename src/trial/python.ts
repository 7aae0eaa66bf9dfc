import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The folder that holds our Python package: beside the built trial host, or in the root of the repository when its
 * sources run. Undefined where there is none.
 *
 * @param hostPath the trial host
 */
export function pythonFolder(hostPath: string): string | undefined {
  let folder = path.dirname(hostPath);
  for (;;) {
    const candidate = path.join(folder, 'python');
    if (existsSync(path.join(candidate, 'tunegate', '__init__.py'))) return candidate;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/** Makes `import tunegate` work in trials without an installation; a copy that the user has installed comes first. */
export function withPythonPackage(env: NodeJS.ProcessEnv, hostPath: string): NodeJS.ProcessEnv {
  const folder = pythonFolder(hostPath);
  if (folder === undefined) return env;
  const known = env['PYTHONPATH'];
  return { ...env, PYTHONPATH: known ? `${known}${path.delimiter}${folder}` : folder };
}
