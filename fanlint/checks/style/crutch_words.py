"""Words that the narration uses much more often than edited stories do."""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.narration import counted, narrated, narration_length, per_thousand
from fanlint.model import Finding, Severity
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import Document

# Words that writers overuse without noticing, with their forms. The number before each is its maximum rate in uses per
# 1,000 words of narration, which old and new edited novels and serials rarely exceed.
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
_MIN_USES = 6  # Minimum number of uses to report a word. Set by hand.
_MAX_WORDS = 8  # Maximum number of words to report. Set by hand.


class CrutchWords(Rule):
    """Finds words that the narration uses much more often than edited stories do, such as “just” or “smirked”.

    Most writers have favourite words and no longer notice them, but readers do. fanlint counts every form of a word in
    the narration and reports the words that stand out most, eight at most. None of them is wrong: search for the word,
    and keep the uses that you would miss.
    """

    scope = Document
    severity = Severity.HINT
    message = (
        "The narration uses “{word}” {count} times ({rate}). Edited stories rarely exceed {limit} per 1,000 words."
    )
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
            if len(indices) >= _MIN_USES and rate > float(limit):
                found.append((rate / float(limit), limit, forms[0], indices))
        for _, limit, word, indices in sorted(found, reverse=True)[:_MAX_WORDS]:
            message = self.message.replace("{word}", word).replace("{count}", f"{len(indices):,}")
            message = message.replace("{rate}", per_thousand(len(indices), length)).replace("{limit}", limit)
            yield counted(self, [item.tokens.span(index) for index in indices], message)
