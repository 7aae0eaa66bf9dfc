import path from 'node:path';
import { createSpace } from '../space/space.ts';
import { specError } from './load.ts';
import { withShipped } from './ship-config.ts';
import type { Spec } from './spec.ts';
import { readValues, type ValuesFile } from './values-file.ts';

/** The file that `values` of a spec names; `file` is relative to the spec. */
export type NamedValues = ValuesFile & { readonly file: string };

/**
 * The file that `values` names.
 *
 * @param named the spec's file, as messages name it
 * @param read the text of a file, by its path relative to the spec
 * @throws {SpecError} when it cannot be read
 */
export function valuesOf(
  { values }: Pick<Spec, 'values'>,
  named: { readonly path: string; readonly text: string },
  read: (file: string) => string,
): NamedValues | undefined {
  if (values === undefined) return undefined;
  const { file, at } = typeof values === 'string' ? { file: values, at: undefined } : values;
  const shown = path.join(path.dirname(named.path), file);
  try {
    return { path: shown, text: read(file), file, at: at?.split('.') ?? [] };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw specError(named.path, named.text, [
      {
        path: ['values', ...(typeof values === 'string' ? [] : ['file'])],
        message: code === 'ENOENT' ? `there is no file ${shown}` : `${shown} cannot be read: ${message}`,
        expected: 'a JSON or YAML file with the values that ship today, by its path relative to the spec',
        suggestion:
          'correct the path, or remove `values`: then the `default`s of the parameters are what ships',
      },
    ]);
  }
}

/**
 * The spec with the values of its file as defaults.
 *
 * @throws {SpecError} that names the file
 */
export function shippingValues<S extends Pick<Spec, 'params'>>(spec: S, values: NamedValues | undefined): S {
  if (!values) return spec;
  return { ...spec, params: withShipped(spec.params, readValues(values, createSpace(spec.params))) };
}
