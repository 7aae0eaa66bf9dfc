import { architectureOf, countBlocks, type DrawnBlock, type Stack } from '../architecture.ts';
import type { Board } from '../board.ts';
import type { Results } from '../results.ts';
import { codeBlock, folded, inHtml, inMarkdown, paragraph, type Safe, visible } from '../safe.ts';

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
    const drawing = codeBlock(mermaid(stack), { language: 'mermaid', limit: 40_000 });
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
export function mermaid({ blocks }: Stack): string {
  const lines = [`flowchart ${countBlocks(blocks) > mostInRow ? 'TD' : 'LR'}`, '  in([input])'];
  const links: string[] = [];
  const skips: string[] = [];
  let last = 'in';
  let count = 0;
  let stages = 0;
  const open: string[] = [];
  const node = (block: DrawnBlock, indent: string) => {
    const id = `b${count++}`;
    lines.push(`${indent}${id}["${label(block)}"]`);
    links.push(`  ${last} ==> ${id}`);
    for (const from of open.splice(0)) skips.push(`  ${from} -. skip .-> ${id}`);
    if (block.skip) open.push(last);
    last = id;
  };
  const place = (list: readonly DrawnBlock[], indent: string): void => {
    for (const block of list) {
      if (block.blocks.length === 0) {
        node(block, indent);
        continue;
      }
      lines.push(`${indent}subgraph s${stages++}["${label(block)}"]`);
      place(block.blocks, `${indent}  `);
      lines.push(`${indent}end`);
    }
  };
  place(blocks, '  ');
  for (const from of open) skips.push(`  ${from} -. skip .-> out`);
  return [...lines, '  out([output])', ...links, `  ${last} ==> out`, ...skips].join('\n');
}

function label({ title, settings }: DrawnBlock): string {
  const shown = settings.filter(
    ([name, value]) => name !== 'skip' && value !== 'none' && value !== '0' && value !== 'false',
  );
  const more = shown.length > mostSettings ? ['…'] : [];
  return [
    plain(title),
    ...shown
      .slice(0, mostSettings)
      .map(([name, value]) => plain(value === 'true' ? name : `${name} ${value}`)),
    ...more,
  ].join('<br/>');
}

/** Letters, digits and a little punctuation: nothing that means something to mermaid, markdown or HTML. */
function plain(text: string): string {
  const line = visible(text, mostCharacters)
    .replace(/[^\p{L}\p{M}\p{N} _.,+−-]+/gu, '·')
    // «1. x» and «- x» would be lists.
    .replace(/\.(?!\d)/g, '·')
    .replace(/^[ -]+/, '')
    .replace(/--+/g, '-')
    .trim();
  return line === '' ? '·' : line;
}
