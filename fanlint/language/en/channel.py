"""How unlikely it is that one word was typed for another: costs of mistaken groups of letters, in
natural-log units."""

from __future__ import annotations

import os
from collections.abc import Mapping

from fanlint.text.distance import common_ends

LONGEST = 4
"""The most letters that a group learnt from misspellings has on either side."""
STRANGE = 6.0
"""What one letter costs that stands for, or beside, one it is not known to be mistaken for."""


class Channel:
    """A noisy channel: what each group of letters costs to be typed as another."""

    def __init__(self, costs: Mapping[tuple[str, str], float]) -> None:
        """`costs` by (wrong, right): "" for nothing, "^" and "$" for the ends of a word."""
        self._costs = costs
        ends: dict[str, set[tuple[int, int]]] = {}
        for wrong, right in costs:
            if wrong and right:
                sizes = ends.setdefault(wrong[-1] + right[-1], set())
                if len(wrong) + len(right) > 2:
                    sizes.add((len(wrong), len(right)))
        # By the last letters: what the one costs for the other, and the sizes of the groups that end in them.
        self._ends = {
            end: (0.0 if end[0] == end[1] else costs.get((end[0], end[1]), STRANGE), tuple(sizes))
            for end, sizes in ends.items()
        }

    @classmethod
    def load(cls, path: str | None = None) -> Channel:
        """Read a table of lines "wrong<TAB>right<TAB>cost", by default the one shipped beside this module (2 ms)."""
        if path is None:
            path = os.path.join(os.path.dirname(__file__), "data", "channel.tsv")
        with open(path, encoding="ascii") as file:
            rows = [line.split("\t") for line in file]
        return cls({(wrong, right): float(cost) for wrong, right, cost in rows})

    def cost(self, wrong: str, right: str) -> float:
        """What it costs to type `right` as `wrong` (lower case): about -ln of its probability; 0.0 for the
        same."""
        if wrong == right:
            return 0.0
        a, b = f"^{wrong}$", f"^{right}$"
        head, tail = common_ends(a, b)
        if one_slip(a, b, head, tail):
            return self._single(a, b, head, tail)
        head, tail = head - 1, tail - 1
        return self.aligned(a[head : len(a) - tail], b[head : len(b) - tail])

    def _single(self, a: str, b: str, head: int, tail: int) -> float:
        """The cost of one slip, told from the letters around it as far as they are known to matter."""
        costs = self._costs
        stop, end = len(a) - tail, len(b) - tail
        best = costs.get((a[head:stop], b[head:end]), STRANGE)
        for less in range(min(head, 2) + 1):
            for more in range(min(tail, 2) + 1):
                if less or more:
                    value = costs.get((a[head - less : stop + more], b[head - less : end + more]), STRANGE)
                    if value < best:
                        best = value
        return best

    def aligned(self, a: str, b: str) -> float:
        """The cost of the cheapest way to cover `a`, typed, and `b`, meant, with groups of letters."""
        costs, ends = self._costs, self._ends
        left_out = [costs.get(("", y), STRANGE) for y in b]
        above = [0.0]
        for cost in left_out:
            above.append(above[-1] + cost)
        table = [above]
        for i, x in enumerate(a, 1):
            spare = costs.get((x, ""), STRANGE)
            last = above[0] + spare
            row = [last]
            table.append(row)
            for j, y in enumerate(b, 1):
                known = ends.get(x + y)
                if known is None:
                    best = above[j - 1] if x == y else above[j - 1] + STRANGE
                else:
                    best = above[j - 1] + known[0]
                    for p, q in known[1]:
                        if p <= i and q <= j:
                            before = table[i - p][j - q]
                            if before < best:
                                value = before + costs.get((a[i - p : i], b[j - q : j]), 99.0)
                                if value < best:
                                    best = value
                value = above[j] + spare
                if value < best:
                    best = value
                last += left_out[j - 1]
                if best < last:
                    last = best
                row.append(last)
            above = row
        return table[-1][-1]


def one_slip(a: str, b: str, head: int, tail: int) -> bool:
    """Whether a letter more, fewer or other, or a swap of two, is all that lies between the ends `a` and `b`
    share."""
    rows, columns = len(a) - head - tail, len(b) - head - tail
    return (rows < 2 and columns < 2) or (rows == 2 == columns and a[head] == b[head + 1] and a[head + 1] == b[head])
