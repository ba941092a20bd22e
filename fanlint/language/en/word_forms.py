"""Words understood by their form: contractions, possessives, numbers, elongations, sounds, living affixes,
hyphens."""

from __future__ import annotations

import re
from collections.abc import Callable

Known = Callable[[str], bool]
"""Whether a word stands in the lexicon, in the case it is given in."""

_HOSTS = frozenset(
    """i you he she it we they who what where when why how there here this that these those one
    somebody someone something everybody everyone everything nobody nothing anybody anyone anything mine yours
    y'all ya yeh now then else so which everyone both all some""".split()
)
_ENDINGS = frozenset("'d 'll 've 're 's 'd've 'll've 'm".split())
_AUXILIARIES = frozenset(
    """is are was were do does did have has had can could would should must might may need dare
    ought ca wo sha ai mus may use""".split()
)

_BEFORE_IT = frozenset("on for in to is was by with upon of do did be were see".split())
_UNSAID = tuple("a e i o u y h l r t th tt ea er or re ar ur en on in an ua ie ll d dd v ve ow".split())
_TAILS_OF_NOT = frozenset("nt not st".split())

ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
NUMBER = re.compile(
    r"(?:\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|'s|am|pm|k|m|x|d|ish|km|cm|mm|kg|lb|lbs|ft|mph|kph|hp|mg|ml|gb|mb|hz|c|f|p)?"
    r"|'\d\ds|[a-z]{1,2}\d+[a-z]?|\d+[a-z])",
    re.IGNORECASE,
)
_RUN = re.compile(r"([a-z])\1{2,}", re.IGNORECASE)
_LONG_PAIR = re.compile(r"([aeiou])\1", re.IGNORECASE)
_SOUND = re.compile(
    r"a+h+|a+(?:r|u)*g+h+|ar+g+h*|[aeou]+w+|b+r+|bz+t?|e+k+|e+p+|e+w+|f+f+t+|g+a+h+|g+r+|g+a+k+|h+[aeou]+h*|(?:h[aeiou]+){2,}h?|"
    r"h+m+(?:p+h+)?|h+n+|h+r+m+|k?y+a+h*|m+|m+h+m+|m+p+h+|n+g+h+|n+[ao]+h*|o+h+|o+w+|o+f+|p+f+t*|p+s+h+|p+s+t+|(?:a?ha)+h?|"
    r"r+a+w*r+|r+o+a+r+|s+h+|s+s+|t+c+h+|t+s+k+|u+g+h+|u+h+|u+m+|u+r+g*h*|v+r+o+m+|w+a+h+|w+h*e+|w+h*o+a*h*|w+o+o+|"
    r"(?=.*([a-z])\1\1)[b-df-hj-np-tv-xz]{4,}|"
    r"y+a+y+|y+e+a+h*|y+e+p+|y+o+w+|z+|b+a+h+|d+u+h+|e+h+|a+w+|i+c+k+|m+w+a+h+|(?:mwa)?(?:ha){2,}h?|(?:he){2,}h?|(?:lol)+",
    re.IGNORECASE,
)
_SMASH = re.compile(r"(?=.*[dfghjkls]{5})[asdfghjkl]{6,}", re.IGNORECASE)

_PREFIXES = tuple(
    """un re non pre mis over out under semi anti super counter inter multi mega ultra hyper pseudo quasi
    neo micro mini auto ex dis bio cyber techno electro psycho demi half mid post sub trans co de self
    fore great step by al wanna""".split()
)
_SOLID = frozenset("""un re non pre mis over out under semi anti mini post bio sub mid""".split())
# Prefixes that no other word begins with by chance: a shorter stem will do.
_LEARNED = frozenset(
    """aero astro chrono contra counter cryo cyber electro giga hydro hyper intra kilo macro magneto mega micro multi
    nano necro neuro omni para photo poly proto pseudo psycho pyro quasi retro robo super techno tele thermo trans
    ultra xeno""".split()
)
# What no living affix joins: prepositions, pronouns, auxiliaries and their like.
_FUNCTION = frozenset(
    """about above after again against already also although always among another around because been before behind
    being below beneath beside besides between beyond both cannot could does doing done down during each either else
    ever every from given goes gone have having hence here hers herself himself however indeed into itself just less
    like many might mine more most much must myself neither never nevertheless next none nothing often once only other
    others ought ours ourselves over perhaps quite rather said same says seems seen several shall should since some
    something soon still such than that their theirs them themselves then there these they this those though through
    thus till together took toward towards under unless until upon very were what whatever when whenever where wherever
    whether which while whole whom whose will with within without would your yours yourself""".split()
)
_HYPHEN_ONLY = frozenset(
    """er ed ing ish esque ness ly y like wise less th est ist type sama san kun chan sensei senpai sempai
    dono nee nii hime style a in teen""".split()
)
_SUFFIXES = tuple(
    """lessly lessness ishly ishness less ness ish like ward wards worthy proof wide esque hood dom""".split()
)
_OF_NOUNS = frozenset("like wide hood dom ward wards worthy proof".split())
# Closed compounds that writers of fantasy and science fiction make at will: any of the first before any of the second.
_HEADS = frozenset(
    """air arm ash back band barn bath battle beach bear bed bird blade blood boat body bomb bone book brain bread brick
    bridge bull camp candle card cart cat cave cell chain chalk city claw clay cliff cloud coal coast code cook copper
    core court crystal data dawn day death deck desk dirt dog door dragon dream drop dung dust earth eye face farm fear
    feather field finger fire fish flame flesh flood floor foot forest frost game gate ghost glass goat gold grain grass
    grave gravity green guard guild gun hair hall hand hawk head heart hell herb hill home honey hood hoof horn horse
    house ice ink iron jump keep key kitchen knife lake lamp land lava life light lightning lion lock mage mail man map
    market mask mind mine mist monster moon moss mountain mouse mud neck nerve nest night nose oak ocean oil ore owl
    pack page palm paper paw photo pine pipe planet plate pocket poison pond power prison rain raven rib ring river
    road rock room root rope rose rust sail salt sand scale school screen sea shadow shell shield ship shop shoulder
    side silk silver skin skull sky slave smoke snake snow soul sound space spear spell spider spirit spring stair star
    steam steel stone storm street sugar suit sun swamp sweat sword table tail tea thorn throne thunder tide timber time
    tooth torch tower town trade train tree troll vault view village vine void wagon wall war watch water wave wax wheel
    whale wheat wind wine wing winter witch wolf wood wool work world worm wound yard""".split()
)
_TAILS = frozenset(
    """bag ball band bank base bay beast bed bell belt berry bird blade block blood board boat body bolt bond bone book
    boot born borne bound bow box breaker bringer burner caller car carver caster cat catcher cave chair chamber claw
    cloak cloth coat craft crawler cutter cycle dancer deck deep dog door dragon drake drive dust dweller eater eye face
    fall fang farer fest field finger fire fish flame flower folk force forged form frame fruit gate gazer girl glass
    glow grass group grip guard gun hall hand handler head heart herd hide hold hole horn horse hound house hunter
    jaw keeper kin kind killer king knife lace lamp land lane leaf leather length light like line lit lock lord mage
    maker man mancer maiden mark marked mask mate men mill monger moss mouth pack pad path piece pipe pit plant plate
    pod point pole pool port proof queen raiser reader reaver ridge rider ring robe rock rod roll roof room root rope
    runner scape scarred scent screen seed seeker sense shard shaper shield ship shot sick side sight singer skin slayer
    smith smoke snake soaked song space speaker spear spider spike spirit splitter spot staff stained stalker stand star
    steel step stick stone storm strike stripe stuff suit swept sword tail tender thief thorn tip tongue tooth top
    touched tower town trail tree tribe tube vine walker wall ward warrior watcher water wave way weaver weed weight
    whip wind wing wings wise wolf woman women wood work worker world worm worn wrought yard""".split()
)


def elongated(word: str) -> str | None:
    """The word drawn out in `word` ("Nooooo" -> "No", "riiight" -> "right"), or None when no letter is
    repeated thrice.

    A run of three is a slip of the key more often than a drawl, so three count only for a vowel, at either
    end of the word, or in a drawn-out sound; four count anywhere. The shortest reading is given; `drawls`
    gives them all.
    """
    return next(iter(drawls(word)), None)


def drawls(word: str) -> list[str]:
    """What `word` may draw out, shortest first: every long run taken as one letter, or as two."""
    runs = list(_RUN.finditer(word))
    if not runs or len(runs) > 3:
        return []
    for run in runs:
        long = run.end() - run.start() > 3
        edge = run.end() == len(word) or run.start() == 0
        if not (long or edge or run.group(1) in "aeiouAEIOU"):
            return []
    readings = [""]
    last = 0
    for run in runs:
        between = word[last : run.start()]
        first = run.group()[0]
        rest = run.group(1).lower() if word[:2] != word[:2].upper() else run.group(1)
        # Three are one drawn out; a double made three ("seeen", "glasss") is a slip.
        parts = (first, first + rest) if run.end() - run.start() > 3 else (first,)
        readings = [r + between + part for r in readings for part in parts]
        last = run.end()
    return [r + word[last:] for r in readings]


def is_number(word: str) -> bool:
    """Whether `word` is a number or holds one as its head: "42", "3rd", "1990s", "'80s", "10pm", "B2"."""
    return NUMBER.fullmatch(word) is not None


def is_roman(word: str) -> bool:
    """Whether `word` is a Roman numeral in capitals: "XIV"."""
    return word != "" and ROMAN.fullmatch(word) is not None


def is_sound(word: str) -> bool:
    """Whether `word` is an interjection or a noise, however long it is drawn: "Hmmm", "Aaargh", "pffft",
    "ahahaha"; or fingers drummed on the keys: "asdfghjkl"."""
    return _SOUND.fullmatch(word) is not None or _SMASH.fullmatch(word) is not None


def is_contraction(word: str, known: Known) -> bool:
    """Whether `word` (straight apostrophe) joins words as English does: "she'd've", "mustn't", "London's",
    "goin'"."""
    lower = word.lower()
    at = lower.find("'")
    if at < 0:
        return False
    if lower.endswith("n't") and lower[:-3] in _AUXILIARIES:
        return True
    if lower.endswith("n't've") and lower[:-6] in _AUXILIARIES:
        return True
    if lower[:at] in _HOSTS and lower[at:] in _ENDINGS:
        return True
    if lower.endswith(("'s", "'ll", "'d", "'ve", "'re")) and lower.count("'") == 1 and at > 0:
        return known(word[:at]) or (at > 1 and is_number(word[:at]))
    if at == len(lower) - 1:
        return is_clipped(word[:-1], known) or (lower[-2:-1] == "s" and known(word[:-1]))
    if at == 0:
        return (known(word[1:]) and len(word) > 3) or any(known(head + word[1:]) for head in "ht")
    return _is_run_on(lower, known) or _is_elided(lower, known)


def _is_run_on(lower: str, known: Known) -> bool:
    """Whether two words are said as one: y'know, m'dear, t'other, more'n, for't."""
    head, _, tail = lower.partition("'")
    if head in ("y", "m", "t", "d", "b", "o", "th", "wi", "i"):
        return len(tail) > 2 and known(tail)
    return (tail == "n" and len(head) > 2 and known(head)) or (tail == "t" and head in _BEFORE_IT)


def _is_elided(lower: str, known: Known) -> bool:
    """Whether an apostrophe inside stands for letters that are not said: reg'lar, sep'rate, be'ind."""
    head, _, tail = lower.partition("'")
    if len(lower) < 6 or len(head) < 2 or len(tail) < 2 or "'" in tail or tail in _TAILS_OF_NOT:
        return False
    return any(len(lower) + len(fill) > 6 and known(head + fill + tail) for fill in _UNSAID)


def is_clipped(word: str, known: Known) -> bool:
    """Whether `word`, written with an apostrophe after it, is one whose end is not said: goin', an', ol',
    tha'."""
    lower = word.lower()
    if lower.endswith("in") and len(lower) > 3:
        return known(word + "g")
    return lower in (
        "an",
        "o",
        "ol",
        "wi",
        "th",
        "tha",
        "jus",
        "mos",
        "lil",
        "t",
        "fo",
        "mo",
        "po",
        "co",
        "doan",
        "i",
        "y",
        "d",
    )


def is_derived(word: str, known: Known) -> bool:
    """Whether a living affix makes `word` of a known one: "unbuttonable", "moonless", "nanoforge", "sluicers"."""
    lower = word.lower()
    if len(lower) < 6 or not lower.isalpha():
        return False
    return (
        _has_prefix(lower, known)
        or _has_suffix(lower, known)
        or _is_of_verb(lower, known)
        or _is_archaic_verb(lower, known)
    )


def _has_prefix(lower: str, known: Known) -> bool:
    for size in range(2, 8):
        prefix, stem = lower[:size], lower[size:]
        least = 5 if prefix in _SOLID else 4 if prefix in _LEARNED else len(lower)
        if len(stem) >= least and stem not in _FUNCTION and known(stem):
            return True
    # Only verbs take de-: decloaked, but no "depicture".
    return lower.startswith("de") and lower.endswith(("ed", "ing")) and len(lower) > 7 and known(lower[2:])


def _has_suffix(lower: str, known: Known) -> bool:
    for suffix in _SUFFIXES:
        stem = lower[: -len(suffix)]
        if not lower.endswith(suffix) or len(stem) < 4 or stem in _FUNCTION:
            continue
        if stem[-1] == "i" and known(stem[:-1] + "y"):
            return True
        if suffix in _OF_NOUNS and stem.endswith(("ed", "ing", "ly")):
            continue
        if known(stem) and not (stem[-1] == "y" and stem[-2] not in "aeiou" and suffix.startswith(("ness", "less"))):
            return True
    if lower.endswith("ly") and len(lower) > 7:
        stem = lower[:-2]
        return stem.endswith(("ed", "ing", "ful", "less", "ish", "ous", "ive", "al")) and known(stem)
    return False


def _is_of_verb(lower: str, known: Known) -> bool:
    """Whether it is who does what a verb says, or such doings: proddings, peekers."""
    if lower.endswith("ings") and not lower.endswith("things"):
        return known(lower[:-1])
    for ending in ("er", "ers"):
        stem = lower[: -len(ending)]
        if lower.endswith(ending) and len(stem) > 2 and known(stem + "ing"):
            return stem not in _FUNCTION and (known(stem) or known(stem + "e"))
    return False


def _is_archaic_verb(lower: str, known: Known) -> bool:
    """Whether it is what thou dost or he doth: knowest, singeth."""
    stem = lower[:-3]
    if len(stem) < 2 or not lower.endswith(("est", "eth")) or stem in _FUNCTION:
        return False
    return known(stem + "ing") and (known(stem) or known(stem + "e"))


def is_compound(word: str) -> bool:
    """Whether `word` is two nouns closed up as fantasy and science fiction do: viewscreen, bloodstone, battlegroups."""
    lower = word.lower()
    if len(lower) < 7 or not lower.isalpha():
        return False
    whole = (lower, lower[:-1]) if lower.endswith("s") else (lower,)
    return any(one[:at] in _HEADS and one[at:] in _TAILS for one in whole for at in range(3, len(one) - 2))


def is_hyphenated(word: str, known: Known) -> bool:
    """Whether every part of `word` between hyphens is a word, a living prefix or ending, or a number."""
    parts = [part for part in word.split("-") if part]
    if not parts or (len(parts) == 1 and "-" not in word):
        return False
    return all(_is_part(part, i, known) for i, part in enumerate(parts))


def _is_part(part: str, place: int, known: Known) -> bool:
    lower = part.lower()
    if (place == 0 and lower in _PREFIXES) or (place and lower in _HYPHEN_ONLY):
        return True
    if known(part) or (known(part.capitalize()) and part != lower) or understood(part, known):
        return True
    return place > 0 and lower.endswith("s") and known(part[:-1])


def understood(word: str, known: Known) -> bool:
    """Whether `word`, folded to ASCII as far as it goes and not itself known, is English by its form."""
    if not word:
        return False
    if any(c.isdigit() for c in word):
        return is_number(word) or ("-" in word and is_hyphenated(word, known))
    if "-" in word:
        return is_hyphenated(word, known) or is_sound(word.replace("-", ""))
    if "'" in word and is_contraction(word, known):
        return True
    if is_sound(word) or is_roman(word):
        return True
    return any(known(reading) or is_sound(reading) for reading in drawls(word))
