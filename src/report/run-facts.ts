import { costWords } from './budget-words.ts';
import type { Results } from './results.ts';
import { type Everywhere, literal, type Safe, type Sink, type Voice } from './safe.ts';
import { counted, duration, plural } from './words.ts';

export interface Fact<S extends Sink> {
  readonly label: Everywhere;
  readonly text: Safe<S>;
}

/** How the run was made: budget, strategy, machine. */
export function runFacts<S extends Sink>(results: Results, voice: Voice<S>): readonly Fact<S>[] {
  const { study, budget, backend, hardware, version, specPath, gateOnly } = results;
  const { planned, spent } = budget;
  const trials = planned.trials === undefined ? literal`` : literal` of ${counted(planned.trials)}`;
  const time = planned.timeMs === undefined ? literal`` : literal` of ${duration(planned.timeMs)}`;
  const gate =
    spent.gateMs > 0 ? literal`, ${duration(spent.gateMs)} of it for the regression check` : literal``;
  const each =
    planned.epochs === undefined ? literal`` : literal`, at most ${counted(planned.epochs)} a trial`;
  const ofSearch =
    planned.totalEpochs === undefined || spent.searchEpochs === undefined
      ? literal``
      : literal`; ${counted(spent.searchEpochs)} of ${counted(planned.totalEpochs)} for the search`;
  const cost = costWords(budget);
  return [
    { label: literal`Time`, text: voice.say`${duration(spent.timeMs)}${time}${gate}` },
    ...(gateOnly
      ? []
      : [
          {
            label: literal`Trials`,
            text: voice.say`${counted(spent.trials)}${trials} (${states(results)})${confirming(results)}`,
          },
        ]),
    { label: literal`Epochs`, text: voice.say`${counted(spent.epochs)} in all${each}${ofSearch}` },
    ...(cost === undefined ? [] : [{ label: literal`Cost`, text: voice.say`${cost}` }]),
    ...(planned.noImprovement === undefined
      ? []
      : [
          {
            label: literal`Ends early`,
            text: voice.say`after ${plural(planned.noImprovement, 'trial')} without improvement`,
          },
        ]),
    { label: literal`Workers`, text: counted(planned.workers) },
    ...(gateOnly
      ? []
      : [
          {
            label: literal`Search`,
            text: voice.say`${voice.name(study.strategy)}, seed ${voice.name(String(study.seed))}`,
          },
        ]),
    { label: literal`Backend`, text: voice.name(backend) },
    { label: literal`Hardware`, text: voice.sentence(hardware, 200) },
    { label: literal`Spec`, text: voice.name(specPath, 200) },
    { label: literal`Tunegate`, text: voice.name(version) },
  ];
}

function confirming({ study }: Results): Everywhere {
  const count = study.trials.filter(({ role }) => role === 'confirm').length;
  return count === 0 ? literal`` : literal`, and ${plural(count, 'training')} on fresh seeds`;
}

function states({ study }: Results): Everywhere {
  const search = study.trials.filter(({ role }) => role === 'search');
  const kinds = [
    ['completed', literal`completed`],
    ['pruned', literal`stopped early`],
    ['failed', literal`failed`],
    ['interrupted', literal`interrupted`],
    ['running', literal`running`],
  ] as const;
  const words = kinds.flatMap(([state, label]) => {
    const count = search.filter((trial) => trial.state === state).length;
    return count === 0 ? [] : [`${counted(count)} ${label}`];
  });
  return (words.length === 0 ? 'none' : words.join(', ')) as Everywhere;
}
