"""What a rule is: its scope, what it may say, and the one notation of its examples."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple

from fanlint.language import ENGLISH
from fanlint.model import Edit, Finding, Fix, Safety, Severity, Span, replace, splice
from fanlint.story import Story
from fanlint.text.blocks import Block, BlockKind
from fanlint.text.dialogue import Speech
from fanlint.text.document import STORY, Document
from fanlint.text.sentences import Sentence

Scope = type[Document] | type[Block] | type[Sentence] | type[Speech]


class Where(StrEnum):
    """Which voice a rule is for."""

    ANYWHERE = "anywhere"
    NARRATION = "narration"
    SPEECH = "speech"


ANY_LANGUAGE = "any"


class Rule(ABC):
    """One kind of mistake and how to tell a writer about it. The docstring is what ``fanlint explain`` prints.

    A subclass sets ``scope`` (what ``check`` is given), ``message``, ``examples``, and yields findings. Its name
    comes from its path; instances hold no state.
    """

    name: str = ""
    scope: ClassVar[Scope] = Document
    severity: Severity = Severity.WARNING
    safety: Safety = Safety.MANUAL
    message: str = ""
    where: Where = Where.ANYWHERE
    zones: frozenset[BlockKind] = STORY
    # Codes of the languages it holds for; “any” for all, and then “-fr” for all but French.
    languages: tuple[str, ...] = (ENGLISH,)
    examples: tuple[str, ...] = ()
    example_canon: tuple[str, ...] = ()
    example_english: str | None = None
    example_language: str = ENGLISH
    # Names of rules, or "folder/" for all of a folder, whose finding at the same place says more than this one's.
    yields_to: tuple[str, ...] = ()

    @abstractmethod
    def check(self, item: Any, story: Story) -> Iterator[Finding]:
        """Yield what is wrong in one item of the scope."""

    @property
    def explanation(self) -> str:
        from inspect import cleandoc

        return cleandoc(self.__doc__ or "")

    def holds_in(self, language: str) -> bool:
        """Whether the rule is for drafts in the language with this code."""
        return f"-{language}" not in self.languages and (ANY_LANGUAGE in self.languages or language in self.languages)

    def found(
        self,
        span: Span,
        *replacements: str,
        message: str | None = None,
        safety: Safety | None = None,
        severity: Severity | None = None,
        fixes: tuple[Fix, ...] | None = None,
        also: tuple[Span, ...] = (),
        **values: object,
    ) -> Finding:
        """A finding at ``span``; each replacement (of the whole span, best first) becomes a fix.

        ``values`` are put in the place of their names in the message: ``right="its"`` for “{right}”.
        """
        said = self.message if message is None else message
        for name, value in values.items():
            said = said.replace(f"{{{name}}}", str(value))
        if fixes is None:
            level = self.safety if safety is None else safety
            # Only a single answer can be certain; the further ones are choices.
            fixes = tuple(
                replace(span, text, level if index == 0 else min(level, Safety.UNSAFE), _title(text, said))
                for index, text in enumerate(replacements)
            )
        return Finding(
            self.name,
            Span(*span),
            said,
            self.severity if severity is None else severity,
            fixes,
            also,
        )


def _title(text: str, message: str) -> str | None:
    """A fix of spaces and marks alone is told by the message; the text itself would say little."""
    return None if any(map(str.isalnum, text)) else message


class Mark(NamedTuple):
    """One brace of an example: the place in the wrong text, and what the first fix makes of it (None: no fix)."""

    span: Span
    becomes: str | None


class Example(NamedTuple):
    """``text`` is the draft, ``marks`` what must be found there; without marks nothing may be found."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def fixed(self) -> str:
        """The text with every marked fix applied."""
        return splice(self.text, [Edit(mark.span, mark.becomes) for mark in self.marks if mark.becomes is not None])


_BRIEF = 240  # code points of a line that is shown whole


def brief(line: str) -> str:
    """A line of an example as people are shown it: of a very long one, its beginning and its end."""
    return line if len(line) <= _BRIEF else f"{line[: _BRIEF // 2]} […] {line[-_BRIEF // 2 :]}"


def parse_example(notation: str) -> Example:
    """Read ``I could {of -> have} gone.``: found exactly at ``of``, whose first fix gives ``have``.

    ``{alot}`` is found but has no fix, ``{ -> }`` takes a space away, ``{ -> ,}`` puts a comma in. Raises ValueError
    on an open brace.
    """
    text: list[str] = []
    marks: list[Mark] = []
    length = at = 0
    while (opening := notation.find("{", at)) >= 0:
        closing = notation.find("}", opening)
        if closing < 0:
            raise ValueError(f"the example “{notation}” has an open brace")
        wrong, arrow, right = notation[opening + 1 : closing].partition(" -> ")
        if arrow and not wrong and not right:
            wrong = " "  # "{ -> }" takes a space away
        text += [notation[at:opening], wrong]
        length += opening - at
        marks.append(Mark(Span(length, length + len(wrong)), right if arrow else None))
        length += len(wrong)
        at = closing + 1
    text.append(notation[at:])
    return Example("".join(text), tuple(marks))
