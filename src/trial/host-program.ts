import path from 'node:path';
import type { HostedTrial } from '../spec/spec.ts';
import { pythonFolder } from './python.ts';

/** The program of a trial host, and what it loads. */
export interface HostProgram {
  readonly command: string;
  readonly args: readonly string[];
  readonly module: string;
  readonly backend: string;
  /** What people call that which it loads. */
  readonly what: 'module' | 'script';
}

/** @throws Error when the Python part of this program is missing */
export function hostProgram(
  trial: HostedTrial,
  { hostPath, node }: { readonly hostPath: string; readonly node: string },
): HostProgram {
  if ('module' in trial)
    return {
      command: node,
      args: ['--enable-source-maps', hostPath],
      module: trial.module,
      backend: trial.backend,
      what: 'module',
    };
  const folder = pythonFolder(hostPath);
  if (folder === undefined) throw new Error(`there is no folder python beside ${hostPath}`);
  return {
    command: trial.interpreter,
    args: [path.join(folder, 'tunegate', '_host.py')],
    module: trial.script,
    backend: trial.keras ? 'keras' : 'python',
    what: 'script',
  };
}
