import { type Document, isMap, type Node, Scalar, visit, type YAMLError } from 'yaml';
import type { Finding } from './finding.ts';

/** What the YAML parser complains of, in words for people who know YAML from examples. */

type Words = Omit<Finding, 'path' | 'atKey'>;

/** What a file is: a spec, or the values that ship today, which a spec may keep in a file of their own. */
export type Kind = 'a spec' | 'a file of values';

/** An empty spec can be written anew; of anything else nobody but its owner knows what belongs there. */
export function emptyFile(kind: Kind, file: string): Words {
  if (kind === 'a file of values')
    return {
      message: 'this file is empty, and should hold the values that ship today',
      expected: 'a mapping of parameters to values; {} where the `default`s of the spec are what ships',
    };
  const where = file === 'tune.yml' ? '' : ` --config ${file}`;
  return { message: 'the spec is empty', suggestion: `write one with: tunegate init --force${where}` };
}

export function nestedTooDeep(levels: number): Words {
  return { message: 'this is nested too deeply', expected: `at most ${levels} levels` };
}

export function syntaxWords({ code, message }: YAMLError, kind: Kind): Words {
  const plain = message.replace(/\s+at line \d+.*$/s, '').trim();
  const words: Words = { message: `not valid YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}` };
  switch (code) {
    case 'TAB_AS_INDENT':
      return { message: 'YAML is indented with spaces, and this is a tab' };
    case 'MULTIPLE_DOCS':
      return { message: `the file holds several YAML documents; ${kind} is one` };
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: 'not valid YAML: a second mapping begins inside this value',
        suggestion: 'if it is one text put it in quotes; if not, look at the indentation of the next line',
      };
    case 'BAD_SCALAR_START':
      return { ...words, suggestion: 'put the value in quotes' };
    default:
      return message.includes('same column')
        ? { message: 'this key does not begin in the same column as the keys beside it' }
        : words;
  }
}

/** Offset of the bracket or quote that is never closed, if that is what an error is about. */
export function unclosedAt(error: YAMLError, document: Document, text: string): number | undefined {
  if (!/closing|end with a/.test(error.message)) return undefined;
  const [before] = error.pos;
  let found: number | undefined;
  const consider = ({ range }: Node, closing: string) => {
    const [start, end] = range ?? [0, 0];
    const closed = end - start > 1 && text.slice(start, end).trimEnd().endsWith(closing);
    if (start < before && end >= before && !closed) found = Math.max(found ?? 0, start);
  };
  visit(document, {
    Collection: (_, node) => {
      if (node.flow) consider(node, isMap(node) ? '}' : ']');
    },
    Scalar: (_, node) => {
      if (node.type === Scalar.QUOTE_DOUBLE) consider(node, '"');
      if (node.type === Scalar.QUOTE_SINGLE) consider(node, "'");
    },
  });
  return found;
}
