/**
 * The lines of the new side of a file that a patch shows (context and additions), number → text: where a review comment
 * can stand.
 *
 * @param patch hunks as GitHub gives them for a file of a pull request
 */
export function changedLines(patch: string): ReadonlyMap<number, string> {
  const shown = new Map<number, string>();
  let line = 0;
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text);
    if (hunk) line = Number(hunk[1]);
    else if (line > 0 && (text.startsWith('+') || text.startsWith(' '))) shown.set(line++, text.slice(1));
  }
  return shown;
}
