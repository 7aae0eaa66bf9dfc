import { existsSync, statSync } from 'node:fs';
import * as core from '@actions/core';
import { fitStages, limits, type Stages } from './size.ts';

/**
 * Adds to the step's summary page: the richest stage that fits into what the step has left of its 1 MiB.
 *
 * @returns false where there is no such page (outside Actions, on some forges)
 */
export async function writeJobSummary(stages: Stages): Promise<boolean> {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file || !existsSync(file)) return false;
  const room = limits.jobSummary - statSync(file).size - 1;
  if (room < 1024) return false;
  await core.summary.addRaw(fitStages(stages, room), true).write();
  return true;
}
