import type { z } from 'zod';
import type { ParameterDefinitions } from '../space/parameter.ts';
import { at, type Finding, isMapping } from './finding.ts';
import { checkEnd, checkTime, checkTotalEpochs, limits } from './rules/budget.ts';
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
import { type SoundPart, soundPart } from './sound-part.ts';
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
  const search = soundSearch(document);
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
    ...(params && !found ? checkFirst(document, params, whole !== undefined) : []),
    ...(budget ? checkTime(budget.data, budget.broken) : []),
    ...checkGate(document),
    ...(budget && !budget.broken.has('epochs') ? checkTotalEpochs(budget.data) : []),
    ...(search && budget && !budget.broken.has('epochs') ? checkRungs(search, budget.data) : []),
    ...(search ? checkUnused(search, budget?.data, document) : []),
    ...(search ? checkWithoutEffect(search, budget?.data, document) : []),
    ...(!driven && budget && whole && !limits.some((limit) => budget.broken.has(limit))
      ? checkEnd(budget.data, search ?? unsaid, found ? undefined : whole)
      : []),
  ];
}

function checkFirst(
  document: unknown,
  { data, broken }: SoundPart<ParameterDefinitions>,
  isWhole: boolean,
): Finding[] {
  // There is nothing to have values of, which is said already.
  if (Object.keys(data).length + broken.size === 0) return [];
  const starts = startsOf(document);
  if (starts) return isWhole ? checkStarts(starts, data) : [];
  return checkTryFirst(at(document, ['search', 'try-first']), data, isWhole ? undefined : broken);
}

/** A search of which nothing is said. */
const unsaid = searchSchema.parse({});

/** Keys of a search on which it depends what its others mean. */
const decisive = ['strategy', 'early-stopping', 'inherit', 'proxies', 'population', 'repeats'];

/** What can be looked at of the search, whatever is wrong with the rest of it. */
function soundSearch(document: unknown): z.output<typeof searchSchema> | undefined {
  const part = soundPart(searchSchema.prefault({}), 'search', document);
  return part && !decisive.some((key) => part.broken.has(key)) ? part.data : undefined;
}
