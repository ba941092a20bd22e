"""What is shipped of a language, loaded when first asked for and once for all drafts of a run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fanlint.errors import LostData
from fanlint.language import ENGLISH

if TYPE_CHECKING:
    from fanlint.language.en.channel import Channel
    from fanlint.language.en.lexicon import Lexicon
    from fanlint.language.en.suggest import Suggester
    from fanlint.language.near_words import NearWords
    from fanlint.language.word_list import Words


def lexicon_of(language: str) -> Lexicon | Words:
    """The words of a language; for English, if our own data cannot be read, those of pyspellchecker."""
    if language != ENGLISH:
        return _words(language)
    from struct import error as torn

    try:
        return _english()
    except (OSError, ValueError, torn) as error:
        return _words(language, error)


def suggester_of(lexicon: Lexicon | Words, language: str) -> Suggester | NearWords:
    """What finds the words of a lexicon that were meant; near words alone, where our own data cannot be read."""
    from struct import error as torn

    from fanlint.language.en.lexicon import Lexicon

    if isinstance(lexicon, Lexicon):
        try:
            return _suggester()
        except (OSError, ValueError, torn) as error:
            words = _words(language, error)
    else:
        words = lexicon
    from fanlint.language.near_words import NearWords

    return NearWords(words)


def slips() -> Channel:
    """What slips of English cost; nothing known of any, if our data cannot be read, of which the suggester tells."""
    from fanlint.language.en.channel import Channel  # only when something is unknown

    try:
        return _channel()
    except (OSError, ValueError):
        return Channel({})


def _words(language: str, lost: Exception | None = None) -> Words:
    """pyspellchecker's words of a language; ``lost`` is what keeps us from our own, which is logged once."""
    from fanlint.language.word_list import Words  # 50 to 450 ms with its data

    if lost is not None:
        _log_once(str(LostData(lost)))
    return Words.load(language)


@cache
def _log_once(message: str) -> None:
    import logging  # 8 ms, for an installation that is broken

    logging.getLogger("fanlint").warning("fanlint: %s", message)


@cache
def _english() -> Lexicon:
    from fanlint.language.en.lexicon import Lexicon

    return Lexicon.load()


@cache
def _suggester() -> Suggester:
    from fanlint.language.en.suggest import Suggester  # only when something is unknown

    return Suggester(_english(), channel=_channel())


@cache
def _channel() -> Channel:
    from fanlint.language.en.channel import Channel

    return Channel.load()
