// src/tensorflow/outcomes.ts
var TrialStopped = class extends Error {
	name = "TrialStopped";
	constructor(message = "the search stopped this trial") {
		super(message);
	}
};
var InfeasibleConfig = class extends Error {
	name = "InfeasibleConfig";
};

export { InfeasibleConfig, TrialStopped };