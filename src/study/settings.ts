import { together } from '../plural.ts';
import { fingerprint } from './fingerprint.ts';
import type { StudyRecord } from './record.ts';

/** Keys of a spec as people write them, each with a short value or the fingerprint of a longer one. */
export type Settings = NonNullable<StudyRecord['settings']>;
type Setting = Settings[string];

/** What of a spec shapes a trial, beside its parameters. */
export interface Shaping {
  /** Its `trial`, or where another program trains what is said of that. */
  readonly trained: Readonly<Record<string, unknown>>;
  readonly search: Readonly<Record<string, unknown>>;
  readonly epochs: number | undefined;
}

/** The keys that shape a trial. */
export function settingsOf({ trained, search, epochs }: Shaping): Settings {
  const trial = (trained['trial'] ?? trained) as Readonly<Record<string, unknown>>;
  const { script, keras, passEnv, task, ...rest } = trial;
  const own = {
    ...rest,
    'pass-env': passEnv,
    // What the loaded spec has under one name.
    [keras ? 'keras' : 'python']: script,
  };
  return Object.fromEntries([
    // What trains may name a secret, or have it.
    ...set(own).map(([key, value]) => [`trial.${key}`, hashed(value)]),
    ...set({ task }).map(([key, value]) => [key, hashed(value)]),
    ...set(search).map(([key, value]) => [`search.${key}`, isShort(value) ? value : hashed(value)]),
    ...set({ 'budget.epochs': epochs }),
  ]);
}

function set(keys: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(keys).filter(([, value]) => value !== undefined);
}

function hashed(value: unknown): Setting {
  return { hash: fingerprint(value) };
}

function isShort(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && value.length < 40)
  );
}

/**
 * What differs between two specs that have not the same fingerprint, in words.
 *
 * @param said keys whose difference has been said already
 */
export function settingChanges(
  was: Settings | undefined,
  is: Settings | undefined,
  said: readonly string[],
): string[] {
  const unknown = 'the rest of the spec (how a trial runs, how the search works) is not the same';
  // A seed that is not the same is a spec that is not the same, whatever else is.
  if (!was || !is) return said.length > 0 ? [] : [unknown];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((key) => fingerprint(was[key]) !== fingerprint(is[key]))
    .sort();
  if (keys.length === 0) return [unknown];
  const further = keys.filter((key) => !said.includes(key));
  const long = further.filter((key) => isLong(was[key]) || isLong(is[key]));
  return [
    ...(long.length > 0 ? [`${together(long)} ${long.length === 1 ? 'is' : 'are'} not the same`] : []),
    ...further
      .filter((key) => !long.includes(key))
      .map((key) => `${key} was ${was[key] ?? 'not set'} and is now ${is[key] ?? 'not set'}`),
  ];
}

function isLong(setting: Setting | undefined): boolean {
  return typeof setting === 'object';
}
