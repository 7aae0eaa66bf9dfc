import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileTypeScript, completeFile, isTypeScript, typeScriptFormat } from './module-source.ts';

/**
 * Node's module customisation hooks for the user's files. The same functions serve in the main thread
 * (`module.registerHooks`) and, on Node 20, in the thread of `module.register`, where this file is loaded again and
 * gets its state through `initialize`.
 */

/** Packages that we provide: name → source of an ES module that stands for it. */
export type ProvidedSources = Readonly<Record<string, string>>;

const scheme = 'tunegate:';
let provided: ProvidedSources = {};

export function initialize(sources: ProvidedSources): void {
  provided = sources;
}

interface ResolveContext {
  readonly conditions?: readonly string[];
  readonly parentURL?: string | undefined;
}
interface LoadContext {
  readonly conditions?: readonly string[];
  readonly importAttributes?: Readonly<Record<string, string | undefined>>;
}

export function resolve<Next>(
  specifier: string,
  context: ResolveContext,
  next: (specifier: string, context?: never) => Next,
): Next | { url: string; format: 'module'; shortCircuit: true } {
  if (Object.hasOwn(provided, specifier))
    return { url: scheme + specifier, format: 'module', shortCircuit: true };
  const target = targetPath(specifier, context.parentURL);
  const file = target === undefined ? undefined : completeFile(target);
  if (file === undefined) return next(specifier, context as never);
  // `require` takes paths, `import` takes URLs.
  return next(context.conditions?.includes('require') ? file : pathToFileURL(file).href, context as never);
}

/** The path that a user's relative or absolute import points at; nothing for packages and for what packages import. */
function targetPath(specifier: string, parentURL: string | undefined): string | undefined {
  if (specifier.startsWith('file:')) return fileURLToPath(specifier);
  if (path.isAbsolute(specifier)) return specifier;
  if (!/^\.\.?(\/|$)/.test(specifier) || !parentURL?.startsWith('file:')) return undefined;
  const parent = fileURLToPath(parentURL);
  return isDependency(parent) ? undefined : path.resolve(path.dirname(parent), decodeURIComponent(specifier));
}

export function load<Next>(
  url: string,
  context: LoadContext,
  next: (url: string, context?: never) => Next,
): Next | { format: string; source: string | null; shortCircuit: true } {
  if (url.startsWith(scheme))
    return { format: 'module', source: provided[url.slice(scheme.length)]!, shortCircuit: true };
  const file = url.startsWith('file:') ? fileURLToPath(url) : undefined;
  if (file !== undefined && isTypeScript(file)) {
    const format = typeScriptFormat(file);
    // CommonJS without a source goes through `require`, whose handler for TypeScript is ours too.
    const source = format === 'module' ? compileTypeScript(file, format) : null;
    return { format, source, shortCircuit: true };
  }
  if (context.conditions?.includes('require')) return next(url, context as never);
  if (file?.endsWith('.json') && context.importAttributes?.['type'] !== 'json' && !isDependency(file)) {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return { format: 'module', source: `export default ${JSON.stringify(value)};`, shortCircuit: true };
  }
  return next(url, context as never);
}

export function isDependency(file: string): boolean {
  return file.split(path.sep).includes('node_modules');
}
