"""Verbs of speech: a closed list, told apart from those that may as well be an action of its own."""

from __future__ import annotations

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
"""

# Right as a tag in many houses, right as a beat in others: never mended.
_EITHER = """
sigh sighed sighs | laugh laughed laughs | breathe breathed breathes | growl growled growls | groan groaned groans
| snort snorted snorts | gasp gasped gasps | grunt grunted grunts | chuckle chuckled chuckles | giggle giggled giggles
| cry cried cries | moan moaned moans | huff huffed huffs | scoff scoffed scoffs | sniff sniffed sniffs
| purr purred purrs
| snarl snarled snarls | roar roared roars | begin began begins | start started starts | finish finished finishes
| think thought thinks | sneer sneered sneers
| chirp chirped chirps | pant panted pants | choke choked chokes | cheer cheered cheers
| squeal squealed squeals
"""


def _third_person(table: str) -> frozenset[str]:
    return frozenset(form for entry in table.split("|") for form in entry.split()[1:])


SPEECH_VERBS = _third_person(_SURE)
EITHER_VERBS = _third_person(_EITHER)
