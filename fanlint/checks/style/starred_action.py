"""An action between asterisks within speech: *blushes*"""

from __future__ import annotations

from collections.abc import Iterator

from fanlint.checks.majority import times
from fanlint.checks.narration import counted
from fanlint.model import Finding, Severity, Span
from fanlint.rules.rule import Rule
from fanlint.story import Story
from fanlint.text.document import STORY, Document

_ACTIONS = (
    "blushes giggles laughs sighs smiles grins nods hugs winks shrugs waves coughs cries sobs sniffs sniffles gasps "
    "smirks pouts glares facepalms snorts yawns bows faints cackles chuckles whispers screams glomps pokes stares "
    "blinks gulps huffs rolls clears runs hides points frowns groans growls shudders shivers squeals cringes"
).split()


class StarredAction(Rule):
    """Finds an action between asterisks within speech, such as *blushes*.

    Asterisks show actions in chats and role play. In prose the action goes outside the quotation marks: “Oh my god.”
    She blushed. “Thanks.” fanlint leaves asterisks for emphasis alone.
    """

    scope = Document
    severity = Severity.HINT
    message = "Put the action outside the speech, without asterisks ({times}): She blushed."
    examples = (
        '"Oh my god {*blushes*} thanks."',
        '"I know {*rolls her eyes*} you do."',
        '"I hate *cats*," she said.',
        '"She *never* smiles." He *smiles* at her.',
    )

    def check(self, item: Document, story: Story) -> Iterator[Finding]:
        if "*" not in item.text:
            return
        tokens = item.tokens
        spans = []
        for verb in _ACTIONS:
            for index in tokens.places.get(verb, ()):
                start = tokens.start(index) - 1
                stop = item.text.find("*", start + 1, start + 40)
                opens = tokens.gaps[index].endswith("*") and not item.text.startswith("**", start - 1)
                if opens and stop > 0 and "\n" not in item.text[start:stop]:
                    speech, block = item.speech_at(start), item.block_at(start)
                    if speech and block and block.kind in STORY and stop < speech.inner.end:
                        spans.append(Span(start, stop + 1))
        if spans:
            yield counted(self, sorted(spans), self.message.replace("{times}", times(len(spans))))
