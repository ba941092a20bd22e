"""Whether a rule applies: which rules are on for a draft, and which of their findings hold where they are."""

from __future__ import annotations

from collections.abc import Sequence

from fanlint.config import Selection, Settings, Speaker, named_by
from fanlint.files import is_matched
from fanlint.model import Finding
from fanlint.rules.catalog import Catalog
from fanlint.rules.rule import Rule, Where
from fanlint.selectors import covers
from fanlint.text.document import Document


def settings_of(settings: Settings, path: str) -> Settings:
    """The settings of one file of a folder: what “per-file-ignores” says of its path counts among the rules ignored."""
    left_out = tuple(name for glob, names in settings.per_file_ignores if is_matched(path, (glob,)) for name in names)
    if left_out:
        off = Selection((), (), left_out, settings.origin("per-file-ignores"))
        settings = settings._replace(selections=(*settings.selections, off))
    return settings._replace(per_file_ignores=())


def rules_on(catalog: Catalog, settings: Settings) -> tuple[str, ...]:
    """Names of the rules that the settings ask for, sorted; those for other languages among them.

    Raises UnknownName, saying which place names what does not exist.
    """
    profile = named_by(settings.origin("profile"))
    first, *rest = settings.selections or (Selection((), (), (), settings.origin("profile")),)
    chosen = set() if first.select else set(catalog.of_profile(settings.profile, profile))
    for selection in (first, *rest):
        where = named_by(selection.where)
        for selector in (*selection.select, *selection.extend):
            chosen.update(catalog.matching(selector, where))
        for selector in selection.ignore:
            chosen.difference_update(catalog.matching(selector, where))
    return tuple(sorted(chosen))


def applies(rule: Rule, finding: Finding, document: Document, speakers: Sequence[Speaker]) -> bool:
    """Whether a rule is for the place of its finding: the kind of block, the voice, and who speaks."""
    zone = document.zone_at(finding.span.start)
    if zone is not None and zone not in rule.zones:
        return False
    if speakers and _is_how_they_talk(finding, document, speakers):
        return False
    if rule.where is Where.ANYWHERE:
        return True
    return (document.speech_at(finding.span.start) is not None) is (rule.where is Where.SPEECH)


def _is_how_they_talk(finding: Finding, document: Document, speakers: Sequence[Speaker]) -> bool:
    """Whether the settings let whoever speaks say the words of a finding."""
    if not covers("@words", finding.rule):
        return False
    from fanlint.text.turns import is_same_person, speaker_at  # only where the settings know speakers

    who = speaker_at(document, finding.span.start, [speaker.name for speaker in speakers])
    if who is None:
        return False
    tokens = document.tokens
    first, last = tokens.at(finding.span.start), tokens.at(finding.span.end - 1)
    said = set(tokens.keys[first : last + 1])
    return any(
        (speaker.dialect and covers("@language", finding.rule)) or not said.isdisjoint(speaker.allow)
        for speaker in speakers
        if is_same_person(who, speaker.name)
    )
