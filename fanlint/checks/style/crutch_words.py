"""Words that a writer leans on: far more of them than other stories have."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import counted, narrated, narration_length, per_thousand
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that slip into a draft by themselves, with their forms, after the uses in 1,000 words of narration that edited
# novels and serials, old and new, hardly go above.
_CRUTCHES = """
3.5 just | 3 very | 1.2 really | 1.5 suddenly | 0.8 actually | 0.4 basically | 0.4 literally | 1 simply | 2 quite |
0.6 somewhat | 1 slightly | 0.6 somehow | 2 almost nearly | 1.2 finally | 1 immediately instantly | 1 quickly |
1.5 slowly | 0.8 softly | 0.8 quietly | 0.8 gently | 0.5 definitely | 1 completely totally absolutely utterly |
1 obviously clearly | 3.5 seem seems seemed seemingly | 2.5 began begins begun | 2 started starts |
0.4 smirk smirks smirked smirking | 1.5 sigh sighs sighed sighing | 2.5 nod nods nodded nodding |
1 shrug shrugs shrugged shrugging | 0.8 chuckle chuckles chuckled chuckling | 0.5 giggle giggles giggled giggling |
1 grin grins grinned grinning | 3 smile smiles smiled smiling | 1 blush blushes blushed blushing |
0.6 gasp gasps gasped gasping | 0.5 growl growls growled growling | 0.4 groan groans groaned groaning |
0.5 glare glares glared glaring | 2 stare stares stared staring | 1 gaze gazes gazed gazing |
1.5 glance glances glanced glancing | 1 frown frowns frowned frowning | 0.8 blink blinks blinked blinking |
0.4 wince winces winced wincing | 0.5 eyebrow eyebrows | 0.2 orbs | 0.8 breath breaths |
0.5 snort snorts snorted snorting | 0.3 huff huffs huffed huffing | 0.3 scoff scoffs scoffed scoffing |
0.6 sob sobs sobbed sobbing | 0.6 tremble trembles trembled trembling | 0.4 whimper whimpers whimpered whimpering |
0.4 shiver shivers shivered shivering
"""
_LEAST = 6  # uses, below which a word is no habit
_MOST = 8  # words told, those that stand out most


class CrutchWords(Rule):
    """Just, suddenly, smirked, nodded: every writer leans on some words without hearing it.

    fanlint counts such words in the narration, in all their forms, and tells of those that edited stories have far
    less often. Nothing is wrong with any of them; search for the word, and keep those you would miss.
    """

    scope = Document
    severity = Severity.HINT
    message = "“{word}” stands {count} times in the narration, {rate}. Edited stories hardly go above {limit}."
    examples = (
        "He {smirked}. She smirked. They smirked. He smirked. She smirked. They smirked at the rain.",
        "He {suddenly} sat. She suddenly sat. Suddenly he rose. Suddenly she rose. Suddenly, rain. Suddenly, sun.",
        "He nodded. She nodded at the rain.",
        '"Really, really, really, really, really, really," he said.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        places = item.tokens.places
        length = narration_length(item)
        found = []
        for entry in _CRUTCHES.split("|"):
            limit, *forms = entry.split()
            indices = narrated(item, (index for form in forms for index in places.get(form, ())))
            rate = 1000 * len(indices) / max(1, length)
            if len(indices) >= _LEAST and rate > float(limit):
                found.append((rate / float(limit), limit, forms[0], indices))
        for _, limit, word, indices in sorted(found, reverse=True)[:_MOST]:
            message = self.message.replace("{word}", word).replace("{count}", f"{len(indices):,}")
            message = message.replace("{rate}", per_thousand(len(indices), length)).replace("{limit}", limit)
            yield counted(self, [item.tokens.span(index) for index in indices], message)
