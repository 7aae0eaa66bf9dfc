import { isNothingToChange } from '../../confirm/nothing-to-change.ts';
import type { Board } from '../board.ts';
import { configYaml } from '../config-yaml.ts';
import { replayCommand } from '../replay-command.ts';
import type { Results } from '../results.ts';
import { codeBlock, inMarkdown, paragraph, type Safe } from '../safe.ts';
import { architectureSection } from './architecture.ts';

/** The best config to paste, and how to train it again. */
export function bestConfig(results: Results, board: Board): readonly Safe<'block'>[] {
  const { recommended: best, incumbent } = board;
  if (!best || best === incumbent || isNothingToChange(results)) return [];
  const { say, name } = inMarkdown;
  return [
    paragraph(
      say`Config of trial ${name(`#${best.trial}`)}${results.space.incumbent ? say`; what differs from what ships today says what it was` : say``}:`,
    ),
    codeBlock(configYaml(results.space, best.config), { language: 'yaml', limit: 12_000 }),
    ...architectureSection(results, board),
    ...(results.driven
      ? []
      : [
          paragraph(say`To train it again:`),
          codeBlock(replayCommand(results, best.trial), { language: 'sh' }),
        ]),
  ];
}
