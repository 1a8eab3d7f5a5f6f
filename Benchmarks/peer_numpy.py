"""NumPy: forward, backward and update by hand, without a wasted copy.

    peer_numpy.py WORKLOAD

The 1,000 XOR networks are one set of arrays for each core, with the run as the last axis. Sweeps
are shared out over a process for each core.
"""

import os
import sys

import numpy as np

import workloads as w


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train_xor(workload, start):
    """One run, as matrices of four rows."""
    x, y = w.xor_data()
    (w1, b1), (w2, b2) = [(a.copy(), b.copy()) for a, b in start]
    rate, transposed = np.float32(workload.learning_rate), x.T.copy()
    losses = np.empty(workload.epochs, np.float32)
    for epoch in range(workload.epochs):
        hidden = sigmoid(x @ w1 + b1)
        output = sigmoid(hidden @ w2 + b2)
        error = output - y
        losses[epoch] = (error * error).mean()
        delta2 = error * output * (1 - output) * np.float32(0.5)
        delta1 = (delta2 @ w2.T) * hidden * (1 - hidden)
        w2 -= rate * (hidden.T @ delta2)
        b2 -= rate * delta2.sum(0)
        w1 -= rate * (transposed @ delta1)
        b1 -= rate * delta1.sum(0)
    return losses[-1]


def train_xor_sweep(workload, starts):
    """All runs at once; arrays are [row, hidden, run]."""
    x, y = w.xor_data()
    left, right = x[:, 0, None, None], x[:, 1, None, None]
    w1 = np.stack([net[0][0] for net in starts], -1)
    b1 = np.stack([net[0][1] for net in starts], -1)
    w2 = np.stack([net[1][0][:, 0] for net in starts], -1)
    b2 = np.stack([net[1][1] for net in starts], -1)
    rate = np.float32(workload.learning_rate)
    losses = np.empty((workload.epochs, len(starts)), np.float32)
    for epoch in range(workload.epochs):
        hidden = sigmoid(left * w1[0] + right * w1[1] + b1)
        output = sigmoid((hidden * w2).sum(1) + b2)
        error = output - y
        losses[epoch] = (error * error).mean(0)
        delta2 = error * output * (1 - output) * np.float32(0.5)
        delta1 = delta2[:, None] * w2 * hidden * (1 - hidden)
        w2 -= rate * (hidden * delta2[:, None]).sum(0)
        b2 -= rate * delta2.sum(0)
        w1[0] -= rate * (left * delta1).sum(0)
        w1[1] -= rate * (right * delta1).sum(0)
        b1 -= rate * delta1.sum(0)
    return losses[-1]


class Adam:
    """Adam over one flat array, of which weights and gradients are views."""

    def __init__(self, start):
        self.theta = np.concatenate([part.ravel() for layer in start for part in layer])
        self.gradient = np.zeros_like(self.theta)
        self.mean, self.square = np.zeros_like(self.theta), np.zeros_like(self.theta)
        self.scratch, self.root = np.empty_like(self.theta), np.empty_like(self.theta)
        self.steps, at = 0, 0
        self.layers, self.gradients = [], []
        for layer in start:
            views = []
            for part in layer:
                span = slice(at, at + part.size)
                views.append((self.theta[span].reshape(part.shape),
                              self.gradient[span].reshape(part.shape)))
                at += part.size
            self.layers.append((views[0][0], views[1][0]))
            self.gradients.append((views[0][1], views[1][1]))

    def step(self, rate):
        self.steps += 1
        self.mean *= np.float32(w.BETA1)
        np.multiply(self.gradient, np.float32(1 - w.BETA1), out=self.scratch)
        self.mean += self.scratch
        self.square *= np.float32(w.BETA2)
        np.multiply(self.gradient, self.gradient, out=self.scratch)
        self.scratch *= np.float32(1 - w.BETA2)
        self.square += self.scratch
        np.sqrt(self.square, out=self.root)
        self.root *= np.float32((1 - w.BETA2**self.steps) ** -0.5)
        self.root += np.float32(w.EPSILON)
        np.divide(self.mean, self.root, out=self.scratch)
        self.scratch *= np.float32(rate / (1 - w.BETA1**self.steps))
        self.theta -= self.scratch


def train_classifier(workload, x, y, start, rate, seed=0):
    """Cross-entropy of a ReLU network with Adam; gives the mean loss of the last epoch."""
    adam = Adam(start)
    last, loss = len(start) - 1, 0.0
    for order in w.orders(workload, seed):
        loss = 0.0
        for at in range(0, len(x), workload.batch):
            pick = order[at : at + workload.batch]
            values, labels, rows = [x[pick]], y[pick], np.arange(len(pick))
            for layer, (weights, biases) in enumerate(adam.layers):
                z = values[-1] @ weights
                z += biases
                values.append(np.maximum(z, 0, out=z) if layer < last else z)
            z = values.pop()
            z -= z.max(1, keepdims=True)
            delta = np.exp(z)
            total = delta.sum(1, keepdims=True)
            loss += (np.log(total[:, 0]) - z[rows, labels]).sum()
            delta /= total
            delta[rows, labels] -= 1
            delta *= np.float32(1 / len(pick))
            for layer in range(last, -1, -1):
                weights, biases = adam.gradients[layer]
                np.matmul(values[layer].T, delta, out=weights)
                np.sum(delta, 0, out=biases)
                if layer:
                    delta = delta @ adam.layers[layer][0].T
                    delta *= values[layer] > 0
            adam.step(rate)
    return loss / len(x)


def one_of_sweep(workload, x, y, rate, seed):
    return train_classifier(workload, x, y, w.initial_weights(workload, seed), rate, seed)


def in_processes(function, arguments):
    """Times all calls, made by a process for each core; they are started before."""
    from joblib import Parallel, delayed

    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    cores = len(w.cores())
    with Parallel(n_jobs=cores) as pool:
        pool(delayed(np.zeros)(1) for _ in range(cores))
        return w.timed(lambda: pool(delayed(function)(*each) for each in arguments))


def main(name):
    workload = w.WORKLOADS[name]
    if name == "xor1":
        start = w.initial_weights(workload)
        seconds, loss = w.timed(lambda: train_xor(workload, start))
    elif name == "xor1000":
        starts = [w.initial_weights(workload, seed) for seed in range(workload.runs)]
        seconds, losses = in_processes(
            train_xor_sweep, [(workload, share) for share in w.shares(starts)]
        )
        loss = np.concatenate(losses).mean()
    elif name == "digits_sweep":
        x, y = w.labelled_data(workload)
        seconds, losses = in_processes(
            one_of_sweep, [(workload, x, y, *run) for run in workload.sweep()]
        )
        loss = np.mean(losses)
    else:
        x, y = w.labelled_data(workload)
        start = w.initial_weights(workload)
        seconds, loss = w.timed(
            lambda: train_classifier(workload, x, y, start, workload.learning_rate)
        )
    w.report(seconds, loss, np.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
