"""What to do about a finding, in a few words: the text to try, or what the fix does."""

from __future__ import annotations

from fanlint.formats.base import Source
from fanlint.model import Edit, Finding, Fix, Span, splice

MOST_CHOICES = 3
_LONGEST = 60  # code points of a text worth quoting


def advice(source: Source, finding: Finding) -> str:
    """One or two sentences, or nothing where the message has said it already."""
    choices: list[str] = []
    titles: list[str] = []
    for fix in finding.fixes[:MOST_CHOICES]:
        new = _result(source, finding, fix)
        if new is not None:
            choices.append(f"“{new}”")
        elif not _says(finding.message, fix.title):
            titles.append(_sentence(fix.title))
    found = source.document.slice(finding.span)
    # “the the”: there the message quotes the mistake, not its replacement.
    unsaid = [choice for choice in choices if choice not in finding.message or choice[1:-1] in found]
    if unsaid:
        lead = "Try: " if len(unsaid) == len(choices) else "Or: "
        tried = lead + " or ".join(filter(None, (", ".join(unsaid[:-1]), unsaid[-1])))
        titles.insert(0, tried + ("." if titles else ""))
    return " ".join(titles)


def _result(source: Source, finding: Finding, fix: Fix) -> str | None:
    """What would stand there after the fix, or None where the fix's title says it better, as for spaces and marks."""
    if not any(char.isalnum() for edit in fix.edits for char in edit.text):
        return None
    if not any(finding.span.overlaps(edit.span) for edit in fix.edits):
        return None  # it changes another place than the one underlined
    start, end = min(finding.span.start, fix.hull.start), max(finding.span.end, fix.hull.end)
    old = source.document.text[start:end]
    new = splice(old, [Edit(Span(span.start - start, span.end - start), text) for span, text in fix.edits])
    if len(new) > _LONGEST and len(fix.edits) == 1:
        new = fix.edits[0].text
    only_space = "".join(old.split()) == "".join(new.split())
    if len(new) > _LONGEST or (only_space and not fix.title.startswith("Change to")):
        return None
    return new


def _says(message: str, title: str) -> bool:
    """Whether a message gives the same advice, as “Remove the space before the comma.” does for “Remove it.”"""
    return message.split(" ", 1)[0].casefold() == title.split(" ", 1)[0].casefold()


def _sentence(title: str) -> str:
    return title if title.endswith((".", "!", "?")) else title + "."
