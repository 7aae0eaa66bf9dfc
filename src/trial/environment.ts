import type { Config } from '../space/parameter.ts';

/** The environment of a trial: what the surroundings have, without what a pull request's code must not get. */

/** Files by which a step talks to the runner: a trial could set outputs and variables of the job through them. */
const runnerFiles = new Set([
  'GITHUB_OUTPUT',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STATE',
  'GITHUB_STEP_SUMMARY',
]);
const secretPrefixes = /^(ACTIONS_|INPUT_|STATE_|NPM_CONFIG_.*AUTH)/;
/** Words that stand alone, so that TOKENIZERS_PARALLELISM and MAX_TOKENS pass. */
const secretWords = /(^|_)(PASS|PWD|CREDENTIALS?|CREDS?|AUTH|PAT|DSN|ACCESS_KEY_ID|CONNECTION_STRING)(_|$)/;
/** Also as the end of a longer word: PGPASSWORD, APITOKEN, SSHKEY. */
const secretEnds = /PASSWORD|PASSWD|SECRET|TOKEN(_|$)|KEYS?$|KEY_BASE64$|KEY_B64$/;
const harmless = new Set(['PWD', 'OLDPWD']);
/** What trials get from us: inside of another trial they mean that one's. */
const contract = /^TUNEGATE_(PARAM_.*|CONFIG|METRICS|CHECKPOINT_DIR|SEED|TRIAL|RESOURCE)$/;

/** Whether a variable of that name is kept from trials. */
export function isSecret(name: string): boolean {
  const upper = name.toUpperCase();
  if (harmless.has(upper)) return false;
  return (
    runnerFiles.has(upper) || secretPrefixes.test(upper) || secretWords.test(upper) || secretEnds.test(upper)
  );
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
    if (value !== undefined && (passed.includes(name) || !(isSecret(name) || contract.test(name))))
      env[name] = value;
  // Python keeps its output back when it is not a terminal's, and hashes differently in each process.
  return { PYTHONUNBUFFERED: '1', PYTHONHASHSEED: '0', ...env, ...extra };
}

/** `layers[0].units` → `TUNEGATE_PARAM_LAYERS_0_UNITS`. */
export function parameterVariable(path: string): string {
  return `TUNEGATE_PARAM_${path
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/_$/, '')}`;
}

/** One variable for each active parameter; booleans are `true` and `false`. */
export function parameterVariables(config: Config): Record<string, string> {
  return Object.fromEntries(
    Object.entries(config).map(([path, value]) => [parameterVariable(path), String(value)]),
  );
}
