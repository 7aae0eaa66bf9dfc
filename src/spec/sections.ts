import { at, type Path } from './finding.ts';
import { budgetSchema } from './schema/budget.ts';
import { constraintFile } from './schema/constraints.ts';
import { gateFile, gateMetricFile } from './schema/gate.ts';
import { metricSchema } from './schema/metric.ts';
import { metricFile } from './schema/metric-files.ts';
import { type ParameterType, parameterSchemas } from './schema/params.ts';
import { searchSchema } from './schema/search.ts';
import { taskFile } from './schema/task.ts';
import { trialFile } from './schema/trial.ts';
import { specSchema, valuesFile } from './schema.ts';
import type { Section } from './words.ts';

/** What keys the parts of a spec have. */

type Shape = Readonly<Record<string, { readonly description?: string | undefined }>>;

const shapes: Readonly<Record<Exclude<Section, 'parameter'>, Shape>> = {
  top: specSchema.shape,
  trial: trialFile.shape,
  metric: metricSchema.shape,
  search: searchSchema.shape,
  budget: budgetSchema.shape,
  gate: gateFile.shape,
};

export const parameterTypes: readonly string[] = Object.keys(parameterSchemas);

/** The section that a path leads to; undefined for anything smaller. */
export function sectionAt(path: Path): Section | undefined {
  if (path.length === 0) return 'top';
  if (isParameter(path)) return 'parameter';
  const key = String(path[0]);
  // One of several metrics.
  if (key === 'metric' && path.length === 2 && typeof path[1] === 'number') return 'metric';
  return path.length === 1 && key !== 'top' && Object.hasOwn(shapes, key) ? (key as Section) : undefined;
}

/** The keys that may stand at a path, with their descriptions; those of a parameter depend on its type. */
export function shapeAt(path: Path, document: unknown): Shape {
  const section = sectionAt(path);
  if (section === undefined) return ruleShapeAt(path);
  if (section !== 'parameter') return shapes[section];
  const type = at(document, [...path, 'type']);
  return isType(type) ? parameterSchemas[type].shape : {};
}

/** What smaller mappings say: of a task, of files, and of a metric by its name. */
function ruleShapeAt(path: Path): Shape {
  if (path.length === 1 && path[0] === 'task') return taskFile.shape;
  if (path.length === 1 && path[0] === 'values') return valuesFile.shape;
  const [first, second, index] = path;
  // One, or one of a list.
  if (first === 'trial' && second === 'metrics' && path.length === (typeof index === 'number' ? 3 : 2))
    return metricFile.shape;
  if (path.length === 3 && path[0] === 'gate' && path[1] === 'metrics') return gateMetricFile.shape;
  return path.length === 2 && path[0] === 'constraints' ? constraintFile.shape : {};
}

/** The sections, and the types of parameters, that know a key. */
export function ownersOf(key: string): {
  readonly sections: readonly Section[];
  readonly types: readonly string[];
} {
  return {
    sections: (Object.keys(shapes) as (keyof typeof shapes)[]).filter((section) =>
      Object.hasOwn(shapes[section], key),
    ),
    types: Object.entries(parameterSchemas)
      .filter(([, { shape }]) => Object.hasOwn(shape, key))
      .map(([type]) => type),
  };
}

export function isType(type: unknown): type is ParameterType {
  return typeof type === 'string' && Object.hasOwn(parameterSchemas, type);
}

/** Whether a path leads to the definition of a parameter: params.X, ….options.O.X, ….of.X */
export function isParameter(path: Path): boolean {
  return path.length > 0 && parameterAround(path)?.length === path.length;
}

/** The longest part of a path that leads to the definition of a parameter. */
export function parameterAround(path: Path): Path | undefined {
  if (path[0] !== 'params' || path.length < 2) return undefined;
  let end = 2;
  while (end < path.length) {
    if (path[end] === 'of' && end + 1 < path.length) end += 2;
    else if (path[end] === 'options' && end + 2 < path.length) end += 3;
    else break;
  }
  return path.slice(0, end);
}
