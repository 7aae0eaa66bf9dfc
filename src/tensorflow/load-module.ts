import Module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { initialize, isDependency, load, type ProvidedSources, resolve } from './module-hooks.ts';
import { compileTypeScript, completeFile, isTypeScript, syntaxProblem } from './module-source.ts';

/** Packages that the user's code gets from us: name → what importing it gives. */
export type ProvidedPackages = Readonly<Record<string, object>>;

/**
 * Makes the user's imports work as they would in a TypeScript project with TensorFlow.js installed: TypeScript files,
 * imports without endings, and `provided` packages, which all code gets instead of copies of its own. Once, before
 * any of the user's code is loaded.
 *
 * @param hooksUrl a module that exports `initialize`, `resolve` and `load` of module-hooks.ts, for Node versions whose
 *   hooks run in a thread of their own
 */
export function installHooks(provided: ProvidedPackages, hooksUrl: string): void {
  (globalThis as Record<symbol, unknown>)[shelf] = provided;
  const sources: ProvidedSources = Object.fromEntries(
    Object.entries(provided).map(([name, exports]) => [name, standIn(name, exports)]),
  );
  if (typeof Module.registerHooks === 'function') {
    initialize(sources);
    Module.registerHooks({ resolve: resolve as never, load: load as never });
  } else Module.register(hooksUrl, { data: sources });
  patchRequire(provided);
}

/** Loads the user's module. Exports of CommonJS and of a default object count as named ones. */
export async function loadModule(file: string): Promise<Readonly<Record<string, unknown>>> {
  const namespace = await importFile(file);
  const inner = namespace['default'];
  return { ...(typeof inner === 'object' && inner !== null ? inner : {}), ...namespace };
}

async function importFile(file: string): Promise<Record<string, unknown>> {
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    const problem = error instanceof SyntaxError && !isTypeScript(file) ? syntaxProblem(file) : undefined;
    throw problem === undefined ? error : new SyntaxError(problem, { cause: error });
  }
}

const shelf = Symbol.for('tunegate.provided');

/** An ES module with the exports of an object that is already in this process. */
function standIn(name: string, exports: object): string {
  const names = Object.keys(exports).filter(
    (key) => key !== 'default' && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key),
  );
  return [
    `const it = globalThis[Symbol.for('tunegate.provided')][${JSON.stringify(name)}];`,
    ...names.map((key, i) => `const _${i} = it[${JSON.stringify(key)}];`),
    `export { ${names.map((key, i) => `_${i} as ${key}`).join(', ')} };`,
    'export default it;',
  ].join('\n');
}

/** The parts of the CommonJS loader that are patched the world over, but not typed. */
interface Loader {
  _load(request: string, parent: unknown, isMain: boolean): unknown;
  _resolveFilename(request: string, parent: { filename?: string } | undefined, ...rest: unknown[]): string;
  readonly _extensions: Record<
    string,
    (module: { _compile(code: string, file: string): void }, file: string) => void
  >;
}

function patchRequire(provided: ProvidedPackages): void {
  const loader = Module as unknown as Loader;
  const { _load, _resolveFilename } = loader;
  loader._load = function (request, ...rest) {
    return Object.hasOwn(provided, request) ? provided[request] : _load.call(this, request, ...rest);
  };
  loader._resolveFilename = function (request, parent, ...rest) {
    const from = parent?.filename;
    const relative = /^\.\.?(\/|$)/.test(request) && from !== undefined && !isDependency(from);
    const target = relative ? path.resolve(path.dirname(from), request) : request;
    const file = path.isAbsolute(target) ? completeFile(target) : undefined;
    return _resolveFilename.call(this, file ?? request, parent, ...rest);
  };
  for (const ending of ['.ts', '.cts', '.mts'])
    loader._extensions[ending] = (module, file) => module._compile(compileTypeScript(file, 'commonjs'), file);
}
