import { closest, distance } from 'fastest-levenshtein';
import { HyperParameterError } from '../hp.ts';
import { commonSettings } from './settings.ts';
import { templates } from './templates.ts';

/** One block of an architecture, with all that holds for it. */
export interface PlannedBlock {
  /** For messages: `blocks[2] (conv)`. */
  readonly place: string;
  readonly type: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

type Tree = Readonly<Record<string, unknown>>;

/** Deep networks have hundreds of blocks; what multiplies beyond this is a mistake. */
const mostBlocks = 512;

/** Every name that some kind of block takes. */
const known: ReadonlySet<string> = new Set([
  ...commonSettings,
  ...Object.values(templates).flatMap(({ parameters }) => parameters),
]);
const structural = ['block', 'blocks', 'type', 'repeats'];

/**
 * The blocks of an architecture in a row. A config is a list of blocks, or an object whose `blocks` is one; what stands beside
 * `blocks` holds for all of them, unless they say otherwise. A block is
 *
 * - `{ block: { type: 'conv', filters: 32 }, dropout: 0.1 }`: what a choice with `options` called `block` gives,
 * - `{ block: 'conv', filters: 32 }` or `{ type: 'conv', filters: 32 }`,
 * - a stage, `{ filters: 64, blocks: […] }`, whose blocks follow one another.
 *
 * `repeats: 3` has a block or stage three times; its stride and pooling are done the first time only.
 *
 * @throws HyperParameterError for what is no such config
 */
export function planBlocks(config: unknown): readonly PlannedBlock[] {
  const planned = Array.isArray(config)
    ? inRow(config, {}, 'blocks')
    : isTree(config) && Array.isArray(config['blocks'])
      ? inRow(config['blocks'], common(config), 'blocks')
      : undefined;
  if (planned === undefined)
    throw new HyperParameterError(
      'buildArchitecture needs a list of blocks, or a config with one called `blocks` (a `type: repeat` of that name in the spec)',
    );
  return planned;
}

function inRow(list: readonly unknown[], inherited: Tree, path: string): PlannedBlock[] {
  const planned = list.flatMap((entry, index) => one(entry, inherited, `${path}[${index}]`));
  if (planned.length > mostBlocks)
    throw new HyperParameterError(`${path} are ${planned.length} blocks, more than ${mostBlocks}`);
  return planned;
}

function one(entry: unknown, inherited: Tree, path: string): PlannedBlock[] {
  if (!isTree(entry))
    throw new HyperParameterError(
      `${path} must be an object such as { type: 'dense', units: 64 }, not ${JSON.stringify(entry)}`,
    );
  const own = { ...inherited, ...common(entry) };
  const once = Array.isArray(entry['blocks'])
    ? inRow(entry['blocks'], own, `${path}.blocks`)
    : [single(entry, own, path)];
  const repeats = entry['repeats'] ?? 1;
  if (typeof repeats !== 'number' || !Number.isInteger(repeats) || repeats < 1)
    throw new HyperParameterError(
      `repeats of ${path} must be a whole number of at least 1, not ${JSON.stringify(repeats)}`,
    );
  if (repeats > mostBlocks)
    throw new HyperParameterError(`${path} has ${repeats} repeats, more than ${mostBlocks}`);
  const again = once.map(({ settings, ...rest }) => ({
    ...rest,
    settings: { ...settings, stride: 1, pool: 'none' },
  }));
  return Array.from({ length: repeats }, (_, i) => (i === 0 ? once : again)).flat();
}

function single(entry: Tree, own: Tree, path: string): PlannedBlock {
  const chosen = entry['block'];
  const nested = isTree(chosen) ? chosen : undefined;
  const type = nested ? nested['type'] : (chosen ?? entry['type']);
  if (typeof type !== 'string')
    throw new HyperParameterError(
      `${path} does not say what kind of block it is: block: { type: … }, or type: … (${Object.keys(templates).join(', ')})`,
    );
  const template = Object.hasOwn(templates, type) ? templates[type] : undefined;
  if (!template)
    throw new HyperParameterError(
      `${path} is a "${type}", which is no kind of block.${near(type, Object.keys(templates))} There are ${Object.keys(templates).join(', ')}`,
    );
  const place = `${path} (${type})`;
  // What stands beside a choice of blocks is for those kinds that take it; what an option brings is for its own.
  const takes = [...template.parameters, ...commonSettings];
  checkNames(entry, [...known], takes, place);
  if (nested) checkNames(nested, takes, takes, place);
  const all = { ...own, ...nested };
  return {
    place,
    type,
    settings: Object.fromEntries(Object.entries(all).filter(([name]) => takes.includes(name))),
  };
}

function checkNames(tree: Tree, allowed: readonly string[], takes: readonly string[], place: string): void {
  for (const name of Object.keys(tree))
    if (!structural.includes(name) && !allowed.includes(name))
      throw new HyperParameterError(
        `${place} has ${name}, which it does not take.${near(name, allowed)} It takes ${takes.join(', ')}`,
      );
}

function near(name: string, names: readonly string[]): string {
  const best = closest(name, names);
  return distance(name, best) <= 3 ? ` Did you mean ${best}?` : '';
}

/** The settings of an entry that its blocks inherit. */
function common(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).filter(
      ([name, value]) => known.has(name) && !isTree(value) && !Array.isArray(value),
    ),
  );
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
