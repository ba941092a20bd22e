"""Tells chats from prose: messages that characters type to each other, each after its sender's name."""

import re

from fanlint.model import Span
from fanlint.text.block_kinds import BlockKind

_NAME = r"\w[\w .'’\-]{0,23}"
_TIME = r"\d{1,2}:\d\d(?: ?[ap]\.?m\.?)?"
# Compiled where a line looks like a message.
_SENDER = rf"[*_\[(<@]{{0,3}}{_NAME}[*_\])>]{{0,3}}:[*_]{{0,3}}\s+(?=\S)"
# Only a message begins so: with its time, or with its sender in angle brackets.
_STAMPED = (
    rf"[*_@]{{0,3}}(?:\[(?:{_NAME},? )?{_TIME}(?:,? {_NAME})?\]|{_NAME} [(\[]{_TIME}[)\]]|<@?{_NAME}>)"
    r":?[*_]{0,3}\s+(?=\S)"
)
_HANDLE = r"[*_]{0,3}@?(?=\w{0,24}[\d_]\w{0,24}:)\w{1,30}:\s+(?=\S)"


def mark_chats(text: str, spans: list[Span], kinds: list[BlockKind]) -> None:
    """Mark messages in a row: two that are stamped or come from handles (mira_93), and three after names of which most
    begin in lower case.

    One name alone heads a list; a scene written as a script begins its lines with capitals.
    """
    run: list[int] = []
    low = sure = 0
    senders: set[str] = set()
    for index, (start, end) in enumerate([*spans, Span(len(text), len(text))]):
        sent = _sent(text, start, end)
        if sent and kinds[index] is BlockKind.PARAGRAPH:
            run.append(index)
            senders.add(sent[0])
            low += text[sent.end()].islower()
            sure += sent.re.pattern != _SENDER
            continue
        if (sure >= 2 and 2 * sure > len(run)) or (len(run) >= 3 and 2 * low > len(run) and len(senders) > 1):
            for place in run:
                kinds[place] = BlockKind.CHAT
        run, low, sure, senders = [], 0, 0, set()


def _sent(text: str, start: int, end: int) -> re.Match[str] | None:
    """What stands before a message: its sender, and perhaps its time."""
    near = min(end, start + 36)
    if text.find(":", start, near) < 0 and text[start : start + 1] not in ("<", "[", "*", "_"):
        return None
    kinds = (re.compile(pattern, re.I) for pattern in (_STAMPED, _HANDLE, _SENDER))
    return next((found for kind in kinds if (found := kind.match(text, start, end))), None)
