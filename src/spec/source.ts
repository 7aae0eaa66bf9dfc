import {
  type Alias,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml';
import { closestWord } from './closest.ts';
import { isUtf16 } from './encoding.ts';
import type { Finding, Path } from './finding.ts';
import { type Problem, SpecError } from './problem.ts';
import { type RepeatedKey, withoutRepeated } from './repeated-keys.ts';
import { emptyFile, type Kind, nestedTooDeep, syntaxWords, unclosedAt } from './yaml-words.ts';

/** Where something stands: counted from 1; `endColumn` is the column after the last character on the same line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

type Words = Omit<Finding, 'path' | 'atKey'>;
type KeyedPair = Pair<Node, Node | null>;

/** A spec is written by hand; what is longer or deeper is a mistake or an attack. */
const longestText = 1024 ** 2;
const deepestNesting = 100;
const mostAliases = 100;

/** The text of a spec, or of the values that it names: its plain data, and the place of everything in it. */
export class Source {
  readonly #file: string;
  readonly #kind: Kind;
  readonly #text: string;
  readonly #texts: readonly string[];
  /** Offset of the first character of each line. */
  readonly #starts: readonly number[];
  readonly #document: ReturnType<typeof parseDocument>;
  /** Keys that stand in their mapping already. */
  readonly #twice: Problem[] = [];

  constructor(file: string, text: string, kind: Kind = 'a spec') {
    this.#file = file;
    this.#kind = kind;
    this.#text = text.replace(/^\uFEFF/, '').slice(0, longestText + 1);
    this.#texts = this.#text.split(/\r?\n/);
    this.#starts = [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.#document = parseDocument(this.#text, {
      merge: true,
      prettyErrors: false,
      resolveKnownTags: false,
      // No warnings on the process's own output; errors are kept.
      logLevel: 'error',
    });
  }

  /**
   * The document as plain data.
   *
   * @throws {SpecError} when it is not YAML that can be read
   */
  read(): unknown {
    const data = this.readOn();
    if (this.isAmbiguous) throw this.error([]);
    return data;
  }

  /**
   * The same, although keys may stand twice: the first one counts. `isAmbiguous` says so then, and each `error` has them
   * among its problems: what else is wrong need not wait for them.
   *
   * @throws {SpecError} when it is not YAML that can be read
   */
  readOn(): unknown {
    this.#checkText();
    this.#checkSyntax();
    if (this.#document.contents === null)
      throw this.error([{ path: [], ...emptyFile(this.#kind, this.#file) }]);
    this.#checkNodes();
    let data: unknown;
    try {
      data = this.#document.toJS({ maxAliasCount: mostAliases });
    } catch (error) {
      if (error instanceof RangeError) throw this.error([{ path: [], ...nestedTooDeep(deepestNesting) }]);
      // All else that `toJS` throws at is refused above.
      throw this.error([
        {
          path: [],
          message: `the aliases of this file multiply into far more than ${this.#kind}`,
          suggestion: 'write them out instead of nesting aliases',
        },
      ]);
    }
    // A chain of aliases is deeper than the text that it stands in.
    if (isDeeper(data, deepestNesting)) throw this.error([{ path: [], ...nestedTooDeep(deepestNesting) }]);
    return data;
  }

  /** Whether some key stands twice in its mapping. */
  get isAmbiguous(): boolean {
    return this.#twice.length > 0;
  }

  /** Findings with their places, in the order of the file. */
  error(findings: readonly Finding[]): SpecError {
    const problems = findings.map((finding) => {
      const { path, atKey: _, unused: __, ...words } = finding;
      const written = finding.found === undefined ? undefined : this.#numberAsWritten(path);
      return this.#problem(
        { ...words, ...(written === undefined ? {} : { found: written }) },
        this.place(finding) ?? this.#span(0, 1),
      );
    });
    const unique = new Map(
      [...this.#twice, ...problems].map((problem) => [
        `${problem.line}:${problem.column}:${problem.message}`,
        problem,
      ]),
    );
    return new SpecError([...unique.values()].sort((a, b) => a.line - b.line || a.column - b.column));
  }

  /** The place of a value, or of its key; of the nearest thing around it when it does not exist, unless `exact`. */
  place({ path, atKey = false }: Pick<Finding, 'path' | 'atKey'>, exact = false): Place | undefined {
    let node: unknown = this.#document.contents;
    let range = isNode(node) ? node.range : undefined;
    for (const [depth, key] of path.entries()) {
      const parent = this.#resolved(node);
      if (isMap(parent)) {
        const pair = this.#pair(parent, String(key));
        // One may stand there without its list.
        if (!pair && key === 0) continue;
        if (!pair) return exact ? undefined : this.#at(range);
        node = pair.value;
        // An empty value has no place of its own.
        const valueRange = isNode(node) && node.range?.[0] !== node.range?.[1] ? node.range : undefined;
        range = depth === path.length - 1 && atKey ? pair.key.range : (valueRange ?? pair.key.range);
      } else {
        node = isSeq(parent) ? parent.items[Number(key)] : undefined;
        if (!isNode(node)) return exact ? undefined : this.#at(range);
        range = node.range;
      }
    }
    return this.#at(range);
  }

  #checkText(): void {
    const refuse = (message: string, words: Partial<Words> = {}) =>
      this.error([{ path: [], message, ...words }]);
    const suggestion = 'save it as UTF-8';
    if (isUtf16(this.#text)) throw refuse('this file is in UTF-16', { expected: 'UTF-8', suggestion });
    if (this.#text.includes('\u0000') || this.#text.includes('\uFFFD'))
      throw refuse('this is not a text file in UTF-8', { suggestion });
    if (this.#text.length > longestText)
      throw refuse(`this file is too long for ${this.#kind}`, { expected: 'at most 1 MiB' });
  }

  #checkSyntax(): void {
    const { errors, warnings } = this.#document;
    const tooDeep = errors.find(({ message }) => message.includes('call stack'));
    if (tooDeep)
      throw new SpecError([this.#problem(nestedTooDeep(deepestNesting), this.#span(...tooDeep.pos))]);
    const isRepeated = ({ code }: YAMLError) => code === 'DUPLICATE_KEY';
    const starts = errors.filter(isRepeated).map(({ pos }) => this.#afterSpaces(pos[0]));
    const repeated = withoutRepeated(this.#document, new Set(starts));
    const twice = repeated.map((key) => this.#repeated(key));
    const unknown = starts.filter((start) => !repeated.some(({ key }) => key.range?.[0] === start));
    const problems = [
      ...errors.filter((error) => !isRepeated(error)).map((error) => this.#syntaxProblem(error)),
      ...unknown.map((start) =>
        this.#problem({ message: 'a key stands twice in this mapping' }, this.#span(start, start + 1)),
      ),
    ];
    const tags = warnings
      .filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
      .map(({ pos }) => {
        const tag = this.#text.slice(...pos).split(/[\s,{}[\]]/)[0];
        return this.#problem(
          { message: `the YAML tag ${tag} means nothing in ${this.#kind}`, suggestion: 'remove it' },
          this.#span(pos[0], pos[0] + (tag?.length ?? 1)),
        );
      });
    // What follows the first error of a line is mostly its echo.
    const first = [...problems, ...tags, ...twice].filter(
      ({ line }, i, all) => all.findIndex((other) => other.line === line) === i,
    );
    if (problems.length + tags.length > 0 || repeated.some(({ hasAnchor }) => hasAnchor))
      throw new SpecError(first.sort((a, b) => a.line - b.line));
    this.#twice.push(...twice);
  }

  #syntaxProblem(error: YAMLError): Problem {
    const [from, end] = error.pos;
    const start = this.#afterSpaces(from);
    const open = unclosedAt(error, this.#document, this.#text);
    if (open === undefined)
      return this.#problem(syntaxWords(error, this.#kind), this.#span(start, Math.max(end, start + 1)));
    const mark = this.#text[open]!;
    const closing = { '{': '}', '[': ']' }[mark] ?? mark;
    return this.#problem(
      { message: `this ${mark} is never closed`, expected: `a ${closing} that belongs to it` },
      this.#span(open, open + 1),
    );
  }

  #afterSpaces(offset: number): number {
    return offset + (/^ */.exec(this.#text.slice(offset, offset + 1000))?.[0].length ?? 0);
  }

  #repeated({ key, first }: RepeatedKey): Problem {
    return this.#problem(
      {
        message: `the key ${JSON.stringify(key.value)} stands twice in the same mapping`,
        suggestion: `it is already in line ${this.#lineAt(first.range?.[0] ?? 0)}; remove one of the two`,
      },
      this.#at(key.range),
    );
  }

  /** What YAML allows and a spec does not: see each message. */
  #checkNodes(): void {
    const problems: Problem[] = [];
    const refuse = (node: unknown, words: Words) => {
      problems.push(this.#problem(words, this.#at(isNode(node) ? node.range : undefined)));
    };
    const anchors: string[] = [];
    visit(this.#document, {
      Node: (_, node, around) => {
        // Each level is a mapping or list, and in a mapping also a pair.
        if (around.length > 2 * deepestNesting) {
          refuse(node, nestedTooDeep(deepestNesting));
          return visit.BREAK;
        }
        if (isAlias(node)) this.#checkAlias(node, around, anchors, refuse);
        else if (node.anchor) anchors.push(node.anchor);
        return undefined;
      },
      Pair: (_, { key }) => {
        const plain = this.#resolved(key);
        if (isCollection(plain)) refuse(key, { message: 'a key must be text', found: 'a list or a mapping' });
        if (isScalar(plain) && plain.value === '__proto__')
          refuse(key, {
            message: `no key of ${this.#kind} can be called __proto__`,
            expected: 'another name',
          });
      },
    });
    if (problems.length > 0) throw new SpecError(problems);
  }

  #checkAlias(
    alias: Alias,
    around: readonly unknown[],
    anchors: readonly string[],
    refuse: (node: unknown, words: Words) => void,
  ): void {
    const target = alias.resolve(this.#document);
    if (!target) {
      const near = closestWord(alias.source, anchors);
      refuse(alias, {
        message: `there is no anchor &${alias.source} above this alias`,
        ...(near ? { suggestion: `did you mean "*${near}"?` } : {}),
      });
    } else if (around.includes(target))
      refuse(alias, {
        message: `the alias *${alias.source} stands inside what it repeats, which has no end`,
      });
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.#document) : node;
  }

  /** The pair of a key, also where a merge key (`<<`) brings it. */
  #pair(map: YAMLMap, key: string): KeyedPair | undefined {
    const pairs = map.items.filter((item): item is KeyedPair => isNode(item.key));
    const keyOf = (pair: KeyedPair) => {
      const plain = this.#resolved(pair.key);
      return isScalar(plain) ? plain.value : undefined;
    };
    const own = pairs.find((pair) => String(keyOf(pair) ?? '') === key);
    if (own) return own;
    const merged = pairs
      .filter((pair) => isMerge(keyOf(pair)))
      .map((pair) => this.#resolved(pair.value))
      .flatMap((value): unknown[] => (isSeq(value) ? value.items : [value]))
      .map((value) => this.#resolved(value));
    for (const source of merged) {
      const found = isMap(source) ? this.#pair(source, key) : undefined;
      if (found) return found;
    }
    return undefined;
  }

  /** A number in the words of the file: 1e-1 and not 0.1. */
  #numberAsWritten(path: Path): string | undefined {
    let node: unknown = this.#document.contents;
    for (const key of path) {
      const parent = this.#resolved(node);
      node = isMap(parent)
        ? this.#pair(parent, String(key))?.value
        : isSeq(parent)
          ? parent.items[Number(key)]
          : undefined;
    }
    const plain = this.#resolved(node);
    return isScalar(plain) && typeof plain.value === 'number' && plain.type === Scalar.PLAIN
      ? plain.source?.slice(0, 60)
      : undefined;
  }

  #at(range: Node['range'] | undefined): Place {
    const [start, end] = range ?? [0, 1];
    return this.#span(start, end);
  }

  #span(start: number, end: number): Place {
    const from = Math.min(start, Math.max(0, this.#text.length - 1));
    const line = this.#lineAt(from);
    const column = from - this.#starts[line - 1]! + 1;
    // A value over several lines is marked to the end of its first.
    const width = this.#line(line).trimEnd().length;
    return { line, column, endColumn: Math.max(column + 1, Math.min(column + end - start, width + 1)) };
  }

  #lineAt(offset: number): number {
    return this.#starts.findLastIndex((start) => start <= offset) + 1;
  }

  #problem(words: Words, place: Place): Problem {
    return { file: this.#file, ...place, ...words, sourceLine: this.#line(place.line) };
  }

  #line(line: number): string {
    return this.#texts[line - 1] ?? '';
  }
}

/** Whether data has more levels than a number. What aliases share is walked again only when it lies deeper. */
function isDeeper(data: unknown, levels: number, reached = new Map<unknown, number>()): boolean {
  if (data === null || typeof data !== 'object') return false;
  if (levels === 0) return true;
  if ((reached.get(data) ?? Number.POSITIVE_INFINITY) <= levels) return false;
  reached.set(data, levels);
  return Object.values(data).some((value) => isDeeper(value, levels - 1, reached));
}

function isMerge(key: unknown): boolean {
  return key === '<<' || (typeof key === 'symbol' && key.description === '<<');
}
