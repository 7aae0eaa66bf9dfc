import { at, type Finding } from '../finding.ts';
import { gateFile } from '../schema/gate.ts';
import { soundPart } from '../sound-part.ts';

/** A floor has to be on the side that is worse, and a look at no more seeds than there are. */
export function checkGate(document: unknown): Finding[] {
  const sound = soundPart(gateFile.partial(), 'gate', document);
  const metric = at(document, ['metric']);
  const goal = at(Array.isArray(metric) ? metric[0] : metric, ['goal']);
  if (!sound) return [];
  const { data: gate, broken } = sound;
  const [wrong, right] = goal === 'maximize' ? (['max', 'min'] as const) : (['min', 'max'] as const);
  const findings: Finding[] = [];
  if ((goal === 'maximize' || goal === 'minimize') && gate[wrong] !== undefined)
    findings.push({
      path: ['gate', wrong],
      atKey: true,
      message: `gate.${wrong} would hold back a head that is good: the goal is to ${goal}`,
      expected: `\`${right}\``,
    });
  const main = at(Array.isArray(metric) ? metric[0] : metric, ['name']);
  for (const [name, rule] of Object.entries(gate.metrics ?? {})) {
    if (name === main)
      findings.push({
        path: ['gate', 'metrics', name],
        atKey: true,
        message: `${name} is the metric of the study, which the gate compares anyway`,
        expected: 'its limit as gate.max-drop, and other metrics here',
      });
    const [off, on] = rule.goal === 'maximize' ? (['max', 'min'] as const) : (['min', 'max'] as const);
    if (rule[off] !== undefined)
      findings.push({
        path: ['gate', 'metrics', name, off],
        atKey: true,
        message: `${off} would hold back a head that is good: the goal of ${name} is to ${rule.goal}`,
        expected: `\`${on}\``,
      });
  }
  const late = gate.looks?.findIndex((look) => look > (gate.seeds ?? 10)) ?? -1;
  if (late >= 0 && !broken.has('seeds'))
    findings.push({
      path: ['gate', 'looks', late],
      message: `there is no look at ${gate.looks![late]} seeds: the gate trains ${gate.seeds ?? 10} a side at most`,
      expected: 'looks up to `gate.seeds`',
    });
  return findings;
}
