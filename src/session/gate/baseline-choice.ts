import type { BaseCommit } from '../../github/base-commit.ts';
import { findStored, type KnownBaseline, readBaselineFile, type StoredOptions } from './stored-baseline.ts';

/** What head is compared with. */
export type BaselineChoice =
  | {
      readonly kind: 'rerun';
      readonly base: Extract<BaseCommit, { found: true }>;
      readonly notices: readonly string[];
    }
  | { readonly kind: 'known'; readonly baseline: Extract<KnownBaseline, { found: true }> }
  | { readonly kind: 'none'; readonly reason: string; readonly notices: readonly string[] };

export interface BaselineChoiceOptions extends Omit<StoredOptions, 'store' | 'repo'> {
  /** Absent: there is no git repository, or none with a remote. */
  readonly repo?: StoredOptions['repo'];
  readonly store?: StoredOptions['store'];
}

/**
 * The baseline as `gate.baseline` wants it.
 *
 * | | first | else |
 * |---|---|---|
 * | `rerun` | the base commit, trained again | no baseline |
 * | `stored` | stored results of it or its nearest ancestor | the base commit, trained again, with a notice |
 * | `file` | the committed file | no baseline |
 * | `auto` | the base commit, trained again | stored results, then the file where there is one |
 */
export async function chooseBaseline(options: BaselineChoiceOptions): Promise<BaselineChoice> {
  const { base, gate } = options;
  const { baseline: mode } = gate;
  if (mode === 'file') return known(await readBaselineFile(options));
  if (mode === 'stored') {
    const stored = await ask(options);
    if (stored.found) return { kind: 'known', baseline: stored };
    if (!base.found)
      return { kind: 'none', reason: `${stored.reason} ${base.reason}`, notices: stored.notices };
    const why = `${stored.reason} So the base was trained again in this run.`;
    return { kind: 'rerun', base, notices: [...stored.notices, why] };
  }
  if (base.found) return { kind: 'rerun', base, notices: [] };
  if (mode === 'auto') {
    const stored = await ask(options);
    if (stored.found) return { kind: 'known', baseline: stored };
    const file = await readBaselineFile(options);
    if (file.found) return { kind: 'known', baseline: file };
  }
  return { kind: 'none', reason: base.reason, notices: [] };
}

function known(baseline: KnownBaseline): BaselineChoice {
  return baseline.found
    ? { kind: 'known', baseline }
    : { kind: 'none', reason: baseline.reason, notices: baseline.notices };
}

async function ask({ repo, store, ...options }: BaselineChoiceOptions): Promise<KnownBaseline> {
  if (repo && store) return await findStored({ ...options, repo, store });
  const reason = 'There is no remote repository that results could be stored in.';
  return { found: false, reason, notices: [] };
}
