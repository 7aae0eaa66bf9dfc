import * as core from '@actions/core';
import { z } from 'zod';

/** What main leaves for `post:`, in one place. Each save replaces the one before. */
const savedState = z.object({
  check: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('check'), id: z.int(), url: z.string().exactOptional() }),
    z.object({ kind: z.literal('status'), context: z.string() }),
    z.object({ kind: z.literal('none'), why: z.enum(['refused', 'unavailable']) }),
  ]),
  /** The check has its conclusion. */
  concluded: z.boolean(),
  /** What is to be said in a comment has been said. */
  commented: z.boolean().exactOptional(),
  /** Check, comment and summary are written: post has nothing to do. */
  reported: z.boolean().exactOptional(),
  /** Main was told to stop. */
  cancelled: z.boolean().exactOptional(),
  commentUrl: z.string().exactOptional(),
  /** Path of the study's journal, for a report of what was finished. */
  journal: z.string().exactOptional(),
});

export type SavedState = Readonly<z.infer<typeof savedState>>;

const key = 'tunegate';

export function saveState(state: SavedState): void {
  core.saveState(key, JSON.stringify(state));
}

/** What main saved; `undefined`: it ended before it began anything. */
export function loadState(): SavedState | undefined {
  const text = core.getState(key);
  if (!text) return undefined;
  try {
    return savedState.parse(JSON.parse(text));
  } catch {
    // Written by ourselves a moment ago: when it cannot be read, there is nothing better to do than nothing.
    return undefined;
  }
}
