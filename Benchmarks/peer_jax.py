"""JAX: a whole training is one program compiled by XLA, with `lax.scan` over epochs and batches.

    peer_jax.py WORKLOAD

The form for each workload is the fastest of those tried: XOR as products and sums rather than
matrix products, so that XLA fuses a step; xor1000 by `lax.map` in groups of 64 runs; digits_sweep
by the compiled single run. Sweeps are shared out over a thread for each core.
"""

import functools
import sys
from concurrent.futures import ThreadPoolExecutor

import jax
import jax.numpy as jnp
import numpy as np
from jax import lax

import workloads as w


def xor_loss(layers, x, y):
    (w1, b1), (w2, b2) = layers
    hidden = jax.nn.sigmoid((x[:, :, None] * w1).sum(1) + b1)
    output = jax.nn.sigmoid((hidden[:, :, None] * w2).sum(1) + b2)
    return ((output - y) ** 2).mean()


def train_xor(workload, layers):
    """Gives the loss before each step."""
    x, y = map(jnp.asarray, w.xor_data())

    def step(layers, _):
        loss, gradients = jax.value_and_grad(xor_loss)(layers, x, y)
        move = lambda p, g: p - workload.learning_rate * g
        return jax.tree.map(move, layers, gradients), loss

    return lax.scan(step, layers, None, workload.epochs)[1]


def cross_entropy(layers, x, y):
    for weights, biases in layers[:-1]:
        x = jax.nn.relu(x @ weights + biases)
    weights, biases = layers[-1]
    z = x @ weights + biases
    return (jax.nn.logsumexp(z, 1) - jnp.take_along_axis(z, y[:, None], 1)[:, 0]).mean()


def train_classifier(batch, x, y, layers, rate, orders):
    """Adam over the batches of each order, the last short one too; the mean loss of each epoch."""
    whole = orders.shape[1] // batch * batch

    def step(state, pick):
        layers, mean, square, steps = state
        loss, gradients = jax.value_and_grad(cross_entropy)(layers, x[pick], y[pick])
        steps = steps + 1
        mean = jax.tree.map(lambda m, g: w.BETA1 * m + (1 - w.BETA1) * g, mean, gradients)
        square = jax.tree.map(lambda s, g: w.BETA2 * s + (1 - w.BETA2) * g * g, square, gradients)
        size, root = rate / (1 - w.BETA1**steps), jnp.sqrt(1 - w.BETA2**steps)
        move = lambda p, m, s: p - size * m / (jnp.sqrt(s) / root + w.EPSILON)
        return (jax.tree.map(move, layers, mean, square), mean, square, steps), loss * len(pick)

    def epoch(state, order):
        state, losses = lax.scan(step, state, order[:whole].reshape(-1, batch))
        total = losses.sum()
        if whole < len(order):
            state, loss = step(state, order[whole:])
            total += loss
        return state, total / len(order)

    zeros = jax.tree.map(jnp.zeros_like, layers)
    state, losses = lax.scan(epoch, (layers, zeros, zeros, jnp.float32(0)), orders)
    return losses, state[0]


def compiled(function, *arguments):
    return jax.jit(function).lower(*arguments).compile()


def xor(workload):
    train = functools.partial(train_xor, workload)
    runs = [w.initial_weights(workload, seed) for seed in range(workload.runs)]
    if workload.runs == 1:
        layers = jax.tree.map(jnp.asarray, runs[0])
        program = compiled(train, layers)
        seconds, losses = w.timed(lambda: jax.block_until_ready(program(layers)))
        return seconds, losses[-1]
    stack = lambda *parts: jnp.asarray(np.stack(parts))
    shares = [jax.tree.map(stack, *share) for share in w.shares(runs)]
    last_losses = lambda layers: lax.map(train, layers, batch_size=64)[:, -1]
    programs = [compiled(last_losses, share) for share in shares]
    work = list(zip(programs, shares))
    seconds, losses = in_threads(lambda each: jax.block_until_ready(each[0](each[1])), work)
    return seconds, np.concatenate(losses).mean()


def in_threads(function, items):
    """Times all calls, made by a thread for each core; compiled programs leave Python's lock."""
    with ThreadPoolExecutor(len(w.cores())) as pool:
        return w.timed(lambda: list(pool.map(function, items)))


def classifier(workload):
    x, y = w.labelled_data(workload)
    x, y = jnp.asarray(x), jnp.asarray(y, jnp.int32)
    train = functools.partial(train_classifier, workload.batch)
    orders = lambda seed: w.orders(workload, seed).astype(np.int32)
    layers = w.initial_weights(workload)
    program = compiled(train, x, y, layers, np.float32(0), orders(0))

    def one(layers, rate, seed):
        losses, _ = jax.block_until_ready(program(x, y, layers, np.float32(rate), orders(seed)))
        return losses[-1]

    if workload.runs == 1:
        return w.timed(lambda: one(layers, workload.learning_rate, 0))
    runs = [(w.initial_weights(workload, seed), rate, seed) for rate, seed in workload.sweep()]
    seconds, losses = in_threads(lambda run: one(*run), runs)
    return seconds, np.mean(losses)


def main(name):
    workload = w.WORKLOADS[name]
    seconds, loss = classifier(workload) if workload.data else xor(workload)
    w.report(seconds, loss, jax.__version__)


if __name__ == "__main__":
    main(*sys.argv[1:])
