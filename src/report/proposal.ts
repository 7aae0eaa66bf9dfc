import type { Config } from '../space/parameter.ts';
import { recommend } from '../study/front.ts';
import { leaderboard } from './board.ts';
import { confirmationWords } from './confirmation-words.ts';
import type { Results } from './results.ts';
import { block, blocks, inCell, inLine, inMarkdown, paragraph, type Safe } from './safe.ts';
import { confirmationDetails } from './sections/confirmation.ts';
import { leaderboardSection } from './sections/leaderboard.ts';
import { runDetails } from './sections/run-details.ts';
import { table, valueCell } from './table.ts';

/** Results in which a better config than the incumbent was confirmed. */
export interface Recommendation {
  readonly results: Results & Required<Pick<Results, 'confirmation'>>;
  readonly incumbent: Config;
  readonly config: Config;
}

/** What the results recommend to ship instead of the incumbent: only what fresh seeds have shown to be better. */
export function recommendation(results: Results): Recommendation | undefined {
  const { confirmation, space, study } = results;
  if (!confirmation?.improved || !space.incumbent) return undefined;
  // A trade-off is for people to choose: what is worse in another metric is not proposed.
  if (study.more?.length && recommend(study)?.reason === 'compromise') return undefined;
  const trial = study.trials.find((item) => item.role === 'search' && item.trial === confirmation.trial);
  if (!trial) return undefined;
  return { results: { ...results, confirmation }, incumbent: space.incumbent, config: trial.config };
}

/** One plain line: «Tune digits: val_accuracy 0.974, up from what ships today». */
export function proposalTitle({ results }: Recommendation): string {
  const { say, name } = inLine;
  return say`Tune ${name(results.study.name, 60)}: better ${name(results.study.metric.name, 60)}`;
}

/**
 * Evidence for a pull request with better values, in several lengths, the richest first.
 *
 * @param file that the pull request changes
 */
export function renderProposal(
  given: Recommendation,
  file = given.results.specPath,
): readonly [Safe<'block'>, ...Safe<'block'>[]] {
  const { results } = given;
  const board = leaderboard(results);
  const { say, name } = inMarkdown;
  const first = [
    paragraph(
      say`A longer search of ${name(results.study.name)} found values that are better than what ships today. ${confirmationWords(results, results.confirmation, inMarkdown)}`,
    ),
    changes(given),
    paragraph(
      say`Merging this changes these values in ${name(file, 200)} and nothing else. Tunegate keeps this pull request up to date while it is open, and does not propose the same values again once it is closed.`,
    ),
  ];
  const full = [
    ...first,
    confirmationDetails(results),
    ...leaderboardSection(results, board, { top: 10, rest: false, columns: 8 }),
    runDetails(results),
  ];
  return [document(full), document([...first, confirmationDetails(results)]), document(first)];
}

/** Every value that would change. */
function changes({ results, incumbent, config }: Recommendation): Safe<'block'> {
  const { say } = inCell;
  const rows = results.space.parameters
    .filter(({ path }) => incumbent[path] !== config[path])
    .map(({ path }) => [inCell.name(path), valueCell(incumbent[path]), valueCell(config[path])]);
  return table([[say`parameter`, say`today`, say`proposed`], ...rows], 'lrr');
}

function document(items: readonly (Safe<'block'> | undefined)[]): Safe<'block'> {
  return block`${blocks(items)}\n`;
}
