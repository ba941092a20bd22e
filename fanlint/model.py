"""The values that everything else passes around: spans, edits, fixes and findings."""

from enum import IntEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points of ``Document.text``."""

    start: int
    end: int

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point; an empty span shares the place where it stands."""
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


class Safety(IntEnum):
    """How sure a fix is: MANUAL is only shown, UNSAFE needs ``--unsafe-fixes``, SAFE is applied by ``--fix``."""

    MANUAL = 0
    UNSAFE = 1
    SAFE = 2


class Severity(IntEnum):
    """HINT is a note and never fails a run; WARNING and ERROR do."""

    HINT = 0
    WARNING = 1
    ERROR = 2


class Edit(NamedTuple):
    """Put ``text`` in the place of ``span``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that are applied together or not at all, in order, without overlap."""

    edits: tuple[Edit, ...]
    safety: Safety
    title: str

    @property
    def hull(self) -> Span:
        """The smallest span that holds every edit."""
        return Span(self.edits[0].span.start, max(edit.span.end for edit in self.edits))


class Finding(NamedTuple):
    """What one rule says about one place; ``fixes`` are choices, best first; ``also`` are further places.

    ``comment`` is for findings about fanlint's own comments, which the document does not contain: the index of the
    comment in ``Source.comments``. ``span`` is then the nearest place of the document.
    """

    rule: str
    span: Span
    message: str
    severity: Severity
    fixes: tuple[Fix, ...] = ()
    also: tuple[Span, ...] = ()
    comment: int | None = None


class Level(IntEnum):
    """How sure a model is of a candidate; a rule speaks for the candidates of one level."""

    DEFAULT = 0
    STRICT = 1
    HUNT = 2


class Candidate(NamedTuple):
    """A place that a model holds for a mistake, for a judge to decide on.

    ``choices`` are the ways to correct it, best first, each the edits of a whole correction. ``score`` is how many
    logits it lies above the model's threshold for ``level``, the surest level that it reaches. ``source`` names the
    model; ``kind`` is the kind of mistake, as far as the model tells kinds apart.
    """

    span: Span
    choices: tuple[tuple[Edit, ...], ...]
    score: float
    level: Level
    source: str
    kind: str = ""


def replace(span: Span, text: str, safety: Safety, title: str | None = None) -> Fix:
    """A fix of a single edit."""
    if title is None:
        title = f"Change to “{text}”." if text.strip() else "Remove it." if not text else "Change the space."
    return Fix((Edit(Span(*span), text),), safety, title)


def splice(text: str, edits: tuple[Edit, ...] | list[Edit]) -> str:
    """``text`` with every edit applied; edits are in order and do not overlap."""
    out: list[str] = []
    at = 0
    for (start, end), new in edits:
        out.append(text[at:start])
        out.append(new)
        at = end
    out.append(text[at:])
    return "".join(out)
