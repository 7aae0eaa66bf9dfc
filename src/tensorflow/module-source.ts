import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { transform } from 'sucrase';

/** How Node runs a file. */
export type ModuleFormat = 'module' | 'commonjs';

/**
 * The file that a user's import means although it is not written out: `./x` → `x.ts`, `./x.js` → `x.ts` (as
 * TypeScript projects write it), `./folder` → `folder/index.ts`. `undefined`: nothing to add, let Node resolve.
 *
 * @param target absolute path as imported
 */
export function completeFile(target: string): string | undefined {
  if (isFile(target)) return undefined;
  const ending = path.extname(target);
  const typed = { '.js': '.ts', '.mjs': '.mts', '.cjs': '.cts' }[ending];
  const stem = target.slice(0, target.length - ending.length);
  const candidates = [
    ...(typed === undefined ? [] : [stem + typed]),
    ...endings.map((ending) => target + ending),
    ...endings.map((ending) => path.join(target, `index${ending}`)),
  ];
  return candidates.find(isFile);
}

const endings = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs', '.json'];

export function isTypeScript(file: string): boolean {
  return /\.[mc]?ts$/.test(file);
}

/** The format of a TypeScript file: by its ending, by the nearest package.json, else by what it contains. */
export function typeScriptFormat(file: string): ModuleFormat {
  if (file.endsWith('.mts')) return 'module';
  if (file.endsWith('.cts')) return 'commonjs';
  return (
    packageType(path.dirname(file)) ?? (hasModuleSyntax(stripTypes(file, false)) ? 'module' : 'commonjs')
  );
}

/** Compiles a TypeScript file; line numbers stay. Enums and parameter properties are fine, namespaces are not. */
export function compileTypeScript(file: string, format: ModuleFormat): string {
  return stripTypes(file, format === 'commonjs');
}

function stripTypes(file: string, toCommonJs: boolean): string {
  return transform(readFileSync(file, 'utf8'), {
    filePath: file,
    transforms: toCommonJs ? ['typescript', 'imports'] : ['typescript'],
    // Every supported Node has the syntax; `import()` must stay itself in CommonJS, it is the way to ES modules.
    disableESTransforms: true,
    preserveDynamicImport: true,
    injectCreateRequireForImportRequire: !toCommonJs,
  }).code;
}

/** Where a JavaScript file cannot be parsed, which Node does not say of ES modules; `undefined` if it can. */
export function syntaxProblem(file: string): string | undefined {
  try {
    transform(readFileSync(file, 'utf8'), { filePath: file, transforms: [] });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function packageType(folder: string): ModuleFormat | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, 'package.json');
    if (isFile(file)) {
      const { type } = JSON.parse(readFileSync(file, 'utf8')) as { type?: unknown };
      return type === 'module' || type === 'commonjs' ? type : undefined;
    }
    if (path.dirname(at) === at) return undefined;
  }
}

/** Node's own test: code that only fails to compile as CommonJS because it uses what modules alone have. */
function hasModuleSyntax(code: string): boolean {
  try {
    compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname']);
    return false;
  } catch (error) {
    return /Cannot use import statement|Unexpected token 'export'|Cannot use 'import\.meta'|await is only valid/.test(
      (error as Error).message,
    );
  }
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}
