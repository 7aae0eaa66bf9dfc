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
const secretWords =
  /(^|_)(PASS|PWD|CREDENTIALS?|CREDS?|AUTH|PAT|JWT|DSN|ACCESS_KEY_ID|CONNECTION_STRING)(_|$)/;
/** Also as the end of a longer word: PGPASSWORD, APITOKEN, SSHKEY. */
const secretEnds = /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN(_|$)|KEYS?$|KEY_BASE64$|KEY_B64$/;
const harmless = new Set(['PWD', 'OLDPWD']);
/** The value of DATABASE_URL and the like: a user with a password. Without a proxy's a trial may reach nothing. */
const urlWithPassword = /^[a-z][a-z\d+.-]*:\/\/[^/?#\s:@]*:[^/?#\s@]+@/i;
const proxy = /_PROXY$/;
/** What trials get from us: inside of another trial they mean that one's. */
const contract = /^TUNEGATE_(PARAM_.*|CONFIG|METRICS|STOP|CHECKPOINT_DIR|SEED|TRIAL|RESOURCE|HOST)$/;

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
 * @param passed names that are passed on although they look like secrets. The files of the runner are not: the spec that
 *   names them comes with the code that must not write there
 * @param extra what the spec adds; it may also replace
 */
export function trialEnvironment(
  parent: NodeJS.ProcessEnv,
  passed: readonly string[],
  extra: Readonly<Record<string, string>>,
): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(parent))
    if (value !== undefined && reachesTrials(name, value, passed)) env[name] = value;
  // Python keeps its output back when it is not a terminal's, and hashes differently in each process.
  return { PYTHONUNBUFFERED: '1', PYTHONHASHSEED: '0', ...env, ...extra };
}

function reachesTrials(name: string, value: string, passed: readonly string[]): boolean {
  const upper = name.toUpperCase();
  if (runnerFiles.has(upper)) return false;
  if (passed.includes(name)) return true;
  return !isSecret(name) && !contract.test(name) && (proxy.test(upper) || !urlWithPassword.test(value));
}

/** `layers[0].units` → `TUNEGATE_PARAM_LAYERS_0_UNITS`. */
export function parameterVariable(path: string): string {
  return `TUNEGATE_PARAM_${path
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/_$/, '')}`;
}

/**
 * One variable for each active parameter; booleans are `true` and `false`. Parameters whose names come to the same
 * variable (`a.b`, `a_b`) have none: no value is better than the wrong one.
 */
export function parameterVariables(config: Config): Record<string, string> {
  const values: Record<string, string> = {};
  const ambiguous = new Set<string>();
  for (const [path, value] of Object.entries(config)) {
    const name = parameterVariable(path);
    if (Object.hasOwn(values, name)) ambiguous.add(name);
    values[name] = String(value);
  }
  for (const name of ambiguous) delete values[name];
  return values;
}
