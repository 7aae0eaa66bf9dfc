import { version } from '../version.ts';
import { explainIssues } from './explain.ts';
import { at, type Path } from './finding.ts';
import { specSchema, specVersion } from './schema.ts';
import { checkSections } from './semantics.ts';
import { type Place, Source } from './source.ts';
import type { Spec } from './spec.ts';

/**
 * Reads a spec from the text of its file (YAML, of which JSON is a part).
 *
 * @param path how messages name the file
 * @throws {SpecError} with everything that is wrong
 */
export function loadSpec(path: string, text: string): Spec {
  const source = new Source(path, text);
  const document = source.read();
  const found = at(document, ['version']);
  if (/^\d+$/.test(String(found)) && Number(found) > specVersion)
    throw source.error([
      {
        path: ['version'],
        message: `this spec is version ${found}; this Tunegate (${version}) reads version ${specVersion}`,
        suggestion: 'update Tunegate: the action in your workflow, or the tunegate package',
      },
    ]);
  const parsed = specSchema.safeParse(document);
  const findings = [
    ...(parsed.success ? [] : explainIssues(parsed.error.issues, document)),
    ...checkSections(document),
  ];
  if (!parsed.success || findings.length > 0) throw source.error(findings);
  const { $schema: _, ...spec } = parsed.data;
  return spec;
}

/** Where a value stands in the text of a spec; undefined when there is no such value. */
export function locate(text: string, path: Path): Place | undefined {
  return new Source('', text).place({ path }, true);
}
