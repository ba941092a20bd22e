"""How much was found, in numbers and in one sentence."""

from typing import NamedTuple

from fanlint.model import Safety, Severity
from fanlint.report import Outcome, Style
from fanlint.report.places import mendable, shown_path
from fanlint.report.screen import BOLD, CYAN, GREEN, YELLOW, paint, shown

UNKNOWN_NAME = "canon/unknown-name"  # listed together, not one by one


class Tally(NamedTuple):
    """Numbers of findings: ``faults`` fail a run, ``notes`` and ``names`` do not; the others have such a fix."""

    faults: int
    notes: int
    names: int
    safe: int
    unsafe: int

    @property
    def total(self) -> int:
        return self.faults + self.notes + self.names

    @property
    def parts(self) -> list[str]:
        """Those that are not 0, in words."""
        numbers = ((self.faults, "fault"), (self.notes, "note"), (self.names, "unknown name"))
        return [count(number, noun) for number, noun in numbers if number]


def tally(outcome: Outcome) -> Tally:
    faults = notes = names = safe = unsafe = 0
    for checked in outcome.files:
        for finding in checked.findings:
            if finding.severity is not Severity.HINT:
                faults += 1
            elif finding.rule == UNKNOWN_NAME:
                names += 1
            else:
                notes += 1
            sure = mendable(checked.source, finding)
            safe += sure is Safety.SAFE
            unsafe += sure is Safety.UNSAFE
    return Tally(faults, notes, names, safe, unsafe)


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def summary(outcome: Outcome, style: Style) -> str:
    """The last line of a report for people: what was found, what was mended, what could be."""
    found = tally(outcome)
    sentences = [_found(outcome, found), _can_mend(found, style)]
    if outcome.errors:
        sentences.append(f"{count(len(outcome.errors), 'file')} could not be read.")
    elif outcome.files and not found.total and not outcome.fixed:
        sentences.append("Well done.")
    color = (BOLD,) if found.faults else (BOLD, GREEN)
    return paint(" ".join(filter(None, sentences)), *color, color=style.color) + "\n"


def _found(outcome: Outcome, found: Tally) -> str:
    if not outcome.files:
        return "Nothing was checked."
    where = _where(outcome)
    parts = ", ".join(found.parts)
    if outcome.fixed:
        left = f"Left: {parts}." if parts else "Nothing is left."
        return f"Mended {count(outcome.fixed, 'thing')} in {where}. {left}"
    if not found.total:
        return f"No faults found in {where}."
    if not found.faults:
        return f"No faults found in {where}, only {parts}."
    if len(found.parts) == 1:
        return f"Found {parts} in {where}."
    return f"Found {count(found.total, 'thing')} in {where}: {parts}."


def _where(outcome: Outcome) -> str:
    if len(outcome.files) > 1:
        return count(len(outcome.files), "file")
    path = outcome.files[0].path
    return "the text" if path == "-" else shown(shown_path(path))


def _can_mend(found: Tally, style: Style) -> str:
    """What ``--fix`` would mend; after ``--fix`` only what it would need ``--unsafe-fixes`` for."""
    safe = 0 if style.fix else found.safe
    unsafe = 0 if style.fix and style.unsafe else found.unsafe
    flags = "--fix"
    if style.unsafe or not safe:
        safe, unsafe, flags = safe + unsafe, 0, "--fix --unsafe-fixes"
    if not safe:
        return ""
    those = f"{safe:,} of them" if safe < found.total else "It" if safe == 1 else "All of them"
    more = f", {unsafe:,} more with --unsafe-fixes" if unsafe else ""
    return f"{those} can be mended by {flags}{more}."


def statistics(outcome: Outcome, style: Style) -> str:
    """A line for each rule: how often, ``[*]`` where ``--fix`` mends all of it and ``[-]`` where some, and its name."""
    enough = Safety.UNSAFE if style.unsafe else Safety.SAFE
    numbers: dict[str, list[int]] = {}
    for checked in outcome.files:
        for finding in checked.findings:
            pair = numbers.setdefault(finding.rule, [0, 0])
            pair[0] += 1
            pair[1] += mendable(checked.source, finding) >= enough
    if not numbers:
        return ""
    size = max(len(f"{number:,}") for number, _ in numbers.values())
    rows = []
    for rule, (number, mended) in sorted(numbers.items(), key=lambda item: (-item[1][0], item[0])):
        mark = "[*]" if mended == number else "[-]" if mended else "   "
        row = (
            paint(f"{number:>{size},}", BOLD, color=style.color),
            paint(mark, CYAN if mended == number else YELLOW, color=style.color) if mended else mark,
            rule,
        )
        rows.append("  ".join(row))
    marks = [mark for mark in ("[*]", "[-]") if any(mark in row for row in rows)]
    if marks:
        flags = "--fix --unsafe-fixes" if style.unsafe else "--fix"
        meaning = {"[*]": f"can be mended by {flags}", "[-]": "some of them can"}
        rows += ["", ", ".join(f"{mark} {meaning[mark]}" for mark in marks)]
    return "\n".join(rows) + "\n"
