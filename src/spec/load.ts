import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { version } from '../version.ts';
import { at, explainIssue } from './explain.ts';
import type { Finding } from './finding.ts';
import { checkParams } from './parameter-rules.ts';
import { type Problem, SpecError } from './problem.ts';
import { definitionsSchema, specSchema, specVersion, trialSchema } from './schema.ts';
import { checkSemantics } from './semantics.ts';
import { type Spec, toSpec } from './spec.ts';
import { checkTrial } from './trial-rules.ts';

type Path = readonly (string | number)[];

/**
 * Reads a spec from the text of its file (YAML, of which JSON is a part).
 *
 * @param path how messages name the file
 * @throws {SpecError} with everything that is wrong
 */
export function loadSpec(path: string, text: string): Spec {
  const source = new Source(path, text);
  const document = source.read();
  const found = (document as { version?: unknown } | null)?.version;
  if (typeof found === 'number' && found > specVersion)
    throw source.error([
      {
        path: ['version'],
        message: `this spec is version ${found}, and this Tunegate (${version}) reads version ${specVersion}`,
        suggestion: 'update Tunegate: the action in your workflow, or the tunegate package',
      },
    ]);
  const parsed = specSchema.safeParse(document);
  if (!parsed.success) {
    const findings = parsed.error.issues.flatMap((issue) => explainIssue(issue, document));
    throw source.error([...findings, ...checkSections(document)]);
  }
  const findings = checkSemantics(parsed.data);
  if (findings.length > 0) throw source.error(findings);
  return toSpec(parsed.data);
}

/** What can be said of the sections that are sound in themselves, when the spec as a whole is not. */
function checkSections(document: unknown): Finding[] {
  const trial = trialSchema.safeParse(at(document, ['trial']));
  const params = definitionsSchema.safeParse(at(document, ['params']));
  return [
    ...(trial.success ? checkTrial(trial.data) : []),
    ...(params.success ? checkParams(params.data) : []),
  ];
}

/** Where a value stands in the file, counted from 1; undefined when there is no such value. */
export function locate(
  text: string,
  path: Path,
): { readonly line: number; readonly column: number; readonly endColumn: number } | undefined {
  return new Source('', text).place({ path, message: '' }, true);
}

class Source {
  readonly #file: string;
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #document: ReturnType<typeof parseDocument>;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text.replace(/^\uFEFF/, '');
    this.#lines = new LineCounter();
    this.#document = parseDocument(this.#text, {
      lineCounter: this.#lines,
      merge: true,
      prettyErrors: false,
    });
  }

  /** The document as plain data. */
  read(): unknown {
    if (this.#text.includes('\u0000') || this.#text.includes('\uFFFD'))
      throw this.error([
        { path: [], message: 'this is not a text file in UTF-8', suggestion: 'save it as UTF-8' },
      ]);
    const errors = this.#document.errors.map((error) =>
      this.#problem({ message: yamlMessage(error) }, error.pos[0], error.pos[1]),
    );
    if (errors.length > 0) throw new SpecError(errors);
    if (this.#document.contents === null)
      throw this.error([
        { path: [], message: 'the spec is empty', suggestion: 'write one with: tunegate init --force' },
      ]);
    // A key such as `[a]: 1`, which plain data cannot hold.
    visit(this.#document, {
      Pair: (_, { key }) => {
        if (isScalar(key) || isAlias(key) || !isNode(key)) return;
        const [start, end] = key.range ?? [0, 1];
        throw new SpecError([this.#problem({ message: 'a key must be text' }, start, end)]);
      },
    });
    let data: unknown;
    try {
      data = this.#document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      throw this.error([{ path: [], message: `the spec cannot be read: ${(error as Error).message}` }]);
    }
    return data;
  }

  error(findings: readonly Finding[]): SpecError {
    const problems = findings.map((finding) => {
      const place = this.place(finding) ?? { line: 1, column: 1, endColumn: 2 };
      const { path: _, atKey: __, ...words } = finding;
      return { file: this.#file, ...place, ...words, sourceLine: this.#line(place.line) };
    });
    const order = (problem: Problem) => problem.line * 1e6 + problem.column;
    const unique = problems.filter(
      (problem, i) =>
        problems.findIndex(
          (other) => other.message === problem.message && order(other) === order(problem),
        ) === i,
    );
    return new SpecError(unique.sort((a, b) => order(a) - order(b)));
  }

  /** The value at a path, or its key; when it does not exist, the nearest thing around it unless `exact`. */
  place(
    { path, atKey = false }: Finding,
    exact = false,
  ): { line: number; column: number; endColumn: number } | undefined {
    let node: unknown = this.#document.contents;
    let range = isNode(node) ? node.range : undefined;
    for (const [depth, key] of path.entries()) {
      if (isAlias(node)) node = node.resolve(this.#document);
      const last = depth === path.length - 1;
      if (isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
        if (!isPair(pair)) return exact ? undefined : this.#at(range);
        const keyRange = (pair.key as Node).range;
        const value = pair.value as Node | null;
        range =
          (last && atKey) || value?.range == null || value.range[0] === value.range[1]
            ? keyRange
            : value.range;
        node = value;
      } else if (isSeq(node)) {
        const item = node.items[key as number];
        if (!isNode(item)) return exact ? undefined : this.#at(range);
        range = item.range;
        node = item;
      } else return exact ? undefined : this.#at(range);
    }
    return this.#at(range);
  }

  #at(range: Node['range'] | undefined) {
    const [start, end] = range ?? [0, 1];
    return this.#span(start, end);
  }

  #span(start: number, end: number) {
    const from = this.#lines.linePos(Math.min(start, Math.max(0, this.#text.length - 1)));
    const line = Math.max(1, from.line);
    const column = Math.max(1, from.col);
    const width = this.#line(line).length;
    // A value over several lines is marked to the end of its first.
    return { line, column, endColumn: Math.max(column + 1, Math.min(column + end - start, width + 1)) };
  }

  #problem(words: { readonly message: string }, start: number, end: number): Problem {
    const place = this.#span(start, end);
    return { file: this.#file, ...place, ...words, sourceLine: this.#line(place.line) };
  }

  #line(line: number): string {
    return this.#text.split(/\r\n|\r|\n/)[line - 1] ?? '';
  }
}

function yamlMessage({ code, message }: { readonly code: string; readonly message: string }): string {
  const plain = message.replace(/\s+at line \d+.*$/s, '').trim();
  if (code === 'TAB_AS_INDENT') return 'YAML is indented with spaces, and this is a tab';
  if (code === 'DUPLICATE_KEY') return 'this key stands twice in the same mapping';
  if (code === 'MULTIPLE_DOCS') return 'the file holds several YAML documents; a spec is one';
  return `not valid YAML: ${plain}`;
}
