import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import type { Annotation } from './api.ts';
import { cutBytes, limits } from './size.ts';

/** GitHub shows this many annotations of each level per step; the others are left to the log. */
const shownPerLevel = 10;

/** A foldable group of log lines. Lines may be hostile: none of them is taken as a command. */
export function logGroup(title: string, lines: readonly string[]): void {
  core.startGroup(title.replace(/[\r\n]+/g, ' '));
  logUntrusted(lines.join('\n'));
  core.endGroup();
}

/** Prints text that others wrote, with the runner's workflow commands switched off meanwhile. */
export function logUntrusted(text: string): void {
  if (!/(^|[\r\n])\s*::|##\[/.test(text)) {
    core.info(text);
    return;
  }
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n${text}\n::${token}::\n`);
}

/** Marks lines of files in the run's log and in the diff. For errors of the spec. */
export function logAnnotations(annotations: readonly Annotation[]): void {
  const shown = { notice: 0, warning: 0, failure: 0 };
  for (const annotation of annotations) {
    const { path, startLine, endLine = startLine, startColumn, endColumn, level } = annotation;
    if (shown[level]++ >= shownPerLevel) {
      logUntrusted(`${path}:${startLine}:${startColumn ?? 1} ${annotation.message}`);
      continue;
    }
    const write = { notice: core.notice, warning: core.warning, failure: core.error }[level];
    // @actions/core escapes what ends a command or a property.
    write(cutBytes(annotation.message, limits.logAnnotation), {
      file: path,
      startLine,
      endLine,
      ...(startColumn !== undefined && startLine === endLine
        ? { startColumn, endColumn: endColumn ?? startColumn }
        : {}),
      ...(annotation.title === undefined ? {} : { title: annotation.title }),
    });
  }
}
