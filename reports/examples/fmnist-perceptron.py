"""Trains fmnist-perceptron.onnx, 784-64-10 with biases, on the 60,000 training images of Fashion-MNIST.

    python3 fmnist-perceptron.py FOLDER > fmnist-perceptron.onnx

FOLDER holds train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz (Debian: package dataset-fashion-mnist). NumPy alone is needed;
plain stochastic gradient descent on the cross entropy, one seed, no noise in training.
"""
import gzip
import struct
import sys

import numpy as np

HIDDEN, EPOCHS, BATCH = 64, 20, 64


def idx(name, header):
    with gzip.open(f"{sys.argv[1]}/{name}") as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def train(x, labels):
    draw = np.random.default_rng(1)
    w1 = draw.normal(0, (2 / 784) ** 0.5, (784, HIDDEN))
    w2 = draw.normal(0, (2 / HIDDEN) ** 0.5, (HIDDEN, 10))
    b1, b2 = np.zeros(HIDDEN), np.zeros(10)
    for epoch in range(EPOCHS):
        rate = 0.1 * (1 - epoch / EPOCHS)
        order = draw.permutation(len(x))
        for at in range(0, len(x), BATCH):
            some = order[at:at + BATCH]
            hidden = np.maximum(x[some] @ w1 + b1, 0)
            out = hidden @ w2 + b2
            p = np.exp(out - out.max(1, keepdims=True))
            p /= p.sum(1, keepdims=True)
            p[np.arange(len(some)), labels[some]] -= 1
            p /= len(some)
            back = (p @ w2.T) * (hidden > 0)
            w2 -= rate * hidden.T @ p
            b2 -= rate * p.sum(0)
            w1 -= rate * x[some].T @ back
            b1 -= rate * back.sum(0)
    return w1, b1, w2, b2


# What of ONNX's protocol buffers is needed: numbers, and bytes of a length.
def number(field, value):
    return varint(field << 3) + varint(value)


def varint(value):
    low = bytearray()
    while value > 127:
        low.append(value & 127 | 128)
        value >>= 7
    return bytes(low) + bytes([value])


def block(field, of):
    of = of.encode() if isinstance(of, str) else of
    return varint(field << 3 | 2) + varint(len(of)) + of


def tensor(name, array):
    dims = b"".join(number(1, size) for size in array.shape)
    return block(5, dims + number(2, 1) + block(8, name) + block(9, array.astype("<f4").tobytes()))


def node(kind, name, ins, out):
    return block(1, b"".join(block(1, i) for i in ins) + block(2, out) + block(3, name) + block(4, kind))


def value(field, name, *dims):
    shape = b"".join(block(1, block(2, d) if isinstance(d, str) else number(1, d)) for d in dims)
    return block(field, block(1, name) + block(2, block(1, number(1, 1) + block(2, shape))))


images = idx("train-images-idx3-ubyte.gz", 16).reshape(-1, 784) / 255.0
w1, b1, w2, b2 = train(images, idx("train-labels-idx1-ubyte.gz", 8))
graph = (node("Flatten", "flat", ["image"], "x") + node("Gemm", "hidden", ["x", "w1", "b1"], "h")
         + node("Relu", "relu", ["h"], "a") + node("Gemm", "out", ["a", "w2", "b2"], "scores")
         + block(2, "fmnist-perceptron") + tensor("w1", w1) + tensor("b1", b1) + tensor("w2", w2) + tensor("b2", b2)
         + value(11, "image", "N", 1, 28, 28) + value(12, "scores", "N", 10))
sys.stdout.buffer.write(number(1, 8) + block(7, graph) + block(8, number(2, 13)))
