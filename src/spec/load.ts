import type { z } from 'zod';
import { version } from '../version.ts';
import { explainIssues } from './explain.ts';
import { at, type Path } from './finding.ts';
import { atInclude, checkFragments, withFragments } from './fragments.ts';
import { drivenSpecSchema, specSchema, specVersion } from './schema.ts';
import { checkSections } from './semantics.ts';
import { type Place, Source } from './source.ts';
import type { DrivenSpec, Spec } from './spec.ts';
import { checkTask, withTask } from './task.ts';

/**
 * Reads a spec from the text of its file (YAML, of which JSON is a part).
 *
 * @param path how messages name the file
 * @throws {SpecError} with everything that is wrong
 */
export function loadSpec(path: string, text: string): Spec {
  const { $schema: _, include: __, task, ...spec } = load(path, text, specSchema, false);
  // The module of a task is its data: that is what messages name.
  return task && 'module' in spec.trial
    ? { ...spec, trial: { ...spec.trial, module: task.data, task } }
    : spec;
}

/**
 * Reads a spec for a search that another program drives: it needs no `trial` (of which only `resume` counts), and no budget
 * either, since it is asked for as long as somebody asks.
 *
 * @throws {SpecError} with everything that is wrong
 */
export function loadDrivenSpec(path: string, text: string): DrivenSpec {
  const {
    $schema: _,
    include: __,
    task: ___,
    gate: ____,
    ...spec
  } = load(path, text, drivenSpecSchema, true);
  return spec;
}

function load<Schema extends z.ZodType>(
  path: string,
  text: string,
  schema: Schema,
  driven: boolean,
): z.output<Schema> {
  const source = new Source(path, text);
  const written = source.read();
  const document = withTask(withFragments(written));
  const found = at(document, ['version']);
  if (/^\d+$/.test(String(found)) && Number(found) > specVersion)
    throw source.error([
      {
        path: ['version'],
        message: `this spec is version ${found}; this Tunegate (${version}) reads version ${specVersion}`,
        suggestion: 'update Tunegate: the action in your workflow, or the tunegate package',
      },
    ]);
  const parsed = schema.safeParse(document);
  const findings = [
    ...(parsed.success ? [] : explainIssues(parsed.error.issues, document)),
    ...checkFragments(written),
    ...checkTask(written),
    ...checkSections(document, driven),
  ];
  if (!parsed.success || findings.length > 0)
    throw source.error(findings.map((finding) => atInclude(finding, written)));
  return parsed.data;
}

/** Where a value stands in the text of a spec; undefined when there is no such value. */
export function locate(text: string, path: Path): Place | undefined {
  return new Source('', text).place({ path }, true);
}
