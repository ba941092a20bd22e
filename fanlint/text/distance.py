"""How many slips of a finger lie between two words."""

from __future__ import annotations


def edit_distance(first: str, second: str, most: int) -> int:
    """Optimal string alignment distance (insert, delete, replace, swap neighbours); ``most + 1`` if it is greater."""
    if abs(len(first) - len(second)) > most:
        return most + 1
    head, tail = common_ends(first, second)
    first, second = first[head : len(first) - tail], second[head : len(second) - tail]
    if not first or not second:
        return min(len(first) + len(second), most + 1)
    if most == 1:  # what most words are asked for
        return 1 if len(first) == len(second) == 1 or (first == second[::-1] and len(first) == 2) else 2
    return _aligned(first, second, most)


def common_ends(first: str, second: str) -> tuple[int, int]:
    """How many letters the two words share at their beginnings, and of the rest at their ends."""
    shorter = min(len(first), len(second))
    head = 0
    while head < shorter and first[head] == second[head]:
        head += 1
    tail = 0
    while tail < shorter - head and first[-1 - tail] == second[-1 - tail]:
        tail += 1
    return head, tail


def _aligned(first: str, second: str, most: int) -> int:
    older: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        current = [i]
        for j, b in enumerate(second, 1):
            cost = min(row[j] + 1, current[j - 1] + 1, row[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            current.append(cost)
        if min(current) > most:
            return most + 1
        older, row = row, current
    return min(row[-1], most + 1)
