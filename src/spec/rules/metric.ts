import { at, type Finding, type Path } from '../finding.ts';
import { metricSchema } from '../schema/metric.ts';

/** The metrics that are sound, with their places: one, or those of a list. */
export function metricsOf(document: unknown): { readonly name: string; readonly path: Path }[] {
  const value = at(document, ['metric']);
  const places: Path[] = Array.isArray(value) ? value.map((_, i) => ['metric', i]) : [['metric']];
  return places.flatMap((path) => {
    const metric = metricSchema.safeParse(at(document, path)).data;
    return metric ? [{ name: metric.name, path: [...path, 'name'] }] : [];
  });
}

/** What is wrong with a metric by the name of `step`. */
export const calledStep = {
  message: 'a metric cannot be called "step"',
  expected: 'another name',
  suggestion: 'in reports `step` says how far the training is',
};

export function checkMetrics(document: unknown): Finding[] {
  const metrics = metricsOf(document);
  return metrics.flatMap(({ name, path }, i): Finding[] => {
    if (name === 'step') return [{ path, ...calledStep }];
    if (metrics.findIndex((other) => other.name === name) === i) return [];
    return [
      { path, message: `the metric ${JSON.stringify(name)} is there twice`, expected: 'each metric once' },
    ];
  });
}
