"""Turns facts about names into the entries of a canon, and settles what is spelt two ways."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from fanlint.canon.romanisation import romanisation_key, to_ascii
from fanlint.canon_build.cues import Cues
from fanlint.canon_build.facts import Facts, Form
from fanlint.language.en.lexicon import Lexicon
from fanlint.text.distance import edit_distance
from fanlint.text.honorifics import HONORIFICS

_MOST_WORDS, _LONGEST = 7, 60  # of a form; what is longer is a sentence
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_SMALL = frozenset("a an and at by for from in no o of on or the to wa ga".split())
_DOUBLED = str.maketrans(
    {"ā": "aa", "ē": "ee", "ī": "ii", "ō": "ou", "ū": "uu", "Ā": "Aa", "Ē": "Ee", "Ī": "Ii", "Ō": "Ou", "Ū": "Uu"}
)
_ODD = re.compile(r"[<>{}\[\]|=#@\\_*\"“”/]|[^\x00-\u024f\u1e00-\u1eff‘’–—]")
_PEOPLE = ("character", "animal")


class Entry(NamedTuple):
    """An entry of a canon file: its table, "character" or "term", and its keys and values."""

    table: str
    fields: dict[str, Any]

    @property
    def name(self) -> str:
        if self.table == "term":
            return str(self.fields["name"])
        return f"{self.fields['given']} {self.fields.get('family', '')}".strip()

    @property
    def key(self) -> tuple[str, str]:
        """The same for entries that speak of one name."""
        return self.table, self.name.lower()


class Settled(NamedTuple):
    """The forms of a name by what they are to it."""

    spellings: dict[str, list[str]]  # of its words
    others: list[str]  # names of another kind: aliases, translations
    via: list[str]


def entries_of(facts: list[Facts], counts: Mapping[str, int], cues: Cues, lexicon: Lexicon) -> list[Entry]:
    """The entries, sorted, one for each name. ``counts``: uses of the words in ``contested``, as written.

    Takes the facts out of their list as it goes, since a large wiki has 100,000 of them.
    """
    found: dict[tuple[str, str], Entry] = {}
    families = _families(facts, lexicon)
    facts.sort(key=lambda one: (one.name.casefold(), one.name, one.page), reverse=True)
    while facts:
        entry = _entry(facts.pop(), counts, cues, lexicon, families)
        if entry is not None:
            found[entry.key] = _joined(found[entry.key], entry) if entry.key in found else entry
    people = {name for table, name in found if table == "character"}
    for table, name in [key for key in found if key[0] == "term" and key[1] in people]:
        del found[table, name]
    names = {name for _, name in found}
    for entry in found.values():
        for field in ("aliases", "english"):
            if field in entry.fields:
                left = [other for other in entry.fields[field] if other.lower() not in names]
                entry.fields.update({field: left}) if left else entry.fields.pop(field)
    return sorted(found.values(), key=sort_key)


def sort_key(entry: Entry) -> tuple[str, str, str]:
    """Characters by name, then terms by kind and name; marks on letters do not count."""
    kind = entry.fields.get("kind", "concept") if entry.table == "term" else ""
    return str(kind), to_ascii(entry.name).casefold(), entry.name


def contested(facts: Iterable[Facts]) -> set[str]:
    """The words, in small letters, whose uses decide: whether a term takes a capital, and which of two is a slip."""
    words: set[str] = set()
    for one in facts:
        name = one.name.split()
        if len(name) == 1 and one.kind not in _PEOPLE:
            words.add(one.name.lower())
        for form in one.forms[1:]:
            if form.via == "redirect" and _relation(name, form.text.split())[0] == "slip":
                words.update(word.lower() for word in (*name, *form.text.split()))
    return words


def language_of(facts: Iterable[Facts]) -> str:
    """The language of the original: what the names' own script says; “” when there is none."""
    text = "".join(one.native for one in facts)
    if re.search("[\u3040-\u30ff]", text):
        return "ja"
    return "ko" if re.search("[\uac00-\ud7a3]", text) else "zh" if re.search("[\u4e00-\u9fff]", text) else ""


def _entry(facts: Facts, counts: Mapping[str, int], cues: Cues, lexicon: Lexicon, families: set[str]) -> Entry | None:
    if not _is_usable(facts.name):
        return None
    settled = _settled(facts, counts)
    if facts.kind not in _PEOPLE:
        return _term(facts, settled, counts, lexicon)
    if "'s " in facts.name:
        return None  # somebody's mother: known by the other's name
    if facts.name.split()[-1] not in families and _is_description(facts, cues, lexicon):
        return _term(facts, settled, counts, lexicon)  # “Bamboo Minister” tells nothing about the word bamboo
    return _character(facts, settled, cues)


def _families(facts: Iterable[Facts], lexicon: Lexicon) -> set[str]:
    """The family names of people whose given name is no English word: Potter, which may be one, is a name then."""
    names = (one.name.split() for one in facts if one.kind in _PEOPLE)
    return {words[1] for words in names if len(words) == 2 and not lexicon.is_common(words[0].lower())}


def _is_description(facts: Facts, cues: Cues, lexicon: Lexicon) -> bool:
    """Whether somebody is only called by what he is: Bamboo Minister, Head Ninja of the Coast, Kaguya Clan Patriarch.

    Not where the page calls him by one of the words alone, or gives his name in its own script.
    """
    words = facts.name.split()
    alone = {form.text.lower() for form in facts.forms[1:]} & {word.lower() for word in words}
    if facts.personal or alone or len(words) == 1:
        return False
    given, family, _ = _parted(facts, cues)
    plain = [all(map(lexicon.is_common, word.lower().split("-"))) for word in (*given.split(), *family.split())]
    return sum(plain) > 1 or (plain[0] and len(plain) == 1)


def _character(facts: Facts, settled: Settled, cues: Cues) -> Entry | None:
    given, family, order = _parted(facts, cues)
    if len(given) < 2:
        return None
    is_whole = f"{given} {family}".strip() in (facts.name, " ".join(reversed(facts.name.split())))
    others = [*([] if is_whole else [facts.name]), *settled.others]
    words = (*given.split(), *family.split())
    fields = {
        "given": given,
        "family": family,
        "native": facts.native,
        "order": order,
        "fixed": "・" in facts.native and bool(family),
        "spellings": {word: settled.spellings[word] for word in words if settled.spellings.get(word)},
        "aliases": others,
        "kind": "" if facts.kind == "character" else facts.kind,
    }
    return Entry("character", _sparse(fields | _origin(facts, settled)))


def _parted(facts: Facts, cues: Cues) -> tuple[str, str, str]:
    """Given name, family name and their order in the original, “” where nothing tells it."""
    words = facts.name.split()
    while len(words) > 1 and words[0].lower().rstrip(".") in cues.titles:
        del words[0]
    while len(words) > 1 and words[-1].lower() in _SUFFIXES:
        del words[-1]
    words = [word for word in words if len(word.rstrip(".")) > 1] or words
    small = next((at for at, word in enumerate(words) if word[0].islower() or word.lower() in _SMALL), None)
    if small is not None:  # Ludwig van Beethoven; but Kakashi of the Sharingan
        return words[0], words[-1] if words[small].lower() in cues.particles and words[-1][0].isupper() else "", ""
    if len(words) == 1:
        return words[0], "", ""
    keys, original = list(map(romanisation_key, words)), list(map(romanisation_key, facts.romaji.split()))
    if len(words) == 2 and original == keys[::-1]:
        return words[0], words[1], "family-first"
    if original == keys and "・" not in facts.native and re.search("[\u4e00-\u9fff\uac00-\ud7a3]", facts.native):
        return " ".join(words[1:]), words[0], "family-first"
    return " ".join(words[:-1]), words[-1], ""


def _term(facts: Facts, settled: Settled, counts: Mapping[str, int], lexicon: Lexicon) -> Entry | None:
    name = facts.name
    capitals, smalls = counts.get(name, 0), counts.get(name.lower(), 0)
    is_small = facts.small or (name != name.lower() and 0 < smalls * 2 >= capitals)
    if is_small and " " not in name and lexicon.is_common(name.lower()):
        return None  # a page about trees
    if facts.kind in _PEOPLE and not any(word[0].isupper() for word in name.split()):
        return None
    variants = [
        _respelt(name, settled.spellings, at) for at in range(max(map(len, settled.spellings.values()), default=0))
    ]
    literal = [facts.literal] if _is_name(facts.literal) else []
    fields = {
        "name": name.lower() if is_small else name,
        "variants": [variant.lower() if is_small else variant for variant in variants],
        "kind": "" if facts.kind == "concept" else facts.kind,
        "capital": "either" if is_small else "",
        "english": [*settled.others, *literal],
    }
    return Entry("term", _sparse(fields | _origin(facts, settled)))


def _respelt(name: str, spellings: Mapping[str, list[str]], at: int) -> str:
    """The name with the ``at``-th other spelling of each of its words, or the last that there is."""
    return " ".join(
        spellings[word][min(at, len(spellings[word]) - 1)] if spellings.get(word) else word for word in name.split()
    )


def _origin(facts: Facts, settled: Settled) -> dict[str, Any]:
    return {"page": facts.page if facts.page != facts.name else "", "via": settled.via}


def _settled(facts: Facts, counts: Mapping[str, int]) -> Settled:
    """Which forms are spellings of the name, which other names; slips of redirects are left out.

    A redirect one letter away from the title catches mistyped searches, unless the wiki writes so itself: a quarter as
    often as the other, and more than once.
    """
    words = facts.name.split()
    spellings = {word: [to_ascii(word), doubled] for word in words if (doubled := word.translate(_DOUBLED)) != word}
    via = [facts.forms[0].via]
    others: dict[str, None] = {}
    original = [Form(facts.romaji, "template")] if facts.romaji else []
    for form in (*facts.forms[1:], *original):
        parts = [_without_honorific(part) for part in form.text.split()]
        relation, pairs = _relation(words, parts)
        if relation == "variant":
            for word, other in pairs:
                if other not in spellings.setdefault(word, []):
                    spellings[word].append(other)
        elif relation == "slip" and form.via == "redirect" and not _is_used(pairs, counts):
            continue
        elif relation != "part" and _is_name(form.text) and not _is_about(form.text, facts.name):
            others[form.text] = None
        elif relation != "part":
            continue
        if form.via not in via:
            via.append(form.via)
    return Settled(spellings, list(others), via)


def _relation(words: Collection[str], parts: Collection[str]) -> tuple[str, list[tuple[str, str]]]:
    """What ``parts`` are to the words of a name: "part", "variant", "slip" or "other"; and the pairs that differ."""
    pairs: list[tuple[str, str]] = []
    relation = "part"
    lower = {word.lower(): word for word in words}
    keys = {romanisation_key(word): word for word in words}
    for part in parts:
        if part.lower() in lower:
            continue
        word = keys.get(romanisation_key(part))
        if word is None:
            word = next((word for word in words if is_near(word.lower(), part.lower())), None)
            relation = "slip"
        elif relation == "part":
            relation = "variant"
        if word is None:
            return "other", []
        pairs.append((word, part))
    return relation, pairs


def is_near(first: str, second: str) -> bool:
    """Whether one slip lies between two words, or two between long ones; short words are never near."""
    most = 2 if min(len(first), len(second)) >= 9 else 1 if min(len(first), len(second)) >= 4 else 0
    return most > 0 and edit_distance(first, second, most) <= most


def _is_used(pairs: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> bool:
    return all(counts.get(part, 0) > 1 and counts[part] * 4 >= counts.get(word, 0) for word, part in pairs)


def _is_about(text: str, name: str) -> bool:
    """Whether a form is somebody's or something's that the name stands in: “Sakura's Room”, “Sakura (Part II)”."""
    lower = text.lower()
    return any(f"{word.lower()}'" in lower for word in name.split())


def _without_honorific(word: str) -> str:
    stem, hyphen, honorific = word.rpartition("-")
    return stem if hyphen and honorific.lower() in HONORIFICS else word


def _is_name(text: str) -> bool:
    """Whether a form is a name by its look: capitals but for small words."""
    words = text.split()
    if not _is_usable(text) or "," in text or _without_honorific(text) != text:
        return False
    return words[0][0].isupper() and all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in words)


def _is_usable(text: str) -> bool:
    words = text.split()
    return (
        0 < len(words) <= _MOST_WORDS
        and 1 < len(text) <= _LONGEST
        and any(map(str.isalpha, text))
        and not _ODD.search(unicodedata.normalize("NFC", text))
    )


def _joined(first: Entry, second: Entry) -> Entry:
    """Two entries of one name as one; what the first says counts."""
    fields = dict(first.fields)
    for key, value in second.fields.items():
        mine = fields.get(key)
        if isinstance(mine, list):
            fields[key] = list(dict.fromkeys((*mine, *value)))
        elif isinstance(mine, dict):
            fields[key] = {**value, **mine}
        elif not mine:
            fields[key] = value
    return Entry(first.table, fields)


def _sparse(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that say something, lists without the name itself and without doubles."""
    return {
        key: list(dict.fromkeys(value)) if isinstance(value, list) else value for key, value in fields.items() if value
    }
