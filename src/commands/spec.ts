import path from 'node:path';
import { initialise } from '../init/init.ts';
import { plural } from '../report/words.ts';
import { discovers, readSpec } from '../session/load-spec.ts';
import { orderHint } from '../spec/hints.ts';
import { print } from './output.ts';

/** Says that a spec is fine, and what there is in it; what is wrong with it is thrown. */
export function validate(flags: { readonly config: string }): void {
  const { text, spec, space } = readSpec(path.resolve(flags.config), flags.config);
  const size = space.size === Number.POSITIVE_INFINITY ? 'an endless space' : plural(space.size, 'config');
  const searched = discovers(spec)
    ? '; its code says what there is to search, when it runs'
    : `, ${plural(space.parameters.length, 'parameter')}, ${size}`;
  print(`${flags.config} is fine: ${spec.name}${searched}.`);
  const hint = orderHint(text, spec.params);
  if (hint !== undefined) print(hint);
  if (discovers(spec) || space.incumbent) return;
  const missing = space.missingDefaults;
  print(
    `No incumbent: ${missing.join(', ')} ${missing.length === 1 ? 'has' : 'have'} no default, so the gate has nothing to train.`,
  );
}

/** Writes a spec and a workflow. */
export async function init(flags: { readonly config: string; readonly force?: boolean }): Promise<void> {
  const { found, written, kept } = await initialise(process.cwd(), flags.config, flags.force);
  for (const file of written) print(`wrote ${file}`);
  for (const file of kept) print(`kept  ${file} (it exists; --force overwrites it)`);
  const { training } = found;
  print(training ? `\nFound ${training.file}.` : '\nNo training program was found: name yours in the spec.');
  print(
    `Next: look through ${flags.config}, then\n  tunegate validate --config ${flags.config}\n  tunegate run --config ${flags.config}`,
  );
}
