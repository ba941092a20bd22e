"""The numbers of stories for people: at most 80 columns, with bars."""

from __future__ import annotations

from typing import NamedTuple

from fanlint.report.screen import BOLD, CYAN, DIM, paint, shown, width
from fanlint.stats.numbers import Numbers, Telling, commonest, ease_in_words, histogram

_WIDEST = 80
_MOST = 10  # rows of a list
_LONGEST_NAME = 18  # columns
_BAR = 36  # columns


class Look(NamedTuple):
    """``bar`` is the sign that bars are made of."""

    columns: int = _WIDEST
    color: bool = False
    bar: str = "█"


def render(files: list[tuple[str, Numbers]], total: Numbers, words: list[Telling], look: Look) -> str:
    """A line for each of several files, then the numbers of all of them together."""
    look = look._replace(columns=min(look.columns, _WIDEST))
    title = files[0][0] if len(files) == 1 else "All together"
    parts = [] if len(files) == 1 else [_table(files, look)]
    parts += [
        _head(shown(title), look) + _basics(total),
        _speakers(total, look),
        _section("Names", "times", commonest(total.names, _MOST), look),
        _telling(words, look),
        _section("Sentences", "by their number of words", _lengths(total), look),
        _ease(total, look),
    ]
    return "\n".join(part for part in parts if part)


def _head(text: str, look: Look) -> str:
    return paint(text, BOLD, color=look.color) + "\n"


def _basics(numbers: Numbers) -> str:
    scenes = f"in {_many(numbers.scenes, 'scene')}"
    notes = f", and {_many(numbers.notes, 'word')} in notes of the author" if numbers.notes else ""
    rows = [
        ("Words", f"{numbers.words:,}", _time(numbers.minutes) + notes),
        ("Paragraphs", f"{numbers.paragraphs:,}", scenes),
        (
            "Sentences",
            f"{numbers.sentences:,}",
            f"{numbers.mean_length:.1f} words each; half have {numbers.median_length} or fewer",
        ),
        ("Dialogue", f"{100 * numbers.dialogue:.0f}%", f"of all words, in {_many(numbers.turns, 'paragraph')}"),
    ]
    wide = max(len(value) for _, value, _ in rows)
    return "".join(f"  {name:<10}  {value:>{wide}}  {note}\n" for name, value, note in rows)


def _time(minutes: float) -> str:
    """How long a reader needs, as one says it."""
    whole = round(minutes)
    if whole < 1:
        return "less than a minute to read"
    if whole < 60:
        return f"about {_many(whole, 'minute')} to read"
    hours, left = divmod(5 * round(whole / 5), 60)
    return f"about {_many(hours, 'hour')}" + (f" {_many(left, 'minute')}" if left else "") + " to read"


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _speakers(numbers: Numbers, look: Look) -> str:
    """Who speaks in how many paragraphs, and in how many nobody is named."""
    rows = commonest(numbers.speakers, _MOST)
    others = numbers.speakers.total() - sum(count for _, count in rows)
    section = _section("Who speaks", "paragraphs with speech", rows + [("others", others)] * bool(others), look)
    untold = numbers.turns - numbers.speakers.total()
    if not section or not untold:
        return section
    return section + f"  In {untold:,} more no name stands beside the speech.\n"


def _lengths(numbers: Numbers) -> list[tuple[str, int]]:
    return [
        (f"{low}–{high}" if high else f"over {low - 1}", sentences)
        for low, high, sentences in histogram(numbers.lengths)
    ]


def _section(title: str, note: str, rows: list[tuple[str, int]], look: Look) -> str:
    """A titled list with a bar for each row; nothing for none."""
    most = max((count for _, count in rows), default=0)
    if not most:
        return ""
    rows = [(_short(shown(name)), count) for name, count in rows]
    wide = max(width(name) for name, _ in rows)
    digits = len(f"{most:,}")
    room = min(_BAR, look.columns - wide - digits - 6)
    lines = []
    for name, count in rows:
        bar = look.bar * max(bool(count), round(room * count / most))
        lines.append(
            f"  {name}{' ' * (wide - width(name))}  {count:>{digits},}  {paint(bar, CYAN, color=look.color)}".rstrip()
        )
    return f"{_title(title, note, look)}" + "".join(line + "\n" for line in lines)


def _title(title: str, note: str, look: Look) -> str:
    return f"{paint(title, BOLD, color=look.color)}  {paint(note, DIM, color=look.color)}\n"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"


def _telling(words: list[Telling], look: Look) -> str:
    """Words that stand out, in two columns."""
    if not words:
        return ""
    wide = max(len(shown(word.word)) for word in words)
    digits = max(len(f"{word.uses:,}") for word in words)
    cells = [f"  {shown(word.word):<{wide}}  {word.uses:>{digits},}  ×{_ratio(word.ratio)}" for word in words]
    half = (len(cells) + 1) // 2 if 2 * max(map(len, cells)) <= look.columns else len(cells)
    column = max(map(len, cells[:half])) + 4
    rows = [f"{cells[at]:<{column}}{cells[at + half] if at + half < len(cells) else ''}".rstrip() for at in range(half)]
    note = "words it has far more often than English at large (×)"
    return _title("Its own", note, look) + "".join(row + "\n" for row in rows)


def _ratio(ratio: float) -> str:
    """Two digits are all that such a ratio is good for."""
    if ratio >= 1000:
        return "1,000+"
    return f"{ratio:.0f}" if ratio < 100 else f"{round(ratio, -1):.0f}"


def _ease(numbers: Numbers, look: Look) -> str:
    ease = numbers.reading_ease
    if ease is None:
        return ""
    name, meaning = ease_in_words(ease)
    text = f"  {ease:.0f} of 100, {name}. {meaning}\n"
    return _title("Reading ease", "Flesch: short words and sentences are easy", look) + text


def _table(files: list[tuple[str, Numbers]], look: Look) -> str:
    """A line for each file."""
    rows = [
        (
            shown(path),
            f"{numbers.words:,}",
            f"{100 * numbers.dialogue:.0f}%",
            f"{numbers.mean_length:.1f}",
            "" if numbers.reading_ease is None else f"{numbers.reading_ease:.0f}",
        )
        for path, numbers in files
    ]
    rows.insert(0, ("", "words", "dialogue", "sentence", "ease"))
    wide = [max(map(width, column)) for column in zip(*rows, strict=True)]
    first = min(wide[0], max(12, look.columns - sum(wide[1:]) - 2 * len(wide[1:])))
    lines = []
    for path, *cells in rows:
        line = _padded(path, first) + "".join(f"  {cell:>{size}}" for cell, size in zip(cells, wide[1:], strict=True))
        lines.append(line.rstrip() if path else paint(line, DIM, color=look.color))
    return "".join(line + "\n" for line in lines)


def _padded(path: str, columns: int) -> str:
    """A path in so many columns; of one that is too long, its end."""
    if width(path) > columns:
        while width(path) >= columns:
            path = path[1:]
        path = "…" + path
    return path + " " * (columns - width(path))
