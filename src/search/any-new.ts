import type { RandomStream } from '../math/random.ts';
import { plural } from '../plural.ts';
import { enumerateConfigs } from '../space/enumerate.ts';
import type { Config } from '../space/parameter.ts';
import { sampleConfig, sampleConfigWith } from '../space/sample.ts';
import type { Space } from '../space/space.ts';

/** So many are drawn before what is left is listed. */
const DRAWS = 64;
/** Up to this size a space is listed then. */
const QUICKLY_LISTED = 1000;
/** Up to this size it is listed when so many more draws found nothing. */
const ENUMERABLE = 200_000;
const SOME_DRAWS = 400;
/** Where it is larger, so many more are drawn. */
const MORE_DRAWS = 5000;

/** Why a finite space has nothing left, of so many configs. */
export function allTried(size: number): string {
  return size === 1
    ? 'the one config of the space was tried'
    : `all ${plural(size, 'config')} of the space were tried`;
}

/**
 * A random config that was not tried: by drawing; then by turns among those with a certain parameter, which by chance may be active in
 * next to none; where few are left by listing them, if the space is not too large. Undefined where none is found.
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
  const { dimensions, size } = space;
  const more = size <= QUICKLY_LISTED ? 0 : size <= ENUMERABLE ? SOME_DRAWS : MORE_DRAWS;
  for (let tries = 0; tries < more; tries++) {
    const wanted = dimensions[stream.integer(dimensions.length)]!.parameter;
    const config = sampleConfigWith(space, stream, wanted);
    if (isNew(config)) return config;
  }
  return size <= ENUMERABLE ? anyListed(space, stream, isNew) : undefined;
}

/** One of those left, each as likely, in one pass (reservoir sampling). */
function anyListed(
  space: Space,
  stream: RandomStream,
  isNew: (config: Config) => boolean,
): Config | undefined {
  let chosen: Config | undefined;
  let seen = 0;
  for (const config of enumerateConfigs(space))
    if (isNew(config) && stream.integer(++seen) === 0) chosen = config;
  return chosen;
}
