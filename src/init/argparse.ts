/** A command-line option that a Python program declares with argparse. */
export interface Option {
  /** Without the leading dashes. */
  readonly name: string;
  readonly type: 'int' | 'float' | 'choice' | 'bool';
  readonly default?: number | string | boolean;
  readonly choices?: readonly (string | number)[];
}

/** Options that name files, devices and bookkeeping: not what anybody tunes. */
const notTuned =
  /(^|[-_])(path|dir|file|folder|data|dataset|output|out|log|save|load|resume|checkpoint|device|gpu|gpus|cuda|workers|num_workers|threads|seed|verbose|debug|name|project|port|host|rank|config|epochs?|max_epochs|steps|print|interval|version|dry|eval|test)([-_]|$)/i;

/**
 * Reads `add_argument(...)` calls of a Python program, by their text: options with a literal default that a search could
 * tune. Whatever it does not understand it leaves out.
 */
export function readOptions(source: string): Option[] {
  const options: Option[] = [];
  for (const call of calls(source)) {
    const name = [...call.matchAll(/["']--([A-Za-z][\w-]*)["']/g)].map((match) => match[1]!).at(-1);
    if (!name || notTuned.test(name) || options.some((option) => option.name === name)) continue;
    const option = readOption(name, call);
    if (option) options.push(option);
  }
  return options;
}

/** The argument texts of all add_argument calls, parentheses balanced. */
function calls(source: string): string[] {
  const found: string[] = [];
  for (const match of source.matchAll(/\.add_argument\(/g)) {
    const start = match.index + match[0].length;
    let depth = 1;
    let end = start;
    for (; end < source.length && depth > 0; end++) {
      if (source[end] === '(') depth++;
      else if (source[end] === ')') depth--;
    }
    found.push(source.slice(start, end - 1));
  }
  return found;
}

function readOption(name: string, call: string): Option | undefined {
  const keyword = (key: string) => new RegExp(`\\b${key}\\s*=\\s*([^,()\\[\\]]+)`).exec(call)?.[1]?.trim();
  const choices = /\bchoices\s*=\s*[[(]([^\])]*)[\])]/.exec(call)?.[1];
  const fallback = literal(keyword('default'));
  if (choices !== undefined) {
    const values = choices
      .split(',')
      .map((text) => literal(text.trim()))
      .filter((value) => typeof value === 'string' || typeof value === 'number');
    if (values.length < 2) return undefined;
    const known = values.find((value) => value === fallback);
    return { name, type: 'choice', choices: values, ...(known === undefined ? {} : { default: known }) };
  }
  const type = keyword('type');
  if (type === 'float' || (type === undefined && typeof fallback === 'number' && !Number.isInteger(fallback)))
    return typeof fallback === 'number' ? { name, type: 'float', default: fallback } : undefined;
  if (type === 'int' || (type === undefined && typeof fallback === 'number'))
    return typeof fallback === 'number' ? { name, type: 'int', default: Math.trunc(fallback) } : undefined;
  return undefined;
}

function literal(text: string | undefined): string | number | boolean | undefined {
  if (text === undefined) return undefined;
  const quoted = /^(["'])(.*)\1$/.exec(text);
  if (quoted) return quoted[2]!;
  if (text === 'True' || text === 'False') return text === 'True';
  const number = Number(text.replaceAll('_', ''));
  return text !== '' && Number.isFinite(number) ? number : undefined;
}
