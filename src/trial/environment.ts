import type { Config } from '../space/parameter.ts';

/** The environment of a trial: what the surroundings have, without what a pull request's code must not get. */

/** Files by which a step talks to the runner: a trial could set outputs and variables of the job through them. */
const runnerFiles = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
const secretPrefixes = /^(ACTIONS_|INPUT_|STATE_|RUNNER_TOKEN|NPM_CONFIG_.*AUTH)/i;
const secretWords =
  /(^|_)(TOKEN|SECRETS?|PASSWORD|PASSWD|PASS|PWD|CREDENTIALS?|APIKEY|API_KEY|ACCESS_KEY|ACCESS_KEY_ID|PRIVATE_KEY|AUTH_SOCK|DSN)(_|$)/i;
const harmless = new Set(['PWD', 'OLDPWD']);

export function isSecret(name: string): boolean {
  if (harmless.has(name)) return false;
  return runnerFiles.includes(name) || secretPrefixes.test(name) || secretWords.test(name);
}

/**
 * @param parent the surroundings
 * @param passed names that are passed on although they look like secrets
 * @param extra what the spec adds; it may also replace
 */
export function trialEnvironment(
  parent: NodeJS.ProcessEnv,
  passed: readonly string[],
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent))
    if (value !== undefined && (!isSecret(name) || passed.includes(name))) env[name] = value;
  // Python keeps its output back when it is not a terminal's, and hashes differently in each process.
  return { PYTHONUNBUFFERED: '1', PYTHONHASHSEED: '0', ...env, ...extra };
}

/** `layers[0].units` → `TUNEGATE_PARAM_LAYERS_0_UNITS`. */
export function parameterVariable(path: string): string {
  return `TUNEGATE_PARAM_${path
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')}`;
}

/** One variable for each active parameter; booleans are `true` and `false`. */
export function parameterVariables(config: Config): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([path, value]) => [parameterVariable(path), String(value)]),
  );
}
