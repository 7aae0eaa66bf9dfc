/** Thrown by `report` when the trial should stop; let it pass, and clean up in `finally`. */
export declare class TrialStopped extends Error {
    readonly name = "TrialStopped";
    constructor(message?: string);
}
/** Throw it for a config that makes no sense, such as an architecture that shrinks its input to nothing. */
export declare class InfeasibleConfig extends Error {
    readonly name = "InfeasibleConfig";
}
