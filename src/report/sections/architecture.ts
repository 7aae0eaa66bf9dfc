import { architectureOf, countBlocks, type DrawnBlock, type Stack } from '../architecture.ts';
import type { Board } from '../board.ts';
import type { Results } from '../results.ts';
import {
  type Everywhere,
  folded,
  inHtml,
  inMarkdown,
  inMermaid,
  literal,
  mermaidBlock,
  paragraph,
  type Safe,
} from '../safe.ts';
import { counted } from '../words.ts';

/** A row of so many blocks can still be read; more go downwards, folded. */
const mostInRow = 7;
/** More than so many are no picture. */
const mostBlocks = 100;
/** Settings of a block, and characters of a label's line. */
const mostSettings = 8;
const mostCharacters = 32;

/** A drawing of the winning architecture, where the space has repeats: mermaid, which GitHub draws. */
export function architectureSection({ space }: Results, { recommended }: Board): readonly Safe<'block'>[] {
  if (!recommended) return [];
  const { say, name } = inMarkdown;
  return architectureOf(space, recommended.config).flatMap((stack) => {
    const count = countBlocks(stack.blocks);
    if (count > mostBlocks) return [];
    const drawing = mermaidBlock(mermaid(stack));
    return count > mostInRow
      ? [
          folded(
            inHtml.say`${inHtml.name(stack.name)} of trial ${inHtml.name(`#${recommended.trial}`)}, drawn`,
            [drawing],
          ),
        ]
      : [paragraph(say`Its ${name(stack.name)}:`), drawing];
  });
}

/**
 * A flowchart of blocks from input to output; those of a stage stand in a box. Its arrows are thick ones: the thin would end a comment
 * of HTML, which no text of ours may.
 */
export function mermaid({ blocks }: Stack): readonly Safe<'mermaid'>[] {
  const { say } = inMermaid;
  const lines = [countBlocks(blocks) > mostInRow ? say`flowchart TD` : say`flowchart LR`, say`  in([input])`];
  const links: Safe<'mermaid'>[] = [];
  const skips: Safe<'mermaid'>[] = [];
  let last: Everywhere = literal`in`;
  let count = 0;
  let stages = 0;
  const open: Everywhere[] = [];
  const node = (block: DrawnBlock, indent: Everywhere) => {
    const id = literal`b${counted(count++)}`;
    lines.push(say`${indent}${id}["${label(block)}"]`);
    links.push(say`  ${last} ==> ${id}`);
    for (const from of open.splice(0)) skips.push(say`  ${from} -. skip .-> ${id}`);
    if (block.skip) open.push(last);
    last = id;
  };
  const place = (list: readonly DrawnBlock[], indent: Everywhere): void => {
    for (const block of list) {
      if (block.blocks.length === 0) {
        node(block, indent);
        continue;
      }
      lines.push(say`${indent}subgraph s${counted(stages++)}["${label(block)}"]`);
      place(block.blocks, literal`${indent}  `);
      lines.push(say`${indent}end`);
    }
  };
  place(blocks, literal`  `);
  for (const from of open) skips.push(say`  ${from} -. skip .-> out`);
  return [...lines, say`  out([output])`, ...links, say`  ${last} ==> out`, ...skips];
}

function label({ title, settings }: DrawnBlock): Safe<'mermaid'> {
  const { say, name: plain } = inMermaid;
  const shown = settings.filter(
    ([name, value]) => name !== 'skip' && value !== 'none' && value !== '0' && value !== 'false',
  );
  const more = shown.length > mostSettings ? [say`…`] : [];
  const rows = [
    plain(title, mostCharacters),
    ...shown
      .slice(0, mostSettings)
      .map(([name, value]) => plain(value === 'true' ? name : `${name} ${value}`, mostCharacters)),
    ...more,
  ];
  return rows.reduce((text, row) => say`${text}<br/>${row}`);
}
