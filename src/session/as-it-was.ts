import type { Results } from '../report/results.ts';
import { observedSpace } from '../space/observed-space.ts';
import type { Config } from '../space/parameter.ts';
import { type Space, spaceOf } from '../space/space.ts';
import type { Spec } from '../spec/spec.ts';
import { fingerprint } from '../study/fingerprint.ts';
import { createHeader, headerChanges } from '../study/header.ts';
import type { StudyRecord } from '../study/record.ts';
import type { Study } from '../study/study.ts';

const changed = 'The spec has changed since this study: ';
const lost =
  'What the code of this study asked for is not in its folder (params.json): its parameters are those that its configs have.';

/** Whether a notice says that a study is not shown by the spec as it is now. */
export function tellsOfThen(notice: string): boolean {
  return notice.startsWith(changed) || notice.startsWith(lost);
}

/**
 * Results of a study whose spec may have changed since: with the space that it was of, and a notice that says what has changed. The
 * journal knows a space by its fingerprint alone. Where only what ships has changed it is the spec's with what shipped then; else
 * it is what the configs have.
 *
 * @param results with the space of the spec as it is now
 * @param discovered that space is what code asked for, which a spec does not tell: when it is another, it was not kept
 */
export function asItWas(
  results: Results,
  header: StudyRecord,
  { name, metric, constraints }: Pick<Spec, 'name' | 'metric' | 'constraints'>,
  discovered = false,
): Results {
  const { space, change } = spaceThen(results, header);
  // Seed and strategy may be of a command line, and code is not at hand. They say how was searched, not what a report shows.
  const now = createHeader(
    { ...header, name, metric, more: metric.more, constraints },
    new Date(header.created),
  );
  const changes = [...headerChanges(header, now), ...(change && !discovered ? [change] : [])];
  const notices = [
    ...(changes.length > 0
      ? [`${changed}${changes.join(', and ')}. What is reported is the study as it was.`]
      : []),
    ...(change && discovered ? [lost] : []),
  ];
  if (notices.length === 0) return results;
  const unknown = space.observed
    ? ' The ranges of its parameters are not known, and so not what it has learned of them.'
    : '';
  return { ...results, space, notices: [...results.notices, `${notices.join(' ')}${unknown}`] };
}

function spaceThen(
  { study, space }: Results,
  header: StudyRecord,
): { readonly space: Space; readonly change?: string } {
  const isOf = ({ parameters }: Space) => fingerprint(parameters) === header.space;
  if (isOf(space)) return { space };
  const shipped = shippedThen(study);
  const then = shipped && spaceOf(space.parameters.map((one) => withDefault(one, shipped)));
  if (then && isOf(then)) return { space: then, change: 'what ships was another config' };
  // What the base has is of its own spec.
  const configs = study.trials.filter(({ role }) => role !== 'base').map(({ config }) => config);
  return { space: observedSpace(configs, shipped), change: 'the parameters (params) are not the same' };
}

function withDefault(parameter: Space['parameters'][number], shipped: Config): Space['parameters'][number] {
  const value = Object.hasOwn(shipped, parameter.path) ? shipped[parameter.path] : undefined;
  return value === undefined ? parameter : { ...parameter, default: value };
}

/** What shipped when the study ran, if it has trained that. */
function shippedThen({ trials }: Study): Config | undefined {
  return trials.find(({ role, origin }) => role === 'head' || (role === 'search' && origin === 'incumbent'))
    ?.config;
}
