import type { z } from 'zod';
import { closestWord } from './closest.ts';
import { type Finding, list, name, type Path, show } from './finding.ts';
import { parameterAround } from './sections.ts';
import { foreignValue } from './words.ts';

type Issue = z.core.$ZodIssue;
type Words = Omit<Finding, 'path' | 'atKey'>;

/** What follows from the issue alone. */
export function byIssue(issue: Issue, path: Path, found: unknown): Words {
  const subject = name(path);
  switch (issue.code) {
    case 'invalid_value': {
      const values = issue.values.map(String);
      const [only] = values;
      const foreign =
        typeof found === 'string' || typeof found === 'boolean'
          ? foreignValue(String(path.at(-1)), String(found))
          : undefined;
      const near = typeof found === 'string' && values.length > 1 ? closestWord(found, values) : undefined;
      return {
        message: `${subject} cannot be ${show(found)}`,
        expected: values.length === 1 ? only! : `one of ${list(values)}`,
        found: show(found),
        ...(foreign && values.includes(foreign)
          ? { suggestion: `here this is written \`${foreign}\`` }
          : near
            ? { suggestion: `did you mean ${JSON.stringify(near)}?` }
            : String(found) === only
              ? { suggestion: `write it without quotes: ${only}` }
              : {}),
      };
    }
    case 'too_small':
    case 'too_big': {
      if (issue.code === 'too_small' && (issue.origin === 'string' || issue.origin === 'array'))
        return {
          message: `${subject} is empty`,
          expected: issue.origin === 'string' ? 'at least one character' : 'at least one item',
        };
      const [word, bound] =
        issue.code === 'too_small'
          ? [issue.inclusive ? 'at least' : 'more than', issue.minimum]
          : [issue.inclusive ? 'at most' : 'less than', issue.maximum];
      const text = typeof found === 'string';
      return {
        message: text ? `${subject} is too long` : `${subject} is out of range`,
        expected: `${word} ${bound}${text ? ' characters' : ''}`,
        found: text ? `${found.length} characters` : show(found),
      };
    }
    case 'invalid_type':
      return wrongType(subject, issue.expected, found, parameterAround(path) !== undefined);
    case 'invalid_union': {
      const kinds = issue.errors.flatMap(([first]) => (first ? kindOf(first) : []));
      return {
        message: `${subject} cannot be ${show(found)}`,
        expected: kinds.length > 0 ? oneOf([...new Set(kinds)]) : anyValue,
        found: show(found),
      };
    }
    default:
      return {
        message: `${subject} cannot be ${show(found)}`,
        expected: anyValue,
        found: show(found),
      };
  }
}

const anyValue = 'text, a number, true or false';

/** What one of several forms of a value is, by what is wrong with another. */
function kindOf(issue: Issue): readonly string[] {
  if (issue.path.length > 0) return [];
  if (issue.code === 'invalid_type') return [typeWords[issue.expected] ?? issue.expected];
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

const typeWords: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
  object: 'a mapping',
  record: 'a mapping',
  array: 'a list',
};

function wrongType(subject: string, wanted: string, found: unknown, inParameter: boolean): Words {
  const expected = typeWords[wanted] ?? wanted;
  const finding = { message: `${subject} is not ${expected}`, expected, found: show(found) };
  const numeric = wanted === 'number' || wanted === 'int';
  if (numeric && typeof found === 'string') {
    const plain = found.trim().replace(/(?<=\d)[_,](?=\d{3}(\D|$))/g, '');
    return plain !== '' && Number.isFinite(Number(plain))
      ? {
          ...finding,
          suggestion: `write it without quotes${plain === found.trim() ? '' : ' and separators'}: ${plain}`,
        }
      : finding;
  }
  if (numeric && typeof found === 'number' && !Number.isFinite(found))
    return { ...finding, message: `${subject} is not a finite number`, expected: 'a finite number' };
  if (wanted === 'int' && typeof found === 'number' && inParameter)
    return { ...finding, suggestion: 'for fractions use `type: float`' };
  if (wanted === 'boolean' && typeof found === 'string' && /^(yes|no|on|off|true|false)$/i.test(found))
    return {
      ...finding,
      suggestion: `${/^(true|false)$/i.test(found) ? 'in quotes' : 'in YAML 1.2'} that is text; write ${/^(yes|on|true)$/i.test(found)}`,
    };
  if (wanted === 'boolean' && (found === 0 || found === 1))
    return { ...finding, suggestion: `write ${found === 1}` };
  if (wanted === 'string' && (typeof found === 'number' || typeof found === 'boolean'))
    return { ...finding, suggestion: inQuotes(found) };
  return finding;
}

export function inQuotes(found: unknown): string {
  // A number may be written in other digits than JavaScript shows.
  return typeof found === 'boolean' ? `put it in quotes: "${found}"` : 'put it in quotes';
}
