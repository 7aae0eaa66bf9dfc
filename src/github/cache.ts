import * as core from '@actions/core';

/** Why something could not be put into the cache of Actions. */
export type NotKept = 'no cache' | 'refused';

/**
 * Puts files into the cache of Actions, for later runs.
 *
 * @param workspace GITHUB_WORKSPACE, which the cache takes its paths from
 * @param paths relative to the workspace
 * @returns undefined when they are there; a key that is there already is refused, as is a run whose cache is read-only
 */
export async function keepInCache(
  workspace: string,
  paths: readonly string[],
  key: string,
): Promise<NotKept | undefined> {
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) return 'no cache';
  const before = process.cwd();
  try {
    process.chdir(workspace);
    return (await cache.saveCache([...paths], key)) === -1 ? 'refused' : undefined;
  } catch (error) {
    core.info(`The cache took nothing: ${(error as Error).message}`);
    return 'refused';
  } finally {
    process.chdir(before);
  }
}

/**
 * Brings back files from the cache of Actions, to where they were.
 *
 * @param paths as they were kept
 * @param prefix what the key begins with; of several the newest
 * @param patienceMs after which it is given up; what arrives later still changes the files
 */
export async function fetchFromCache(
  paths: readonly string[],
  prefix: string,
  patienceMs: number,
): Promise<boolean> {
  const cache = await import('@actions/cache');
  if (!cache.isFeatureAvailable()) return false;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  try {
    // The prefix itself is nobody's key.
    const found = cache.restoreCache([...paths], prefix, [prefix], { segmentTimeoutInMs: patienceMs });
    return (await Promise.race([found, patience])) !== undefined;
  } catch (error) {
    core.info(`The cache gave nothing: ${(error as Error).message}`);
    return false;
  } finally {
    clearTimeout(timer);
  }
}
