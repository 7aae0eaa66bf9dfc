import type { RandomStream } from '../math/random.ts';
import { plural } from '../plural.ts';
import { enumerateConfigs } from '../space/enumerate.ts';
import type { Config } from '../space/parameter.ts';
import { sampleConfig, sampleConfigWith } from '../space/sample.ts';
import type { Space } from '../space/space.ts';

/** So many are drawn before what is left is listed. */
const DRAWS = 64;
/** Up to this size a space is listed. */
const ENUMERABLE = 200_000;
/** Where it is larger, so many more are drawn. */
const MORE_DRAWS = 5000;

/** Why a finite space has nothing left, of so many configs. */
export function allTried(size: number): string {
  return size === 1
    ? 'the one config of the space was tried'
    : `all ${plural(size, 'config')} of the space were tried`;
}

/**
 * A random config that was not tried: by drawing; where few are left by listing them; and where these are too many by turns among
 * those with a certain parameter, which by chance may be active in next to none. Undefined where none is found.
 */
export function anyNew(
  space: Space,
  stream: RandomStream,
  isNew: (config: Config) => boolean,
): Config | undefined {
  for (let tries = 0; tries < DRAWS; tries++) {
    const config = sampleConfig(space, stream);
    if (isNew(config)) return config;
  }
  if (space.size <= ENUMERABLE) {
    // One of those left, each as likely, in one pass (reservoir sampling).
    let chosen: Config | undefined;
    let seen = 0;
    for (const config of enumerateConfigs(space))
      if (isNew(config) && stream.integer(++seen) === 0) chosen = config;
    return chosen;
  }
  const { dimensions } = space;
  for (let tries = 0; tries < MORE_DRAWS; tries++) {
    const wanted = dimensions[stream.integer(dimensions.length)]!.parameter;
    const config = sampleConfigWith(space, stream, wanted);
    if (isNew(config)) return config;
  }
  return undefined;
}
