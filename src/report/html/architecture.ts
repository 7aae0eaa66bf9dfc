import { architectureOf, type DrawnBlock } from '../architecture.ts';
import type { Board } from '../board.ts';
import type { Results } from '../results.ts';
import { html, inHtml, literal, type Safe } from '../safe.ts';

type Html = Safe<'html'>;
const { say, join, name } = inHtml;

/** Blocks that are drawn of one stack, those of stages included. */
const mostBlocks = 100;

/** The winning architecture as boxes in a row that wraps, from input to output. */
export function architectureFigures({ space }: Results, { recommended }: Board): readonly Html[] {
  if (!recommended) return [];
  return architectureOf(space, recommended.config).map((stack) => {
    const parts = [literal`input`, ...stack.blocks.slice(0, mostBlocks).map(box), literal`output`];
    const items = parts.map((part) => say`<li>${part}</li>`);
    return say`<figure><figcaption>${name(stack.name, 40)}</figcaption><ul class="blocks">${join(items, '')}</ul></figure>`;
  });
}

function box({ title, settings, blocks, skip }: DrawnBlock): Html {
  const lines = settings
    .filter(([key]) => key !== 'skip')
    .map(([key, value]) => say`<span>${html(`${key} ${value}`, 60)}</span>`);
  const shortcut = skip ? say`<span>+ its input</span>` : say``;
  const inner =
    blocks.length === 0
      ? say``
      : say`<ul class="blocks">${join(
          blocks.slice(0, mostBlocks).map((block) => say`<li>${box(block)}</li>`),
          '',
        )}</ul>`;
  return say`<div><strong>${html(title, 60)}</strong>${join(lines, '')}${shortcut}${inner}</div>`;
}
