/** The action's inputs, typed. `action.yml` describes the same ones; a test holds the two together. */
export interface Inputs {
  /** Path of the spec, relative to `workingDirectory`. */
  readonly config: string;
  /** Empty: nothing is posted. */
  readonly githubToken: string;
  /** Relative to the workspace. */
  readonly workingDirectory: string;
  /** Tells several studies of one repository apart: part of the comment's marker and the check's name. May be empty. */
  readonly id: string;
  readonly comment: CommentMode;
  /** A new comment on each run, at the end of the conversation; the old one is deleted. */
  readonly recreateComment: boolean;
  /** Label by which a maintainer accepts a regression. */
  readonly acceptLabel: string;
  /** On `workflow_run`: the artifact that holds what the other run saved. */
  readonly artifact: string;
  /** What a run that was cut short has measured is kept for the next run of the same commit. */
  readonly resume: boolean;
  /** On `schedule` and `workflow_dispatch`: open a pull request with values that are confirmed to be better. */
  readonly propose: boolean;
  readonly failOnRegression: boolean;
  readonly failOnError: boolean;
  readonly failOnMissingBaseline: boolean;
}

export const commentModes = ['always', 'on-change', 'on-regression', 'never'] as const;
export type CommentMode = (typeof commentModes)[number];

/** Name and default of each input, as in `action.yml`. */
export const inputDefaults = {
  config: 'tune.yml',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow language
  'github-token': '${{ github.token }}',
  'working-directory': '.',
  id: '',
  comment: 'always',
  'recreate-comment': 'false',
  'accept-label': 'accept-regression',
  artifact: 'tunegate',
  resume: 'true',
  propose: 'true',
  'fail-on-regression': 'true',
  'fail-on-error': 'true',
  'fail-on-missing-baseline': 'false',
} as const;
export type InputName = keyof typeof inputDefaults;

/** An input that cannot be read; the message names it and says what is allowed. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the inputs as the runner passes them (INPUT_* variables).
 *
 * @throws {InputError} for a value outside the input's range
 */
export function readInputs(env: Environment = process.env): Inputs {
  return {
    config: text(env, 'config'),
    githubToken: input(env, 'github-token'),
    workingDirectory: text(env, 'working-directory'),
    id: checkId(input(env, 'id')),
    comment: oneOf(env, 'comment', commentModes),
    recreateComment: boolean(env, 'recreate-comment'),
    acceptLabel: text(env, 'accept-label'),
    artifact: text(env, 'artifact'),
    resume: boolean(env, 'resume'),
    propose: boolean(env, 'propose'),
    failOnRegression: boolean(env, 'fail-on-regression'),
    failOnError: boolean(env, 'fail-on-error'),
    failOnMissingBaseline: boolean(env, 'fail-on-missing-baseline'),
  };
}

function input(env: Environment, name: InputName): string {
  return (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
}

/** An empty value means the default: `with: config: ${{ inputs.config }}` is empty when the outer input is unset. */
function text(env: Environment, name: InputName): string {
  return input(env, name) || inputDefaults[name];
}

function boolean(env: Environment, name: InputName): boolean {
  const value = text(env, name);
  if (['true', 'True', 'TRUE'].includes(value)) return true;
  if (['false', 'False', 'FALSE'].includes(value)) return false;
  throw new InputError(`Input ${name}: expected true or false (YAML 1.2), found ${shown(value)}`);
}

function oneOf<T extends string>(env: Environment, name: InputName, allowed: readonly T[]): T {
  const value = text(env, name);
  const found = allowed.find((mode) => mode === value);
  if (found !== undefined) return found;
  throw new InputError(`Input ${name}: expected one of ${allowed.join(', ')}, found ${shown(value)}`);
}

function checkId(id: string): string {
  // It becomes part of a check's name, which branch protection rules spell out.
  if (/^[\w .:/@+-]{0,60}$/.test(id)) return id;
  throw new InputError(
    `Input id: expected at most 60 letters, digits, spaces or any of . _ : / @ + -, found ${shown(id)}`,
  );
}

function shown(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
