"""Verbs of speech: a closed list, told apart from those that may as well be an action of its own."""

from __future__ import annotations

from collections.abc import Iterator

# Each lemma with the forms that stand in a tag: past and present.
_SURE = """
say said says | ask asked asks | reply replied replies | answer answered answers | whisper whispered whispers
| mutter muttered mutters | murmur murmured murmurs | mumble mumbled mumbles | shout shouted shouts
| exclaim exclaimed exclaims | declare declared declares | announce announced announces | explain explained explains
| inquire inquired inquires | enquire enquired enquires | query queried queries | question questioned questions
| demand demanded demands | insist insisted insists | admit admitted admits | agree agreed agrees
| argue argued argues | protest protested protests | object objected objects | add added adds
| continue continued continues | state stated states | remark remarked remarks | comment commented comments
| observe observed observes | suggest suggested suggests | warn warned warns | promise promised promises
| plead pleaded pleads | beg begged begs | tell told tells | retort retorted retorts | respond responded responds
| repeat repeated repeats | stammer stammered stammers | stutter stuttered stutters | confess confessed confesses
| complain complained complains | lie lied lies | joke joked jokes | tease teased teases | quip quipped quips
| yell yelled yells | holler hollered hollers | bellow bellowed bellows | call called calls | drawl drawled drawls
| hiss hissed hisses | blurt blurted blurts | interject interjected interjects | interrupt interrupted interrupts
| counter countered counters | conclude concluded concludes | assure assured assures | boast boasted boasts
| bark barked barks | rasp rasped rasps | croak croaked croaks | squeak squeaked squeaks | whine whined whines
| urge urged urges | order ordered orders | command commanded commands | instruct instructed instructs
| intone intoned intones | recite recited recites | scold scolded scolds | chide chided chides
| taunt taunted taunts | muse mused muses | opine opined opines | correct corrected corrects
| confirm confirmed confirms | deadpan deadpanned deadpans | snap snapped snaps | coo cooed coos
| greet greeted greets | proclaim proclaimed proclaims | vow vowed vows | swear swore swears
| guess guessed guesses | wonder wondered wonders | clarify clarified clarifies | reason reasoned reasons
| concede conceded concedes | apologize apologized apologizes | apologise apologised apologises
| persist persisted persists | press pressed presses | prompt prompted prompts | implore implored implores
| shriek shrieked shrieks | scream screamed screams | wail wailed wails | holler hollered hollers | sob sobbed sobs
| note noted notes | recall recalled recalls | supply supplied supplies | grumble grumbled grumbles
| inform informed informs | remind reminded reminds | reassure reassured reassures | elaborate elaborated elaborates
| volunteer volunteered volunteers | venture ventured ventures | reveal revealed reveals | report reported reports
| echo echoed echoes | affirm affirmed affirms | acknowledge acknowledged acknowledges | advise advised advises
| caution cautioned cautions | sputter sputtered sputters | splutter spluttered splutters | babble babbled babbles
"""

# Right as a tag in many houses, right as a beat in others: never changed.
_EITHER = """
sigh sighed sighs | laugh laughed laughs | breathe breathed breathes | growl growled growls | groan groaned groans
| snort snorted snorts | gasp gasped gasps | grunt grunted grunts | chuckle chuckled chuckles | giggle giggled giggles
| cry cried cries | moan moaned moans | huff huffed huffs | scoff scoffed scoffs | sniff sniffed sniffs
| purr purred purrs
| snarl snarled snarls | roar roared roars | begin began begins | start started starts | finish finished finishes
| think thought thinks | sneer sneered sneers
| chirp chirped chirps | pant panted pants | choke choked chokes | cheer cheered cheers
| squeal squealed squeals | offer offered offers | yelp yelped yelps | whimper whimpered whimpers
| trill trilled trills | rumble rumbled rumbles | wheeze wheezed wheezes | mock mocked mocks
"""


# What no one can do with words.
ACTIONS = frozenset(
    "shrugged shrugs nodded nods rolled rolls turned turns crossed crosses raised raises lowered lowers glanced "
    "glances looked looks walked walks sat sits stood stands stepped steps reached reaches leaned leans leant "
    "pulled pulls pushed pushes took takes picked picks opened opens closed closes grabbed grabs blinked blinks "
    "folded folds lifted lifts tilted tilts wiped wipes swallowed swallows shook shakes scratched scratches ran "
    "runs slammed slams rubbed rubs".split()
)
# Two words that make a verb of speech: she pointed out, he chimed in.
_PHRASAL = {
    "out": "pointed points burst blurted cried called".split(),
    "in": "chimed chimes cut cuts broke breaks put puts".split(),
    "on": "went goes".split(),
    "up": "spoke speaks piped pipes".split(),
    "back": "shot shoots fired fires".split(),
}


def is_phrasal(verb: str, particle: str) -> bool:
    """Whether two words together tell that somebody speaks."""
    return verb in _PHRASAL.get(particle, ())


def _third_person(table: str) -> frozenset[str]:
    return frozenset(form for entry in table.split("|") for form in entry.split()[1:])


SPEECH_VERBS = _third_person(_SURE)
EITHER_VERBS = _third_person(_EITHER)


def _lead_ins(table: str) -> Iterator[str]:
    """The forms that lead in to speech besides those of a tag: I ask, she began by asking."""
    for entry in table.split("|"):
        lemma = entry.split()[0]
        yield lemma
        if lemma.endswith("e"):
            yield lemma[:-1] + "ing"
        elif entry.split()[1] == lemma + lemma[-1] + "ed":
            yield lemma + lemma[-1] + "ing"
        else:
            yield lemma + "ing"


SPEECH_LEAD_INS = frozenset({*SPEECH_VERBS, *_lead_ins(_SURE)})
"""Every form of a sure verb of speech: says, said, say, saying."""


def is_speech_verb(word: str) -> bool:
    """Whether a word, in a form of a tag, may tell that somebody speaks."""
    return word in SPEECH_VERBS or word in EITHER_VERBS
