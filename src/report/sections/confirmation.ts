import { confirmationFormat } from '../confirmation-words.ts';
import type { Results } from '../results.ts';
import { type Everywhere, folded, inCell, inMarkdown, literal, paragraph, type Safe } from '../safe.ts';
import { type Cell, table } from '../table.ts';
import { withSign } from '../words.ts';

/** Every training on a fresh seed, and what was made of them. */
export function confirmationDetails(results: Results): Safe<'block'> | undefined {
  const { confirmation } = results;
  if (!confirmation) return undefined;
  const { candidates, final, trial, against } = confirmation;
  const format = confirmationFormat(confirmation);
  const score = (value: number | null | undefined): Everywhere =>
    value === undefined || value === null ? literal`failed` : format(value);
  const number = (of: number): Cell => inCell.name(`#${of}`);
  const { say, name } = inMarkdown;
  const seeds = candidates[0]?.scores.length ?? 0;
  const choice =
    seeds === 0
      ? undefined
      : table(
          [
            [
              literal`candidate`,
              literal`in the search`,
              ...Array.from({ length: seeds }, (): Cell => literal`fresh seed`),
            ],
            ...candidates.map((candidate): Cell[] => [
              number(candidate.trial),
              format(candidate.searchScore),
              ...candidate.scores.map(score),
            ]),
          ],
          `rr${'r'.repeat(seeds)}`,
        );
  const last = table(
    [
      against
        ? [literal`seed`, literal`what ships today`, number(trial), literal`difference`]
        : [literal`seed`, number(trial)],
      ...final.map(({ seed, recommended, incumbent }): Cell[] => [
        inCell.name(String(seed)),
        ...(against ? [score(incumbent)] : []),
        score(recommended),
        ...(against
          ? [
              recommended === undefined || incumbent === undefined
                ? literal`–`
                : withSign(recommended - incumbent, format),
            ]
          : []),
      ]),
    ],
    against ? 'rrrr' : 'rr',
  );
  return folded(literal`The best configs on fresh seeds`, [
    choice &&
      paragraph(
        say`The best of the search were trained again with seeds that the search had not seen; no other has a better mean than ${name(`#${trial}`)}.`,
      ),
    choice,
    paragraph(
      say`Its number comes from further seeds, which neither the search nor this choice has seen, so it is not the best of many.`,
    ),
    last,
  ]);
}
