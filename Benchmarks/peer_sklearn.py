"""scikit-learn's MLPClassifier; sweeps by joblib, with a process for each core.

    peer_sklearn.py WORKLOAD

It has no squared error for classes: XOR minimises the log-loss, so there its time compares and its
loss does not. It draws its own weights and orders.
"""

import sys
import warnings

import numpy as np
import sklearn
from joblib import Parallel, delayed
from sklearn.neural_network import MLPClassifier

import workloads as w

# Of the 1,000 XOR runs, which would take minutes, so many are trained for each core.
TRIED = 4


def fit(workload, x, y, rate, seed):
    """Gives the loss of the last epoch."""
    warnings.simplefilter("ignore")  # it would like to stop, and warns that it may not
    if workload.data:
        how = dict(activation="relu", solver="adam", epsilon=w.EPSILON)
    else:
        how = dict(activation="logistic", solver="sgd", momentum=0.0, shuffle=False)
    network = MLPClassifier(
        workload.sizes[1:-1],
        batch_size=workload.batch,
        learning_rate_init=rate,
        max_iter=workload.epochs,
        random_state=seed,
        alpha=0.0,
        tol=0.0,
        n_iter_no_change=10**9,
        **how,
    )
    return network.fit(x, y).loss_


def main(name):
    workload, note, is_part = w.WORKLOADS[name], "", False
    if workload.data:
        x, y = w.labelled_data(workload)
    else:
        x, y = w.xor_data()
        y, note = y[:, 0].astype(int), "log-loss"
    if workload.runs == 1:
        seconds, loss = w.timed(lambda: fit(workload, x, y, workload.learning_rate, 0))
    else:
        cores = len(w.cores())
        runs = [(workload.learning_rate, seed) for seed in range(TRIED * cores)]
        if workload.data:
            runs = workload.sweep()
        with Parallel(n_jobs=cores) as pool:
            pool(delayed(len)("") for _ in range(cores))  # starts the processes
            seconds, losses = w.timed(
                lambda: pool(delayed(fit)(workload, x, y, *run) for run in runs)
            )
        loss = np.mean(losses)
        is_part = len(runs) < workload.runs
        if is_part:
            seconds = [s * workload.runs / len(runs) for s in seconds]
            note += f", scaled up from {len(runs)} runs"
    w.report(seconds, loss, sklearn.__version__, note, is_part)


if __name__ == "__main__":
    main(*sys.argv[1:])
