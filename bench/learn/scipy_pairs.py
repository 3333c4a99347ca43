"""Counts the pairs of orders in a file with scipy and picks the 50 best of each product: scipy_pairs.py counts|weighted FILE

`counts`: A.T @ A by blocks of products, as whole numbers; pairs in 3 orders with a lift above 1, by Dunning's G2.
`weighted`: that and A.T @ W @ A, W the weight of each order; the same pairs, by weight / (anchor ** 0.8 * neighbour ** 0.2).
Distinct customers are counted in neither. Only counting and picking are timed; the peak of memory is that of the whole process, orders included.
"""
import json
import resource
import sys
import time

import numpy as np
import scipy.sparse as sp

BLOCK = 2000
NEIGHBOURS = 50
MIN_SUPPORT = 3


def read(path):
    with open(path, "rb") as file:
        orders, lines, products, _ = (int(number) for number in np.fromfile(file, np.uint32, 4))
        file.seek(16 + 20 * orders)
        offsets = np.fromfile(file, np.int32, orders + 1)
        members = np.fromfile(file, np.int32, lines)
    return sp.csr_matrix((np.ones(lines, np.int32), members, offsets), shape=(orders, products))


def entropy(x):
    return np.where(x > 0, x * np.log(np.maximum(x, 1)), 0.0)


def log_likelihood_ratio(both, first, second, neither):
    rows = entropy(both + first) + entropy(second + neither)
    columns = entropy(both + second) + entropy(first + neither)
    cells = entropy(both) + entropy(first) + entropy(second) + entropy(neither)
    return 2 * (cells - rows - columns + entropy(both + first + second + neither))


def best(rows, columns, scores):
    """How many pairs are left when every row keeps its best."""
    order = np.lexsort((columns, -scores, rows))
    rows = rows[order]
    starts = np.r_[0, np.flatnonzero(np.diff(rows)) + 1, len(rows)] if len(rows) else np.zeros(1, int)
    sizes = np.diff(starts)
    ranks = np.arange(len(rows)) - np.repeat(starts[:-1], sizes)
    return int(np.count_nonzero(ranks < NEIGHBOURS))


def count(orders, weighted):
    total, products = float(orders.shape[0]), orders.shape[1]
    transposed = orders.T.tocsr()
    counts = np.asarray(orders.sum(axis=0)).ravel().astype(np.float64)
    if weighted:
        weights = 1 / np.sqrt(np.maximum(np.diff(orders.indptr) - 1, 1))
        weighty = sp.csr_matrix((weights[transposed.indices], transposed.indices, transposed.indptr), shape=transposed.shape)
        sums = np.asarray(weighty.sum(axis=1)).ravel()
    pairs = 0
    for start in range(0, products, BLOCK):
        met = (transposed[start : start + BLOCK] @ orders).tocoo()
        rows, columns, together = met.row + start, met.col, met.data
        keep = np.flatnonzero((together >= MIN_SUPPORT) & (rows != columns))
        keep = keep[together[keep] * total > counts[rows[keep]] * counts[columns[keep]]]
        rows, columns, together = rows[keep], columns[keep], together[keep].astype(np.float64)
        if weighted:
            # The same pattern in the same order as the counts.
            weight = (weighty[start : start + BLOCK] @ orders).tocoo().data[keep]
            scores = weight / (sums[rows] ** 0.8 * sums[columns] ** 0.2)
        else:
            alone, other = counts[rows] - together, counts[columns] - together
            scores = log_likelihood_ratio(together, alone, other, total - together - alone - other)
        pairs += best(rows, columns, scores)
    return pairs


orders = read(sys.argv[2])
before, began = time.process_time(), time.monotonic()
pairs = count(orders, sys.argv[1] == "weighted")
seconds, wall = time.process_time() - before, time.monotonic() - began
print(json.dumps({"cpuSeconds": seconds, "wallSeconds": wall, "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "pairs": pairs}))
