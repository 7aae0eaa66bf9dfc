import { type Finding, show } from './finding.ts';
import type { ParsedSpec } from './schema.ts';

export function checkTrial(trial: ParsedSpec['trial']): Finding[] {
  const findings: Finding[] = [];
  const { module, run, shell } = trial;
  if (module === undefined && run === undefined)
    findings.push({
      path: ['trial'],
      atKey: true,
      message: 'trial says neither `module` nor `run`',
      expected: '`module: ./model.ts` (TensorFlow.js), or `run: [python, train.py]` (any program)',
    });
  if (module !== undefined && run !== undefined)
    findings.push({
      path: ['trial', 'run'],
      atKey: true,
      message: 'trial has both `module` and `run`',
      expected: 'one of the two',
    });
  const misplaced = (key: string, other: string) => {
    if (Object.hasOwn(trial, key))
      findings.push({
        path: ['trial', key],
        atKey: true,
        message: `trial.${key} is for ${other} only`,
        suggestion: 'remove it',
      });
  };
  if (module !== undefined && run === undefined)
    for (const key of ['shell', 'stdout']) misplaced(key, 'commands (`run`)');
  if (run !== undefined && module === undefined) misplaced('backend', 'modules (`module`)');
  if (typeof run === 'string' && !shell)
    findings.push({
      path: ['trial', 'run'],
      message: 'trial.run is one text, but there is no shell to take it apart',
      expected: `a list: [${run
        .trim()
        .split(/\s+/)
        .map((word) => (/^[\w./=-]+$/.test(word) ? word : JSON.stringify(word)))
        .join(', ')}]`,
      suggestion: 'or set `shell: true`',
    });
  if (Array.isArray(run) && shell)
    findings.push({
      path: ['trial', 'run'],
      message: 'trial.run is a list, but `shell: true` takes one command line',
      expected: 'a text',
    });
  const patterns = typeof trial.stdout === 'string' ? [trial.stdout] : (trial.stdout ?? []);
  for (const [i, pattern] of patterns.entries()) {
    const path = typeof trial.stdout === 'string' ? ['trial', 'stdout'] : ['trial', 'stdout', i];
    try {
      new RegExp(pattern);
      if (!/\(\?<[A-Za-z_$]/.test(pattern))
        findings.push({
          path,
          message: 'the pattern names no metric',
          expected: 'a named group for each metric, such as loss=(?<loss>[0-9.]+)',
          found: show(pattern),
        });
    } catch (error) {
      findings.push({
        path,
        message: `the pattern is not a regular expression: ${(error as Error).message}`,
      });
    }
  }
  return findings;
}
