import { nestConfig } from '../space/config.ts';
import type { Config } from '../space/parameter.ts';
import type { Space } from '../space/space.ts';

/** A block as a drawing shows it. All text in it is as hostile as the spec. */
export interface DrawnBlock {
  /** Its kind: the option that was chosen, or where it stands. */
  readonly title: string;
  /** Its other parameters and their values, in their order. */
  readonly settings: readonly (readonly [name: string, value: string])[];
  /** Of a stage: what it is made of. */
  readonly blocks: readonly DrawnBlock[];
  /** Its input is added to what it gives. */
  readonly skip: boolean;
}

/** A `repeat` at the top of the space, and its blocks in a config. */
export interface Stack {
  readonly name: string;
  readonly blocks: readonly DrawnBlock[];
}

/** Names under which a block says what it is, where no choice with options does. */
const kindNames = ['block', 'type', 'kind', 'layer', 'op', 'operation'];

/**
 * What a config makes of the repeats of a space: its architecture. Only stacks of two blocks and more: one block is no picture.
 */
export function architectureOf(space: Space, config: Config): readonly Stack[] {
  const tree = nestConfig(space, config);
  return space.parameters
    .filter(({ role, location }) => role === 'count' && location.length === 1)
    .flatMap(({ path }) => {
      const list = tree[path];
      return Array.isArray(list) ? [{ name: path, blocks: drawn(list, path) }] : [];
    })
    .filter(({ blocks }) => countBlocks(blocks) > 1);
}

/** Blocks, those of stages one by one. */
export function countBlocks(blocks: readonly DrawnBlock[]): number {
  return blocks.reduce((sum, { blocks: inner }) => sum + (inner.length > 0 ? countBlocks(inner) : 1), 0);
}

function drawn(list: readonly unknown[], name: string): DrawnBlock[] {
  return list.map((entry, index) => {
    const members = Object.entries(entry as Readonly<Record<string, unknown>>);
    const option = members.find(
      ([key, value]) => isTree(value) && (kindNames.includes(key) || lone(members)),
    );
    const kind =
      option ?? members.find(([key, value]) => kindNames.includes(key) && typeof value === 'string');
    const rest = members.filter((member) => member !== kind);
    const own = option ? Object.entries(option[1] as object).filter(([key]) => key !== 'type') : [];
    const all = [...own, ...rest];
    const title = option ? (option[1] as { type: unknown }).type : kind?.[1];
    return {
      title: title === undefined ? `${name} ${index + 1}` : String(title),
      settings: all.flatMap(([key, value]) => settingsOf(key, value)),
      blocks: all.flatMap(([key, value]) => (Array.isArray(value) ? drawn(value, key) : [])),
      skip: all.some(([key, value]) => key === 'skip' && value === true),
    };
  });
}

/** Whether one choice with options alone could be what the block is. */
function lone(members: readonly (readonly [string, unknown])[]): boolean {
  return (
    members.filter(([, value]) => isTree(value)).length === 1 &&
    !members.some(([key]) => kindNames.includes(key))
  );
}

function settingsOf(key: string, value: unknown): [string, string][] {
  if (Array.isArray(value)) return [];
  if (!isTree(value)) return [[key, String(value)]];
  const { type, ...inner } = value;
  return [[key, String(type)], ...Object.entries(inner).flatMap(([name, item]) => settingsOf(name, item))];
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
