import type { z } from 'zod';
import type { ParameterDefinitions } from '../space/parameter.ts';
import { explainKey } from './explain-key.ts';
import { at, type Finding, isMapping } from './finding.ts';
import { checkEnd, checkTime, checkTotalEpochs } from './rules/budget.ts';
import { checkConstraints } from './rules/constraints.ts';
import { checkGate } from './rules/gate.ts';
import { checkMetrics } from './rules/metric.ts';
import { checkParams, noParams, noParamsDriven } from './rules/params.ts';
import {
  checkCandidates,
  checkDriven,
  checkInherit,
  checkOneMetric,
  checkProxies,
  checkRungs,
  checkStarts,
  checkTryFirst,
} from './rules/search.ts';
import { checkMetricFiles, checkTrial, findsParameters } from './rules/trial.ts';
import { checkUnused, checkWithoutEffect } from './rules/unused-settings.ts';
import { budgetSchema } from './schema/budget.ts';
import { definitionsSchema } from './schema/params.ts';
import { searchSchema } from './schema/search.ts';
import { trialFile } from './schema/trial.ts';
import { startsOf } from './task.ts';

/**
 * What a schema cannot say: values against each other, names, conditions, what a budget needs. What is sound in itself
 * is looked at by the rules of each section, whatever is wrong with the rest, so that all problems come at once.
 *
 * @param driven another program trains and ends the search: no code is looked into for parameters, and no budget is needed
 */
export function checkSections(document: unknown, driven = false): Finding[] {
  const trial = soundPart(trialFile, 'trial', document);
  const params = soundPart(definitionsSchema, 'params', document);
  const budget = soundPart(budgetSchema.prefault({}), 'budget', document);
  const search = searchSchema.prefault({}).safeParse(at(document, ['search'])).data;
  const absent = isMapping(document) && at(document, ['params']) === undefined;
  const includes = at(document, ['include']) !== undefined;
  const discovers = trial !== undefined && findsParameters(trial.data, absent && !includes);
  const found = discovers && !driven;
  const inParams =
    absent || !params
      ? absent && !found && !includes
        ? [discovers ? noParamsDriven : noParams]
        : []
      : checkParams(params.data, params.broken);
  const whole =
    (params?.broken.size === 0 || absent) && inParams.length === 0 ? (params?.data ?? {}) : undefined;
  return [
    ...(trial ? checkTrial(trial.data, trial.broken, driven) : []),
    ...(trial && budget && !trial.broken.has('metrics') && !budget.broken.has('workers')
      ? checkMetricFiles(trial.data, budget.data)
      : []),
    ...(search && driven ? checkDriven(search) : []),
    ...(search && trial && !driven
      ? [...checkProxies(search, trial.data), ...checkInherit(search, trial.data)]
      : []),
    ...(search ? checkCandidates(search) : []),
    ...checkMetrics(document),
    ...checkConstraints(document),
    ...(search ? checkOneMetric(search, document) : []),
    ...inParams,
    ...(whole && !found ? checkFirst(document, whole) : []),
    ...(budget ? checkTime(budget.data) : []),
    ...checkGate(document),
    ...(budget && !budget.broken.has('epochs') ? checkTotalEpochs(budget.data) : []),
    ...(search && budget && !budget.broken.has('epochs') ? checkRungs(search, budget.data) : []),
    ...(search ? checkUnused(search, budget?.data, document) : []),
    ...(search ? checkWithoutEffect(search, budget?.data, document) : []),
    ...(!driven && budget && whole && !budget.broken.has('time') && !budget.broken.has('trials')
      ? checkEnd(budget.data, search?.repeats ?? false, found ? undefined : whole)
      : []),
  ];
}

function checkFirst(document: unknown, params: ParameterDefinitions): Finding[] {
  const starts = startsOf(document);
  return starts ? checkStarts(starts, params) : checkTryFirst(at(document, ['search', 'try-first']), params);
}

/**
 * What a schema accepts of a section when the keys with problems are left out, and those keys (with what they are meant
 * to be); undefined when that is nothing.
 */
function soundPart<T>(
  schema: z.ZodType<T>,
  section: string,
  document: unknown,
): { readonly data: T; readonly broken: ReadonlySet<string> } | undefined {
  const value = at(document, [section]);
  const whole = schema.safeParse(value);
  if (whole.success) return { data: whole.data, broken: new Set() };
  if (value === null || typeof value !== 'object') return undefined;
  const broken = whole.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys.flatMap((key) => [key, explainKey(key, [section], document).meant ?? key])
      : [String(issue.path[0] ?? '')],
  );
  const rest = Object.fromEntries(Object.entries(value).filter(([key]) => !broken.includes(key)));
  const part = schema.safeParse(rest);
  return part.success ? { data: part.data, broken: new Set(broken) } : undefined;
}
