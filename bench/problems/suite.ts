import { branchFamily } from './branch-family.ts';
import { liveTrainings } from './live-trainings.ts';
import { modelTrainings } from './model-trainings.ts';
import {
  benchmarks,
  branches,
  functions,
  highDimensional,
  noisyFunctions,
  type StudyFamily,
  single,
  tables,
} from './problems.ts';
import { standstillFunctions } from './standstill-functions.ts';
import { steepFunctions } from './steep-functions.ts';
import { turnedFunctions } from './turned-functions.ts';

/** Kinds of problems, compared apart: what is easy on one may fail on another. */
export type Kind =
  | 'table'
  | 'smooth'
  | 'turned'
  | 'steep'
  | 'standstill'
  | 'noisy'
  | 'conditional'
  | 'high-dimensional'
  | 'live'
  | 'models';

export interface SuiteFamily extends StudyFamily {
  readonly kind: Kind;
  /** It was kept aside until main effects were chosen. */
  readonly heldOut: boolean;
}

/** Kept aside until main effects were chosen; the instances of `random-` families from `--first 5000` on still are. */
const heldOut = new Set(['levy-4', 'styblinski-tang-5', 'hartmann-3']);

/** Every problem of the suite, those of a folder of tables first. */
export function suite() {
  const of = (kind: Kind, families: readonly StudyFamily[]): readonly SuiteFamily[] =>
    families.map((family) => ({ ...family, kind, heldOut: heldOut.has(family.name) }));
  const found = tables();
  if (found.length === 0)
    console.error(`No tables at ${benchmarks}: name their folder in TUNEGATE_BENCHMARKS.`);
  return [
    ...of('table', found.map(single)),
    ...of('smooth', functions().map(single)),
    ...of('turned', turnedFunctions()),
    ...of('steep', steepFunctions()),
    ...of('standstill', standstillFunctions()),
    ...of('noisy', noisyFunctions().map(single)),
    ...of('conditional', [
      ...[branches(3, 3, false), branches(8, 2, false), branches(2, 3, true), branches(6, 2, true)].map(
        single,
      ),
      branchFamily('equal'),
      branchFamily('narrow'),
      branchFamily('shared'),
    ]),
    ...of('high-dimensional', highDimensional()),
    ...of('live', liveTrainings()),
    ...of('models', modelTrainings()),
  ];
}
