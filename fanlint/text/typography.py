"""How a language writes speech and capitals, as far as finding speech and names asks for it."""

from typing import NamedTuple


class Typography(NamedTuple):
    """The defaults are those of English.

    ``opening`` are the marks that open speech whatever stands beside them, ``closing`` those that close it; other marks
    are told by their neighbours.
    ``openers`` are further marks before the first word of a sentence or a speech.
    ``dashed`` is True where a dash at the start of a paragraph opens speech, ``nouns_capital`` where a capital inside a
    sentence does not make a name.
    """

    opening: str = "“„«"
    closing: str = ""
    openers: str = ""
    dashed: bool = False
    nouns_capital: bool = False


ENGLISH = Typography()
