"""How many slips of a finger lie between two words."""

from __future__ import annotations


def edit_distance(first: str, second: str, most: int) -> int:
    """Optimal string alignment distance (insert, delete, replace, swap neighbours); ``most + 1`` if it is greater."""
    if abs(len(first) - len(second)) > most:
        return most + 1
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
