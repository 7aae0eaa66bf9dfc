import path from 'node:path';
import type { Annotation } from '../../github/api.ts';
import type { Config } from '../../space/parameter.ts';
import type { Space } from '../../space/space.ts';
import { defaultPlaces } from '../../spec/default-places.ts';
import { type ShippedConfig, shipConfig } from '../../spec/ship-config.ts';
import { shipValues, type ValuesFile, valuePlaces } from '../../spec/values-file.ts';

/** Where it is written what ships today: in the spec itself, or in the file that its `values` names. */
export interface ShippingFiles {
  /** Of the spec. */
  readonly text: string;
  readonly values?: ValuesFile & { readonly file: string };
}

/** Path of that file from the root, with `/`. */
export function shippingPath({ values }: ShippingFiles, specPath: string): string {
  const spec = specPath.split(path.sep).join('/');
  return values ? path.posix.join(path.posix.dirname(spec), values.file.split(path.sep).join('/')) : spec;
}

/** Its text. */
export function shippingText({ text, values }: ShippingFiles): string {
  return values?.text ?? text;
}

/**
 * The file with other values, and everything else in it as it was.
 *
 * @param text another version of the file, with other line breaks, say
 * @throws {ShipError}
 */
export function ship(
  files: ShippingFiles,
  space: Space,
  config: Config,
  text = shippingText(files),
): ShippedConfig {
  return files.values ? shipValues({ ...files.values, text }, space, config) : shipConfig(text, config);
}

/** Places of values in it: flat path of a parameter → place. */
export function shippingPlaces(
  { text, values }: ShippingFiles,
  space: Space,
  names: readonly string[],
): ReadonlyMap<string, Pick<Required<Annotation>, 'startLine' | 'startColumn' | 'endColumn'>> {
  const places = values ? valuePlaces(values, space, names) : defaultPlaces(text, names);
  return new Map(
    [...places].map(([name, { line, column, endColumn }]) => [
      name,
      { startLine: line, startColumn: column, endColumn },
    ]),
  );
}
