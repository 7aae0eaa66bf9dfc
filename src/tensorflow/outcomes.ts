/** Thrown by `report` when the trial should stop; let it pass, and clean up in `finally`. */
export class TrialStopped extends Error {
  override readonly name = 'TrialStopped';
  constructor(message = 'the search stopped this trial') {
    super(message);
  }
}

/** Throw it for a config that makes no sense, such as an architecture that shrinks its input to nothing. */
export class InfeasibleConfig extends Error {
  override readonly name = 'InfeasibleConfig';
}
