import { at, type Finding, isMapping } from './finding.ts';
import { forecasting } from './tasks/forecasting.ts';
import { imageClassification, imageRegression } from './tasks/image.ts';
import type { TaskKind } from './tasks/kind.ts';
import { tabularClassification, tabularRegression } from './tasks/tabular.ts';
import { textClassification, textRegression } from './tasks/text.ts';

/** What Tunegate knows to train by itself. */
export const taskTypes = [
  'tabular-classification',
  'tabular-regression',
  'text-classification',
  'text-regression',
  'time-series-forecasting',
  'image-classification',
  'image-regression',
] as const;

const kinds: Readonly<Record<(typeof taskTypes)[number], TaskKind>> = {
  'tabular-classification': tabularClassification,
  'tabular-regression': tabularRegression,
  'text-classification': textClassification,
  'text-regression': textRegression,
  'time-series-forecasting': forecasting,
  'image-classification': imageClassification,
  'image-regression': imageRegression,
};

/** A document with what its `task` stands for: module, metric, parameters and configs to begin with. */
export function withTask(document: unknown): unknown {
  if (!isMapping(document) || document['task'] === undefined) return document;
  const type = at(document, ['task', 'type']);
  const [trial, search, params] = ['trial', 'search', 'params'].map((key) => document[key] ?? {});
  const kind = kinds[taskTypes.find((name) => name === type) ?? 'tabular-classification'];
  return {
    ...document,
    trial: isMapping(trial) ? withModule(trial, kind) : trial,
    metric: document['metric'] ?? kind.metric,
    params: isMapping(params) ? { ...kind.params, ...params } : params,
    search: isMapping(search) ? { 'try-first': kind.starts, ...search } : search,
  };
}

/** Which module that is says the task, once the document is read. A trial that is another kind is told apart. */
function withModule(
  trial: Readonly<Record<string, unknown>>,
  { backend }: TaskKind,
): Readonly<Record<string, unknown>> {
  return trialKeys.some((key) => trial[key] !== undefined)
    ? trial
    : { module: './task.js', backend, ...trial };
}

/** The configs that its task begins with, where a document does not say itself what to try first. */
export function startsOf(document: unknown): TaskKind['starts'] | undefined {
  const first = at(document, ['search', 'try-first']);
  return Object.values(kinds).find(({ starts }) => starts === first)?.starts;
}

const trialKeys = ['module', 'keras', 'python', 'run'];

/** What a task leaves no room for. */
export function checkTask(document: unknown): Finding[] {
  const task = at(document, ['task']);
  if (task === undefined) return [];
  const outside = [...trialKeys.map((key) => ['trial', key]), ['include']]
    .filter((path) => at(document, path) !== undefined)
    .map((path) => ({
      path,
      atKey: true,
      message: `a spec with \`task\` has no \`${path.join('.')}\`: the task brings its own model`,
      suggestion: `remove \`task\` to train a model of your own, or \`${path.join('.')}\``,
    }));
  return [...outside, ...missingTarget(task), ...foreignKeys(task), ...lackingKeys(task), ...wrongTest(task)];
}

/** Of a folder with a folder for each class, and of some arrays, there is no column to name. */
function missingTarget(task: unknown): Finding[] {
  if (!isMapping(task) || task['target'] !== undefined) return [];
  const { type, data } = task;
  const kind = kinds[taskTypes.find((name) => name === type) ?? 'tabular-classification'];
  if (kind.mayLackTarget) return [];
  if (kind.folders && typeof data === 'string' && !/\.\w+$/.test(data)) return [];
  return [
    {
      path: ['task'],
      atKey: true,
      message: 'task has no `target`',
      expected: '`target:` The column to predict.',
    },
  ];
}

/** Keys that only other types of task have. */
function foreignKeys(task: unknown): Finding[] {
  if (!isMapping(task)) return [];
  const type = taskTypes.find((name) => name === task['type']);
  if (!type) return [];
  return Object.keys(task).flatMap((key) => {
    const having = taskTypes.filter((name) => kinds[name].keys.includes(key));
    if (having.length === 0 || having.includes(type)) return [];
    return {
      path: ['task', key],
      atKey: true,
      message: `a task of type ${type} has no \`${key}\``,
      suggestion: `remove it: it belongs to ${having.join(', ')}`,
    };
  });
}

/** Keys that this type of task cannot do without. */
function lackingKeys(task: unknown): Finding[] {
  if (!isMapping(task)) return [];
  const type = taskTypes.find((name) => name === task['type']);
  return (type ? (kinds[type].needs ?? []) : [])
    .filter((key) => task[key] === undefined)
    .map((key) => ({
      path: ['task'],
      atKey: true,
      message: `a task of type ${type} needs \`${key}\``,
      suggestion: key === 'time' ? 'name the column of times' : `add it: \`${key}: 12\`, say`,
    }));
}

/** Only times come in steps that can be counted off. */
function wrongTest(task: unknown): Finding[] {
  if (!isMapping(task) || task['type'] === 'time-series-forecasting') return [];
  const { test } = task;
  return typeof test === 'number' && test > 0.5
    ? [
        {
          path: ['task', 'test'],
          message: 'task.test must be at most 0.5',
          expected: 'a share of the rows, at most 0.5',
          found: String(test),
        },
      ]
    : [];
}
