"""Keras on JAX, by `compile(jit_compile=True)` and `fit`.

    peer_keras.py WORKLOAD
"""

import os
import sys
import time

os.environ["KERAS_BACKEND"] = "jax"

import keras

import workloads as w

# `fit` takes milliseconds an epoch whatever the network: of XOR's 10,000 only some are trained.
XOR_EPOCHS = 500


def build(workload):
    hidden, last = ("relu", None) if workload.data else ("sigmoid", "sigmoid")
    layers = [keras.layers.Dense(units, hidden) for units in workload.sizes[1:-1]]
    layers.append(keras.layers.Dense(workload.sizes[-1], last))
    model = keras.Sequential([keras.Input((workload.sizes[0],)), *layers])
    if workload.data:
        optimizer = keras.optimizers.Adam(workload.learning_rate, epsilon=w.EPSILON)
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    else:
        optimizer, loss = keras.optimizers.SGD(workload.learning_rate), "mse"
    model.compile(optimizer, loss, jit_compile=True)
    return model


def main(name):
    workload = w.WORKLOADS[name]
    x, y = w.labelled_data(workload) if workload.data else w.xor_data()
    start = [part for layer in w.initial_weights(workload) for part in layer]
    epochs = workload.epochs if workload.data else XOR_EPOCHS
    model = build(workload)
    model.fit(x, y, batch_size=workload.batch, epochs=1, verbose=0)  # compiles
    model.set_weights(start)
    begin = time.perf_counter()
    history = model.fit(x, y, batch_size=workload.batch, epochs=epochs, verbose=0)
    seconds = (time.perf_counter() - begin) * workload.epochs / epochs
    is_part = epochs < workload.epochs
    note = f"scaled up from {epochs} epochs" if is_part else ""
    w.report([seconds], history.history["loss"][-1], keras.__version__, note, is_part)


if __name__ == "__main__":
    main(*sys.argv[1:])
