"""Opens journals that `tunegate report --format optuna-journal` wrote, as Optuna does.

    pip install optuna && python scripts/check-optuna.py study.log ...

Every trial must be one that Optuna would take, and a search must be able to go on from there.
"""

import sys

import optuna
from optuna.samplers import RandomSampler, TPESampler
from optuna.storages import JournalStorage
from optuna.storages.journal import JournalFileBackend

optuna.logging.set_verbosity(optuna.logging.ERROR)


def check(file: str) -> None:
    storage = JournalStorage(JournalFileBackend(file))
    [summary] = optuna.get_all_study_summaries(storage)
    study = optuna.load_study(study_name=summary.study_name, storage=storage)
    trials = study.get_trials()
    for trial in trials:
        trial._validate()
        assert trial.duration is None or trial.duration.total_seconds() >= 0
    # The trials are taken up by a study of its own, and both samplers learn from them.
    copy = optuna.create_study(directions=study.directions, sampler=TPESampler(seed=1, n_startup_trials=1))
    copy.add_trials([trial for trial in trials if trial.state.is_finished()])
    for sampler in (TPESampler(seed=1, n_startup_trials=1), RandomSampler(seed=1)):
        copy.sampler = sampler
        complete = [trial for trial in copy.trials if trial.state.name == "COMPLETE"]
        if complete:
            copy.ask(fixed_distributions=complete[0].distributions)
    best = len(study.best_trials)
    print(f"{file}: {summary.study_name[:40]!r}, {len(trials)} trials, {best} best, metrics {study.metric_names}")


for name in sys.argv[1:]:
    check(name)
