/** Calls to GitHub after the last trial, give or take: comments listed and written, the check, what is stored. */
const calls = 10;
/** What is done beside them: reports, outputs. */
const ownMs = 3_000;
/** A branch and a pull request beside them. */
const proposingMs = 6_000;
/** Slower than this GitHub is only while it is broken. */
const mostMs = 60_000;

/**
 * What posting a report will take, kept back of the budget of time, by what one call has taken at the beginning.
 *
 * @param callMs of one call to GitHub, milliseconds
 * @param proposes a pull request may be opened
 */
export function postingReserve(callMs: number, proposes: boolean): number {
  return Math.min(mostMs, ownMs + calls * callMs + (proposes ? proposingMs : 0));
}
