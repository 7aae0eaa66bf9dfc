import type { z } from 'zod';
import { byIssue, inQuotes } from './explain-issue.ts';
import { type Finding, name, type Path, show } from './finding.ts';
import { isParameter, parameterAround, sectionAt } from './sections.ts';
import { foreignValue } from './words.ts';

type Issue = z.core.$ZodIssue;
type Words = Omit<Finding, 'path' | 'atKey'>;

/** A value that cannot stand where it does. */
export function explainValue(issue: Issue, found: unknown): Words {
  const path = issue.path as Path;
  if (path.length === 0)
    return {
      message: 'the spec is not a mapping',
      expected: 'keys such as `name:`, `trial:`, `metric:`, `params:`',
      found: show(found),
    };
  if (isParameter(path)) return notAParameter(name(path), found);
  const parameter = parameterAround(path);
  const special = parameter
    ? insideParameter(path, path.slice(parameter.length), found)
    : insideSection(path, found);
  return special ?? byIssue(issue, path, found);
}

function notAParameter(subject: string, found: unknown): Words {
  const finding = {
    message: `${subject} is not the definition of a parameter`,
    expected: 'a mapping with `type:`, such as { type: float, min: 0, max: 1 }',
    found: show(found),
  };
  if (Array.isArray(found)) {
    const plain = found.every((item) => item !== null && typeof item !== 'object');
    return {
      ...finding,
      suggestion: `for a choice among these write { type: choice, values: ${plain && found.length > 0 ? flow(found) : '[…]'} }`,
    };
  }
  if (found !== null && typeof found !== 'object')
    return { ...finding, suggestion: `for a fixed value write { type: constant, value: ${scalar(found)} }` };
  return finding;
}

/** Values inside a definition that need words of their own. `rest`: the path from the definition on. */
function insideParameter(path: Path, rest: Path, found: unknown): Words | undefined {
  const subject = name(path);
  const [key, ...deeper] = rest;
  if (key === 'values' && deeper.length === 0 && !Array.isArray(found)) {
    const finding = { message: `${subject} is not a list`, expected: 'a list of values', found: show(found) };
    if (typeof found === 'string')
      return {
        ...finding,
        suggestion: `write [${found
          .trim()
          .split(/\s*,\s*/)
          .join(', ')}]`,
      };
    if (found !== null && typeof found === 'object')
      return { ...finding, suggestion: 'a choice whose values bring parameters of their own has `options`' };
    return { ...finding, suggestion: `write [${scalar(found)}]` };
  }
  if (key === 'values' && deeper.length === 1)
    return {
      message: `${subject} is not a value`,
      expected: 'text, a number, true or false',
      found: show(found),
      ...(found === null ? { suggestion: 'if it is a text, put it in quotes' } : {}),
    };
  if (key === 'options' && deeper.length === 0)
    return {
      message: `${subject} is not a mapping`,
      expected:
        'each option and below it its parameters: { sgd: { momentum: { type: float, … } }, adam: {} }',
      found: show(found),
      ...(Array.isArray(found)
        ? { suggestion: `without parameters of their own: values: ${flow(found)}` }
        : {}),
    };
  if (key === 'options' && deeper.length === 1)
    return {
      message: `${subject} is not a mapping of parameters`,
      expected: 'the parameters that exist only under this option, or {} when there are none',
      found: show(found),
    };
  if (key === 'of')
    return {
      message: `${subject} is not a mapping of parameters`,
      expected: 'the parameters of one block, such as { units: { type: int, min: 8, max: 64 } }',
      found: show(found),
    };
  if (key === 'when') return insideWhen(path, deeper, found);
  if (key === 'default' && deeper.length === 1)
    return {
      message: `${subject} is not a block`,
      expected: 'a mapping of parameter to value, such as { units: 64 }',
      found: show(found),
    };
  if (key === 'default' && found !== null && typeof found === 'object')
    return {
      message: `${subject} is not one value`,
      expected: 'the one that ships today',
      found: show(found),
    };
  if (key === 'default' && found === null)
    return {
      message: `${subject} is empty`,
      expected: 'the value that ships today',
      suggestion: 'remove the key when there is none',
    };
  return undefined;
}

function insideWhen(path: Path, deeper: Path, found: unknown): Words | undefined {
  if (deeper.length === 0)
    return {
      message: `${name(path)} is not a mapping`,
      expected: 'parameter: value, such as `when: { optimizer: sgd }`',
      found: show(found),
    };
  if (deeper.length > 1 && typeof deeper[1] === 'string') return undefined;
  return {
    message: `the condition on ${String(deeper[0])} is not a test`,
    expected: 'a value, a list of values, or a range such as { min: 2 }',
    found: show(found),
  };
}

const durations = new Set(['budget.time', 'trial.timeout', 'trial.grace', 'trial.idle']);
const sizes = new Set(['trial.output', 'trial.memory', 'budget.disk']);

/** Values of the other sections that need words of their own. */
function insideSection(path: Path, found: unknown): Words | undefined {
  const subject = name(path);
  const finding = { message: `${subject} cannot be ${show(found)}`, found: show(found) };
  if (durations.has(subject))
    return {
      message: `${subject} is not a duration`,
      expected: 'a number with a unit, such as 15m, 90s or 1h30m, or a number of seconds',
      found: show(found),
      ...asDuration(found),
    };
  if (sizes.has(subject))
    return {
      message: `${subject} is not a size`,
      expected: 'at least 1KiB, such as 1MiB or 512KiB',
      found: show(found),
    };
  if (sectionAt(path) !== undefined && path.length === 1) return notASection(subject, found);
  switch (subject) {
    case 'trial.run':
      return {
        ...finding,
        message: `${subject} is not a command`,
        expected: 'a list of program and arguments, such as [python, train.py]',
      };
    case 'trial.stdout':
      return { ...finding, expected: 'a regular expression, or a list of them' };
    case 'search.confirm':
      return { ...finding, expected: 'true, false, or a number of fresh seeds from 1 to 100' };
    case 'budget.workers':
      return { ...finding, expected: 'auto, or a whole number from 1 to 256' };
    case 'constraints':
      return {
        message: 'constraints is not a mapping',
        expected: 'metric: bounds, such as `latency_ms: { max: 20 }`',
        found: show(found),
      };
    case 'params':
      return {
        message: 'params is not a mapping',
        expected: 'name: definition, such as `learning_rate: { type: float, min: 1e-4, max: 0.1 }`',
        found: show(found),
        ...(Array.isArray(found)
          ? { suggestion: 'write the name of each as its key, without the dash' }
          : {}),
      };
    case 'gate.baseline':
      return typeof found === 'string'
        ? {
            ...finding,
            expected: 'one of auto, rerun, stored, file',
            suggestion: `a branch, tag or commit to compare with is written \`base: ${found}\``,
          }
        : undefined;
    case 'gate.confidence':
      return percent(finding, found) ?? undefined;
  }
  if (path[0] === 'metric' && typeof path[1] === 'number' && path.length === 2)
    return {
      message: `${subject} is not a mapping`,
      expected: 'the name and the goal of a metric',
      found: show(found),
      ...(typeof found === 'string'
        ? { suggestion: `write { name: ${scalar(found)}, goal: maximize }, or goal: minimize` }
        : {}),
    };
  if (path[0] === 'constraints' && path.length === 2)
    return {
      message: `${subject} is not a mapping`,
      expected: '`{ max: … }`, `{ min: … }` or both',
      found: show(found),
      ...(typeof found === 'number' ? { suggestion: `write { max: ${found} }, or { min: ${found} }` } : {}),
    };
  if (path[0] === 'trial' && path[1] === 'run') return argument(subject, found);
  if (path[0] === 'trial' && path[1] === 'env' && path.length === 3)
    return {
      message: `${subject} is not a value of a variable`,
      expected: 'text, a number, true or false',
      found: show(found),
      ...(found === null ? { suggestion: `for an empty variable write ${String(path[2])}: ""` } : {}),
    };
  return undefined;
}

/** A whole section that is one value: what people mean by it. */
function notASection(subject: string, found: unknown): Words {
  const text = typeof found === 'string' ? found.trim() : undefined;
  const finding = {
    message: `${subject} is not a mapping`,
    expected: `keys and values below \`${subject}:\``,
    found: show(found),
  };
  const write = (suggestion: string) => ({ ...finding, suggestion });
  if (subject === 'gate') {
    const words = {
      ...finding,
      message: 'gate is neither a mapping nor false',
      expected: '`gate: false`, or keys such as `max-drop:`',
    };
    if (found === true || /^(yes|on)$/i.test(text ?? ''))
      return { ...words, suggestion: 'the gate is on unless it is false: remove the line' };
    if (/^(no|off|none)$/i.test(text ?? '')) return { ...words, suggestion: 'write `gate: false`' };
    if (typeof found === 'number') return { ...words, suggestion: `write \`gate: { max-drop: ${found} }\`` };
    return found === null ? { ...words, suggestion: 'remove the line for the defaults' } : words;
  }
  if (found === null)
    return write(
      ['trial', 'metric'].includes(subject)
        ? 'something is missing below it; is it indented?'
        : 'remove the line, or write something below it',
    );
  if (subject === 'trial') {
    const command = text?.split(/\s+/) ?? (Array.isArray(found) ? found : []);
    if (text !== undefined && /^\S+\.[cm]?[jt]s$/.test(text))
      return write(`write \`trial: { module: ${text} }\``);
    if (command.length > 0) return write(`write \`trial: { run: ${flow(command)} }\``);
  }
  if (subject === 'metric' && Array.isArray(found) && found.length === 0)
    return {
      message: 'metric is an empty list',
      expected: 'one metric at least, such as `[{ name: loss, goal: minimize }]`',
    };
  if (subject === 'metric' && typeof found === 'string')
    return write(`write \`metric: { name: ${scalar(found)}, goal: maximize }\`, or \`goal: minimize\``);
  if (subject === 'search' && text !== undefined)
    return write(`write \`search: { strategy: ${foreignValue('strategy', text) ?? text} }\``);
  if (subject === 'budget' && text !== undefined) return write(`write \`budget: { time: ${text} }\``);
  if (subject === 'budget' && typeof found === 'number')
    return write(`write \`budget: { trials: ${found} }\``);
  return finding;
}

/** One argument of a command that YAML does not read as text. */
function argument(subject: string, found: unknown): Words {
  const finding = { message: `${subject} is not text`, expected: 'text', found: show(found) };
  if (found !== null && typeof found === 'object' && !Array.isArray(found)) {
    const [entry, ...others] = Object.entries(found);
    if (entry && others.length === 0 && entry[1] === null)
      return {
        ...finding,
        suggestion: `braces make a mapping in YAML; put the argument in quotes: "{${entry[0]}}"`,
      };
  }
  return found !== null && typeof found === 'object' ? finding : { ...finding, suggestion: inQuotes(found) };
}

function asDuration(found: unknown): { readonly suggestion?: string } {
  const match = /^(\d+(?:\.\d+)?)\s*(s|m|h|d)[a-z]*\.?$/i.exec(typeof found === 'string' ? found.trim() : '');
  return match ? { suggestion: `write ${match[1]}${match[2]!.toLowerCase()}` } : {};
}

function percent(finding: Words, found: unknown): Words | undefined {
  const share = typeof found === 'string' ? /^(\d+(?:\.\d+)?)\s*%$/.exec(found.trim())?.[1] : found;
  const value = Number(share);
  return value > 50 && value < 100
    ? {
        ...finding,
        expected: 'more than 0.5 and less than 1',
        suggestion: `${value} % is written ${Number((value / 100).toFixed(6))}`,
      }
    : undefined;
}

/** A list as YAML writes it in one line. */
function flow(items: readonly unknown[]): string {
  return `[${items.slice(0, 12).map(scalar).join(', ')}${items.length > 12 ? ', …' : ''}]`;
}

function scalar(value: unknown): string {
  const text = String(value).slice(0, 40);
  return typeof value === 'string' && !/^[A-Za-z_./-][\w./=-]*$/.test(text) ? JSON.stringify(text) : text;
}
