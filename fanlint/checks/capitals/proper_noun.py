"""Days, months, peoples, languages, places and makes without their capital."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.model import Finding, Safety, Severity
from fanlint.rule import Rule
from fanlint.story import Story
from fanlint.text.case import capitalise
from fanlint.text.document import Document

# Words that are nothing else in small letters; so no “may”, “march”, “polish”, “turkey”, “china”, “swede” or “mark”.
_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february april june july september october november december "
    "christmas easter halloween hanukkah ramadan passover "
    "english englishman englishmen englishwoman british briton britons scottish scotsman irish irishman irishmen welsh "
    "welshman american americans african africans european europeans asian asians australian australians canadian "
    "canadians mexican mexicans brazilian brazilians cuban cubans german germans french frenchman frenchmen "
    "frenchwoman spanish spaniard spaniards italian italians portuguese dutch dutchman belgian belgians swiss austrian "
    "austrians swedish norwegian norwegians danish finnish icelandic russian russians ukrainian ukrainians hungarian "
    "romanian bulgarian serbian croatian greek greeks turkish persian arab arabs arabic iranian iraqi israeli egyptian "
    "egyptians moroccan indian indians pakistani chinese japanese korean koreans vietnamese filipino indonesian "
    "mongolian tibetan hawaiian hebrew yiddish sanskrit mandarin cantonese hindi urdu swahili "
    "jewish muslim muslims islamic islam buddhist buddhists buddhism hindu hindus protestant lutheran victorian "
    "edwardian elizabethan shakespearean londoner londoners parisian texan californian "
    "europe africa asia america antarctica england britain scotland ireland france germany spain italy portugal "
    "switzerland austria sweden norway denmark finland iceland russia ukraine poland hungary romania bulgaria greece "
    "egypt morocco nigeria kenya ethiopia israel iraq iran syria lebanon india pakistan afghanistan bangladesh korea "
    "vietnam thailand cambodia indonesia singapore malaysia philippines australia canada mexico brazil argentina "
    "colombia venezuela hawaii alaska california texas florida london paris berlin madrid vienna moscow tokyo kyoto "
    "osaka beijing shanghai chicago boston hollywood manhattan brooklyn broadway edinburgh dublin oxford "
    "facebook youtube instagram netflix wikipedia tiktok snapchat whatsapp spotify playstation xbox nintendo iphone "
    "iphones ipad ipads ipod pepsi starbucks disney disneyland toyota honda ferrari lamborghini volkswagen volvo "
    "kevlar velcro".split()
)
_OWN_CAPITALS = {
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "playstation": "PlayStation",
    "xbox": "Xbox",
    "iphone": "iPhone",
    "iphones": "iPhones",
    "ipad": "iPad",
    "ipads": "iPads",
    "ipod": "iPod",
}
# Things called after a place, which many dictionaries write small.
_THINGS = frozenset(
    "fries fry fried toast window windows door doors kiss kisses kissed kissing press braid braids braided twist horn "
    "vanilla bean beans cuff cuffs sprout sprouts rubber ink muffin muffins pastry pastries oven ovens courage uncle "
    "roll rolls cream coffee numeral numerals print prints salad cheese chocolate bath delight carpet carpets rug rugs "
    "cat cats lamb setter setters leather collar maid board bred orange oranges".split()
)
_JOINTS = ("-", "@", "/", "_", "#", "\\")


class ProperNoun(Rule):
    """Days, months, peoples, languages, countries and makes take a capital in English.

    Things called after a place are left alone, since many write them small: french fries, brussels sprouts, a danish.
    A story or a message without any capitals is left as it is.
    """

    scope = Document
    severity = Severity.ERROR
    safety = Safety.SAFE
    message = "“{right}” takes a capital."
    examples = (
        "She spoke {english -> English} and a little {french -> French}. They left on {monday -> Monday}.",
        "He took out his {iphone -> iPhone}. They were both {american -> American}.",
        "She spoke English and French. They left on Monday. He ate french fries and brussels sprouts.",
        "You may march in, polish the china and mark the turkey. Yes.",
        "Write to paris@example.org.",
        "no capitals here, she said on monday, not one",
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if not item.has_capitals:
            return
        tokens = item.tokens
        for small in _NAMES & item.vocabulary.counts.keys():
            if story.is_own(small):
                continue
            right = _OWN_CAPITALS.get(small, capitalise(small))
            for index in tokens.places[small]:
                if tokens.words[index] == small and not _is_part(item, index):
                    yield self.found(tokens.span(index), right, message=self.message.replace("{right}", right))


def _is_part(document: Document, index: int) -> bool:
    """Whether the word belongs to an address, a compound or the name of a thing: paris@…, french fries."""
    tokens = document.tokens
    before, after = tokens.gaps[index], tokens.gaps[index + 1]
    if before[-1:] in _JOINTS or after[:1] in _JOINTS:
        return True
    return index + 1 < len(tokens) and (after == "." or (after == " " and tokens.keys[index + 1] in _THINGS))
