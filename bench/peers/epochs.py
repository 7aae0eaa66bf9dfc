"""Drives tuners that stop trainings early, for bench/fidelity.ts: JSON lines in, JSON lines out.

A line {"peer", "seed", "epochs": those of a full training, "params"} begins a study. Then
{"ask": n}                             answers {"config", "resource"?}, or {"resume": earlier trial, "resource"}, or {"over": true}
{"start": n, "config"}                 says which config trial n trains really
{"report": n, "epoch", "loss"}         answers {"stop": whether to end the trial}
{"tell": n, "loss", "stopped"}         ends it, or pauses it at its resource
The loss told is null where the training diverged, which is not reported. The others answer {}.
"""

import sys

from peer import KerasTuner, Optuna, active, available, hyperparameters, serve


class PrunedOptuna(Optuna):
    """Optuna's pruners cannot pause: every trial is to run for all epochs, until it is pruned."""

    def __init__(self, sampler, pruner, seed, epochs, params):
        super().__init__(sampler, seed, None, params)
        from optuna import pruners

        made = {
            "sha": lambda: pruners.SuccessiveHalvingPruner(),
            "hyperband": lambda: pruners.HyperbandPruner(max_resource=epochs),
            "median": lambda: pruners.MedianPruner(),
        }
        self.study.pruner = made[pruner]()

    def propose(self, number):
        return {"config": self.ask(number)}

    def start(self, number, config):
        # A running trial's parameters can be set only in the storage; samplers read them there.
        trial = self.pending[number]
        for path, value in config.items():
            distribution = trial.distributions[path]
            internal = distribution.to_internal_repr(value)
            self.study._storage.set_trial_param(trial._trial_id, path, internal, distribution)

    def report(self, number, epoch, loss):
        trial = self.pending[number]
        trial.report(loss, epoch)
        return trial.should_prune()

    def tell(self, number, loss, stopped):
        from optuna.trial import TrialState

        trial = self.pending.pop(number)
        # Told as failed, a diverged training would be forgotten. As pruned it counts as one that came so far, where nothing
        # was reported as the worst.
        if stopped or loss is None:
            self.study.tell(trial, state=TrialState.PRUNED)
        else:
            self.study.tell(trial, loss)


class KerasHyperband(KerasTuner):
    """A promoted trial is a new one of Keras Tuner's, which goes on from the checkpoint of an earlier one."""

    def __init__(self, seed, epochs, params):
        import keras_tuner

        oracle = keras_tuner.oracles.HyperbandOracle(
            objective=keras_tuner.Objective("loss", "min"),
            max_epochs=epochs,
            # No end but that of the budget.
            hyperband_iterations=None,
            hyperparameters=hyperparameters(params),
            # It takes 0 for no seed.
            seed=seed + 1,
        )
        self.follow(oracle, params)
        # Of each of its trials, the number of ours that it is a part of.
        self.numbers = {}

    def propose(self, number):
        trial = self.oracle.create_trial("tuner")
        if trial.status == "STOPPED":
            raise StopIteration
        values = trial.hyperparameters.values
        earlier = values.get("tuner/trial_id")
        number = number if earlier is None else self.numbers[earlier]
        self.numbers[trial.trial_id] = number
        self.pending[number] = trial
        what = {"config": active(self.params, values)} if earlier is None else {"resume": number}
        return {**what, "resource": values["tuner/epochs"]}

    def start(self, number, config):
        """It draws at random: what was trained changes nothing."""

    def report(self, number, epoch, loss):
        return False

    def tell(self, number, loss, stopped):
        # Told as failed, three diverged trainings in a row would end the search.
        super().tell(number, sys.float_info.max if loss is None else loss)


peers = {
    "optuna-random-sha": (PrunedOptuna, "random", "sha"),
    "optuna-tpe-sha": (PrunedOptuna, "tpe", "sha"),
    "optuna-random-hyperband": (PrunedOptuna, "random", "hyperband"),
    "optuna-tpe-hyperband": (PrunedOptuna, "tpe", "hyperband"),
    "optuna-tpe-median": (PrunedOptuna, "tpe", "median"),
    "keras-hyperband": (KerasHyperband,),
}


def main():
    study = None

    def answer(request):
        nonlocal study
        if "available" in request:
            return available(["keras_tuner" if request["available"].startswith("keras") else "optuna"])
        if "peer" in request:
            make, *arguments = peers[request["peer"]]
            study = make(*arguments, request["seed"], request["epochs"], request["params"])
            return {}
        if "ask" in request:
            try:
                return study.propose(request["ask"])
            except StopIteration:
                return {"over": True}
        if "start" in request:
            study.start(request["start"], request["config"])
            return {}
        if "report" in request:
            return {"stop": study.report(request["report"], request["epoch"], request["loss"])}
        study.tell(request["tell"], request["loss"], request["stopped"])
        return {}

    serve(answer)


main()
