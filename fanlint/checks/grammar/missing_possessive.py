"""A possessive noun that lacks its apostrophe: “her mothers face”."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.language.en.parts_of_speech import words_of
from fanlint.model import Finding, Safety, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.case import match_case
from fanlint.text.document import Document

# Nouns for people and animals, which own things.
_OWNERS = frozenset(
    "actor agent alien ambassador angel animal artist assassin aunt author baby bandit baron bartender beast bird boss "
    "boy bride brother bull butler captain cat chief child clerk client coach colonel colt commander companion cop "
    "councillor cousin cow creature crew customer dad dancer daughter deer demon devil director doctor dog doll dragon "
    "driver duchess duke elder elf emperor enemy engineer farmer father filly foal fox friend gardener general genie "
    "ghost giant girl goblin god goddess grandfather grandmother guard guardian guest guy healer hero hokage horse "
    "host hound hunter husband infant innkeeper janitor judge keeper kid king kitten knight lady landlord lawyer "
    "leader lieutenant lion lord lover mage maid major mare master mayor mentor mermaid miner minister mistress mom "
    "monk monster mother mum murderer neighbor neighbour nephew niece ninja nurse officer ogre opponent orc orphan "
    "owner parent partner patient phoenix pilot pirate player pony porter president priest prince princess principal "
    "prisoner professor puppy queen rabbit rider robot roommate sailor scientist secretary senator sergeant servant "
    "sheriff sister snake soldier son spider spirit squire stallion stranger student surgeon teacher teammate "
    "therapist thief tiger traitor traveler traveller troll twin uncle unicorn vampire victim villager villain waiter "
    "waitress warden warrior whale widow wife witch wizard wolf woman worker".split()
)
# Things that always belong to someone or something. No word here can be read as a verb or adverb after a plural.
_OWNED = frozenset(
    "name names voice voices faces eye eyes hands heads mouth mouths hair body bodies tail tails wing wings horn horns "
    "mane manes paw paws hoof hooves leg legs foot feet chest shoulders neck throat lips cheek cheeks blushes smiles "
    "grins glares gazes owner owners father mother brother sister son daughter wife husband friend friends bedroom "
    "apartment coat dress clothes mind minds thoughts feelings heart hearts life lives death blood expression "
    "expressions reaction reactions idea ideas opinion opinions edge edges impact surface weight jobs lap ear ears "
    "nose skin fur feathers forehead fingers claws teeth jaw jaws faults problems farm garden birthday sake".split()
)
# Things that belong to someone but can also be verbs (the girls face trial), so they count only at the end of a clause.
_OWNED_AT_END = frozenset(
    "face head hand arm arms room house attention side bed desk door place hat plan plans".split()
)
# Words that cannot follow a verb such as “face”, so that the word before them is a noun.
_CLAUSE_GOES_ON = frozenset("is was were had has as when while but".split())
_ONE = frozenset("a an every each another this that one".split())
_SEVERAL = frozenset("both two three four five many several".split())
_EITHER = frozenset("the his her my your our their its".split())
# Verbs with two objects, after which a plural can be right: she gave the boys names.
_GIVING = frozenset(
    "give gives gave giving given tell tells told telling show shows showed showing teach teaches taught teaching "
    "call calls called calling send sends sent sending bring brings brought bringing buy buys bought buying offer "
    "offers offered offering hand hands handed handing make makes made making ask asks asked asking pay pays paid "
    "paying wish cost costs lend lends lent read reads sing sang feed feeds fed feeding find finds found get gets got "
    "getting leave leaves left promise promised serve served serving throw threw deny denied allow allowed cause "
    "caused write wrote beat set turn turned keep kept let lets letting".split()
)


class MissingPossessive(Rule):
    """Finds a possessive noun without its apostrophe: “her mothers face” for “her mother's face”.

    Without the apostrophe, the noun reads as a plural and the sentence falls apart. fanlint suggests the singular first
    (mother's), because writers mean it more often, and then the plural (mothers'). It leaves alone sentences such as
    “she gave the boys names”, in which the noun really is a plural.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.UNSAFE
    message = "Did you mean “{right}”? A possessive takes an apostrophe."
    examples = (
        "She saw her {fathers -> father's} face.",
        "He had it from the {horses -> horse's} mouth.",
        "Both {girls -> girls'} voices rose.",
        "She saw her mother's face.",
        "She gave the boys names and told the girls lies.",
        "The boys face trial. The clothes basket fell. Her friends smile.",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        tokens = item.tokens
        owners = {index for owner in _OWNERS for index in tokens.places.get(f"{owner}s", ())}
        before_owned = {index - 1 for owned in _OWNED for index in tokens.places.get(owned, ())}
        mark = "’" if item.text.count("’") > item.text.count("'") else "'"
        for index in sorted(owners | before_owned):
            if _is_between(index, item) and _is_owner(index, item, of_persons=index in owners):
                choices = _possessives(tokens.words[index], tokens.keys[index - 1], mark)
                yield self.found(tokens.span(index), *choices, right=choices[0])


def _is_between(index: int, document: Document) -> bool:
    """Whether the word has a determiner before it and another word in lower case after it."""
    tokens = document.tokens
    if index < 1 or index + 1 >= len(tokens) or tokens.gaps[index] != " " or tokens.gaps[index + 1] != " ":
        return False
    before = tokens.keys[index - 1]
    if before not in _ONE and before not in _SEVERAL and before not in _EITHER:
        return False
    return tokens.words[index].islower() and tokens.words[index + 1].islower()


def _is_owner(index: int, document: Document, *, of_persons: bool) -> bool:
    """Whether the word is a plural that can only be the owner of what the next word names."""
    keys = document.tokens.keys
    word, owned = keys[index], keys[index + 1]
    if not word.endswith("s") or (index > 1 and keys[index - 2] in _GIVING and keys[index - 1] not in _ONE):
        return False
    if owned in _OWNED:
        return of_persons or (word in words_of("nouns") and word[:-1] in words_of("noun") and word not in _OWNED)
    if owned in _OWNED_AT_END:
        ends = document.tokens.gaps[index + 2] != " " or keys[index + 2] in _CLAUSE_GOES_ON
        return of_persons and ends
    return of_persons and not owned.endswith("ing") and (owned in words_of("noun") or owned in words_of("nouns"))


def _possessives(word: str, before: str, mark: str) -> tuple[str, ...]:
    """The possessive forms that may be meant, the likelier one first: mother's, mothers'."""
    several = f"{word}{mark}"
    if before in _SEVERAL:
        return (several,)
    one = word[:-3] + "y" if word.endswith("ies") and len(word) > 5 else word[:-1]
    single = match_case(word, f"{one}{mark}s")
    return (single,) if before in _ONE else (single, several)
