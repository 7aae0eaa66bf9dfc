import type { ParameterDefinitions } from '../space/parameter.ts';
import { closestWord } from './closest.ts';
import { at, type Finding, isMapping, list, show } from './finding.ts';
import { efficientnet } from './fragments/efficientnet.ts';
import { imageAugmentation } from './fragments/image-augmentation.ts';
import { resnet } from './fragments/resnet.ts';
import { xception } from './fragments/xception.ts';

/** Parameters that a spec takes over by name, with `include`. */
export const fragments = {
  resnet,
  xception,
  efficientnet,
  'image-augmentation': imageAugmentation,
} as const satisfies Readonly<Record<string, ParameterDefinitions>>;

export const fragmentNames = Object.keys(fragments) as (keyof typeof fragments)[];

/** The fragments that a document includes, with their places; names that are none are left to the schema. */
function included(document: unknown): { readonly name: keyof typeof fragments; readonly index?: number }[] {
  const include = at(document, ['include']);
  const known = (name: unknown): name is keyof typeof fragments =>
    typeof name === 'string' && Object.hasOwn(fragments, name);
  if (known(include)) return [{ name: include }];
  return Array.isArray(include)
    ? include.flatMap((name: unknown, index) => (known(name) ? [{ name, index }] : []))
    : [];
}

/** A document with the parameters of what it includes before its own, which come instead of those of the same name. */
export function withFragments(document: unknown): unknown {
  const names = included(document);
  const own = at(document, ['params']);
  if (names.length === 0 || (own !== undefined && !isMapping(own))) return document;
  const params = Object.assign({}, ...names.map(({ name }) => fragments[name]), own);
  return { ...(document as object), params };
}

/** Names that are no fragment, and fragments that bring a parameter of one name which the spec does not define itself. */
export function checkFragments(document: unknown): Finding[] {
  const own = at(document, ['params']);
  const seen = new Map<string, string>();
  const twice = included(document).flatMap(({ name, index }): Finding[] =>
    Object.keys(fragments[name]).flatMap((parameter): Finding[] => {
      const other = seen.get(parameter);
      seen.set(parameter, name);
      if (other === undefined || (isMapping(own) && Object.hasOwn(own, parameter))) return [];
      return [
        {
          path: index === undefined ? ['include'] : ['include', index],
          message: `${other} and ${name} both have the parameter ${parameter}`,
          expected: `one of them, or a definition of ${parameter} in \`params\`, which comes before both`,
        },
      ];
    }),
  );
  return [...unknown(document), ...twice];
}

function unknown(document: unknown): Finding[] {
  const include = at(document, ['include']);
  const names = Array.isArray(include)
    ? include.map((name: unknown, index) => ({ name, path: ['include', index] }))
    : [{ name: include, path: ['include'] }];
  return names.flatMap(({ name, path }): Finding[] => {
    if (typeof name !== 'string' || Object.hasOwn(fragments, name)) return [];
    const near = closestWord(name, fragmentNames);
    return [
      {
        path,
        message: 'there is nothing of this name to include',
        expected: list(fragmentNames),
        found: show(name),
        ...(near ? { suggestion: `did you mean ${near}?` } : {}),
      },
    ];
  });
}

/** A finding where the document that was written has a place for it: what is wrong with an included parameter is at `include`. */
export function atInclude(finding: Finding, written: unknown): Finding {
  const [section, parameter] = finding.path;
  if (section !== 'params' || parameter === undefined || included(written).length === 0) return finding;
  return at(written, ['params', parameter]) === undefined
    ? { ...finding, path: ['include'], atKey: true }
    : finding;
}
