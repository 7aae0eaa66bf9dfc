import { createSpace } from '../space/space.ts';
import { withShipped } from './ship-config.ts';
import type { Spec } from './spec.ts';
import { readValues, type ValuesFile } from './values-file.ts';

/** The file that `values` of a spec names; `file` is relative to the spec. */
export type NamedValues = ValuesFile & { readonly file: string };

/** The file that `values` names. */
export function valuesOf(
  { values }: Pick<Spec, 'values'>,
  read: (file: string) => { readonly path: string; readonly text: string },
): NamedValues | undefined {
  if (values === undefined) return undefined;
  const { file, at } = typeof values === 'string' ? { file: values, at: undefined } : values;
  return { ...read(file), file, at: at?.split('.') ?? [] };
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
