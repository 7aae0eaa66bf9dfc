import type { z } from 'zod';
import { version } from '../version.ts';
import { explainIssues } from './explain.ts';
import { at, type Finding, type Path } from './finding.ts';
import { atInclude, checkFragments, withFragments } from './fragments.ts';
import { checkOverrides, type Override, overridden } from './overrides.ts';
import type { SpecError } from './problem.ts';
import { drivenSpecSchema, specSchema, specVersion } from './schema.ts';
import { checkSections } from './semantics.ts';
import { type Place, Source } from './source.ts';
import type { DrivenSpec, Spec } from './spec.ts';
import { checkTask, withTask } from './task.ts';

/**
 * Reads a spec from the text of its file (YAML, of which JSON is a part).
 *
 * @param path how messages name the file
 * @param overrides what takes the place of values in it
 * @param searches whether it is for a search, with which overrides have to go, too
 * @throws {SpecError} with everything that is wrong
 * @throws {OverrideError} when only an override is
 */
export function loadSpec(
  path: string,
  text: string,
  overrides: readonly Override[] = [],
  searches = true,
): Spec {
  const { $schema: _, include: __, task, ...spec } = load(path, text, specSchema, false, overrides, searches);
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
  const { $schema: _, include: __, task: ___, gate, ...spec } = load(path, text, drivenSpecSchema, true);
  return gate ? { ...spec, confidence: gate.confidence } : spec;
}

function load<Schema extends z.ZodType>(
  path: string,
  text: string,
  schema: Schema,
  driven: boolean,
  overrides: readonly Override[] = [],
  searches = true,
): z.output<Schema> {
  const source = new Source(path, text);
  const written = source.readOn();
  const document = withTask(withFragments(written));
  const asked = at(document, ['version']);
  if (/^\d+$/.test(String(asked)) && Number(asked) > specVersion)
    throw source.error([
      {
        path: ['version'],
        message: `this spec is version ${asked}; this Tunegate (${version}) reads version ${specVersion}`,
        suggestion: 'update Tunegate: the action in your workflow, or the tunegate package',
      },
    ]);
  const found = check(document, schema, driven);
  const under = (some: readonly Override[]) => check(overridden(document, some), schema, driven);
  const findings = [
    ...(overrides.length === 0 ? found.findings : withoutGiven(found.findings, under(overrides).findings)),
    ...checkFragments(written),
    ...checkTask(written),
  ];
  if (!found.data || findings.length > 0 || source.isAmbiguous)
    throw source.error(findings.map((finding) => atInclude(finding, written)));
  if (overrides.length === 0) return found.data;
  checkOverrides(path, overrides, (some) =>
    under(some).findings.filter(({ ofSearch }) => searches || !ofSearch),
  );
  return under(overrides).data ?? found.data;
}

/** What is wrong with a spec, but for what overrides have given that it lacks. */
function withoutGiven(findings: readonly Finding[], under: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ lacks, message }) => !lacks || under.some((other) => other.message === message));
}

/** What a document says, undefined where the schema does not accept it; and everything that is wrong with it. */
function check<Schema extends z.ZodType>(
  document: unknown,
  schema: Schema,
  driven: boolean,
): { readonly data: z.output<Schema> | undefined; readonly findings: readonly Finding[] } {
  const parsed = schema.safeParse(document);
  return {
    data: parsed.data,
    findings: [
      ...(parsed.success ? [] : explainIssues(parsed.error.issues, document)),
      ...checkSections(document, driven),
    ],
  };
}

/** What shows only outside of a spec, such as a file that it names and that is not there, with its places in the text. */
export function specError(path: string, text: string, findings: readonly Finding[]): SpecError {
  return new Source(path, text).error(findings);
}

/** Says where a value stands in the text of a spec; undefined when there is no such value. */
export function placesIn(text: string): (path: Path) => Place | undefined {
  // Once for all of them: it takes as long as everything else that is done with a spec.
  const source = new Source('', text);
  return (path) => source.place({ path }, true);
}
