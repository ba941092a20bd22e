"""Where findings and fixes are in a file, in the terms that all report formats share."""

from typing import NamedTuple

from fanlint.formats.base import Location, Source
from fanlint.model import Finding, Fix, Safety, Span


class Range(NamedTuple):
    """From ``start`` up to, not including, ``end``; both are places in the decoded file."""

    start: Location
    end: Location

    @property
    def span(self) -> Span:
        """Code points of the decoded file, where CRLF is two."""
        return Span(self.start.offset, self.end.offset)


def place_of(source: Source, finding: Finding) -> Range:
    """The range of the file that a finding is about: a comment, or where its span comes from."""
    if finding.comment is not None:
        comment = source.comments[finding.comment]
        return Range(comment.start, comment.end)
    return in_file(source, finding.span)


def text_of(source: Source, finding: Finding) -> str:
    """The text that a finding is about, without markup."""
    if finding.comment is not None:
        return source.comments[finding.comment].text
    return source.document.slice(finding.span)


def in_file(source: Source, span: Span) -> Range:
    """The range of the file that a span of the document comes from."""
    start = source.locate(span.start)
    # An empty span between two runs would end before the markup and begin after it.
    return Range(start, source.locate(span.end, end=True) if span.end > span.start else start)


def sureness(source: Source, fix: Fix) -> Safety:
    """How sure a fix is in this file: one that would cross markup can only be shown."""
    return fix.safety if source.can_apply(fix) else Safety.MANUAL


def fixable(source: Source, finding: Finding) -> Safety:
    """How sure the fix is that ``--fix`` would take, which is the first; MANUAL where there is none."""
    return sureness(source, finding.fixes[0]) if finding.fixes else Safety.MANUAL


def new_text(source: Source, text: str) -> str:
    """The text of an edit as the file would hold it, with the file's own newlines."""
    return text.replace("\n", source.newline)


def shown_path(path: str) -> str:
    """A path that can be printed: bytes that are not UTF-8, which Python keeps as surrogates, become U+FFFD."""
    if path.isprintable():
        return path
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
