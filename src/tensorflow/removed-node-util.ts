import { createRequire } from 'node:module';

/**
 * tfjs-node 4.22 calls type checks of `util` that Node 23 removed. Puts those that are missing back, with the
 * behaviour that Node documented, for this process only. Call before loading tfjs-node.
 */
export function restoreRemovedUtil(): void {
  // The CommonJS object: the one that tfjs-node's `require('util')` gets, and writable where the ESM view is not.
  const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>;
  const removed: Readonly<Record<string, (value: unknown) => boolean>> = {
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === 'boolean',
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value === null || value === undefined,
    isNumber: (value) => typeof value === 'number',
    isString: (value) => typeof value === 'string',
    isSymbol: (value) => typeof value === 'symbol',
    isUndefined: (value) => value === undefined,
    isRegExp: (value) => value instanceof RegExp,
    isObject: (value) => value !== null && typeof value === 'object',
    isDate: (value) => value instanceof Date,
    isError: (value) => value instanceof Error,
    isFunction: (value) => typeof value === 'function',
    isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  };
  for (const [name, check] of Object.entries(removed)) util[name] ??= check;
}
