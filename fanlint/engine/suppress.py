"""What the writer tells fanlint to leave alone: comments and accepted findings; and comments that ignore nothing."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from fanlint.errors import ConfigError
from fanlint.folders import shown
from fanlint.formats.base import Comment, Source
from fanlint.model import Finding, Severity, Span
from fanlint.selectors import covered

UNUSED = "fanlint/unused-ignore"
UNKNOWN = "fanlint/unknown-comment"


class Directive(NamedTuple):
    """One comment: ``verb`` with the rules or folders it names (none means all), from its line to ``until``.

    ``comment`` is its index in ``Source.comments``.
    """

    verb: str
    names: tuple[str, ...]
    line: int
    until: int
    comment: int

    def covers(self, rule: str, line: int) -> bool:
        return (not self.names or covered(self.names, rule)) and self.line <= line <= self.until


class Directives(NamedTuple):
    """All that a file's comments say: words that are right, places to ignore, and the indices of unknown comments."""

    words: frozenset[str]
    ignores: tuple[Directive, ...]
    unknown: tuple[int, ...]


_END = 1 << 60  # a line after every line


def read_directives(comments: Iterable[Comment]) -> Directives:
    """Read ``<!-- fanlint: ignore RULE -- reason -->`` and its kin."""
    words: set[str] = set()
    ignores: list[Directive] = []
    unknown: list[int] = []
    for index, comment in enumerate(comments):
        order = " ".join(comment.text.removeprefix("fanlint:").split()).split(" -- ")[0]
        verb, _, rest = order.partition(" ")
        names = tuple(rest.replace(",", " ").split())
        line = comment.start.line
        if verb == "words":
            words.update(word.strip() for word in rest.split(",") if word.strip())
        elif verb == "ignore":
            ignores.append(Directive(verb, names, line, line, index))
        elif verb == "ignore-next-line":
            ignores.append(Directive(verb, names, line + 1, line + 1, index))
        elif verb == "ignore-file":
            ignores.append(Directive(verb, names, 0, _END, index))
        elif verb == "off":
            ignores.append(Directive(verb, names, line, _END, index))
        elif verb == "on":
            _switch_on(ignores, names, line)
        else:
            unknown.append(index)
    return Directives(frozenset(words), tuple(ignores), tuple(unknown))


def _switch_on(ignores: list[Directive], names: tuple[str, ...], line: int) -> None:
    for index, directive in enumerate(ignores):
        if directive.verb == "off" and directive.until == _END and (not names or directive.names == names):
            ignores[index] = directive._replace(until=line)


def apply_directives(directives: Directives, findings: Iterable[Finding], source: Source) -> list[Finding]:
    """The findings that no comment ignores, and one for every comment that ignores nothing or says nothing."""
    used: set[Directive] = set()
    kept: list[Finding] = []
    for finding in findings:
        line = source.locate(finding.span.start).line
        covering = [directive for directive in directives.ignores if directive.covers(finding.rule, line)]
        used.update(covering)
        if not covering:
            kept.append(finding)
    for directive in directives.ignores:
        if directive not in used:
            names = " ".join(("", *directive.names))
            message = f"“fanlint: {directive.verb}{names}” ignores nothing here. Remove it."
            kept.append(_about_comment(UNUSED, message, directive.comment, source))
    for index in directives.unknown:
        text = " ".join(source.comments[index].text.split())
        message = f"“{text}” is not a known comment. See: fanlint explain comments"
        kept.append(_about_comment(UNKNOWN, message, index, source))
    return kept


def _about_comment(rule: str, message: str, index: int, source: Source) -> Finding:
    end = min(source.comments[index].offset + 1, len(source.document.text))
    return Finding(rule, Span(max(0, end - 1), end), message, Severity.HINT, comment=index)


class Accepted(NamedTuple):
    """A finding that the writer has looked at and keeps, known again by rule, sentence and text."""

    file: str
    rule: str
    sentence: str
    text: str


def accept(finding: Finding, source: Source, name: str) -> Accepted:
    """The key of a finding; ``name`` is the file's path as kept, relative to the project."""
    document = source.document
    sentence = document.sentence_at(finding.span.start)
    around = document.slice(sentence.span) if sentence else ""
    return Accepted(name, finding.rule, " ".join(around.split()), document.slice(finding.span))


def load_accepted(path: str) -> frozenset[Accepted]:
    """The accepted findings of a project; none where there is no such file. Raises ConfigError with the line."""
    try:
        with open(path, encoding="utf-8") as file:
            lines = file.read().splitlines()
    except FileNotFoundError:
        return frozenset()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(shown(path), f"cannot be read: {error}.") from None
    import json  # only where something is accepted

    found = set()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            found.add(Accepted(entry["file"], entry["rule"], entry["sentence"], entry["text"]))
        except (ValueError, KeyError, TypeError):
            raise ConfigError(shown(path), f"line {number} is not an accepted finding.", "Delete the line.") from None
    return frozenset(found)


def save_accepted(path: str, accepted: Iterable[Accepted]) -> None:
    """Write the file sorted, one finding a line, so that two writers' files merge."""
    import json

    from fanlint.formats.save import write_whole

    lines = [json.dumps(entry._asdict(), ensure_ascii=False) for entry in sorted(set(accepted))]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write_whole(path, "".join(line + "\n" for line in lines).encode())
