"""Word lists for dialogue/vocative-comma, which tell a name in direct address from any other use of it."""

from __future__ import annotations


def _phrases(table: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in table.split("|"))


# Complete sentences, so that a name after one of them can only be direct address: Thank you, Ilse.
OPENERS = _phrases(
    "yes|yeah|yep|yup|no|nope|exactly|absolutely|certainly|indeed|alright|all right|see you|see ya|thanks|sorry"
    "|please|okay|ok|congratulations|wait|listen|relax|careful|quiet|enough"
    "|thank you|good morning|good night|good evening|good bye|of course|come on|let's go|forgive me|excuse me"
    "|welcome back|welcome home|help me|stop it|come here|well done|trust me|believe me|hurry up|look out|good luck"
    "|shut up|you're welcome|i'm sorry|i'm fine|i'm okay|good job|nice try|good work|nice work|don't worry|never mind"
    "|sure thing|calm down|sit down|get up|hang on|hold on|go on|go away|be careful|be quiet|it's okay|it's fine"
    "|it's alright|let's eat|let's dance|let's run|let's hurry|let's begin|let's start|not now|not yet|not again"
)
# Phrases that allow more after the name (I'm sorry, Ilse, but …), and the words with which the sentence then goes on.
BEFORE_CLAUSES = _phrases("yes|thanks|sorry|please|okay|ok|thank you|i'm sorry|of course|forgive me|it's okay")
CLAUSES = frozenset("but i i'm i'll i've i'd we we're it's you're".split())

TITLES = frozenset("sensei senpai sempai sir ma'am".split())
# In lower case, these are direct address after a complete sentence: Thanks, dude.
FRIENDS = frozenset(
    "dude boss bro sis buddy pal mom mum mommy mummy dad daddy honey sweetie sweetheart darling babe kiddo guys".split()
)
# At the end of a sentence, these are direct address unless one of the words in BEFORE_SIR precedes them.
ONLY_CALLED = ("sir", "ma'am")
BEFORE_SIR = frozenset(
    "a an the my your his her our their this that no dear good kind young old fair sweet noble gentle brave poor great "
    "reverend worthy that's it's fine and or of me him you called say said saying".split()
)
# With a capital, these are used like a name: Help me, Mom!
KIN = frozenset(
    "mom mum mama mommy mummy momma dad daddy papa pa mother father grandma grandpa grandmother grandfather granny "
    "gran nana auntie aunt uncle brother sister doctor doc captain professor commander majesty highness".split()
)

# After “what I …” these verbs already have their object, so a name after them can only be direct address: Do you know
# what I found, Ilse?
FILLED = frozenset(
    "found said say mean meant want wanted think thought heard hear did do need needed know knew learned learnt "
    "realized realised decided believe believed discovered like liked".split()
)
ASKERS = frozenset({"i", "you", "he", "she", "we", "they"})

# Words that start a clause after direct address. A name before one of them is not the subject of the sentence: Ilse,
# what are you doing? Ilse, you're late.
QUESTIONS = frozenset("what why where how who when".split())
AFTER_QUESTION = frozenset(
    "are is do did have were can could will would should you the what's don't aren't didn't can't haven't".split()
)
CONTRACTED = frozenset("you're you've you'll i'm i'll i've we're let's what's where's who's".split())
YOU_DO = frozenset(
    "are have can can't know need should must don't look were did didn't aren't idiot moron fool dummy bastard".split()
)
COMMANDS = frozenset("stop wait listen look hurry please calm stay".split())
ASKING = frozenset("are do did can will could would have were should".split())

_TAKING_HIM = frozenset(
    "with for to from at help of about kill killed stop save saved love loved hate know trust follow see saw find "
    "found need hurt believe".split()
)
# For each pronoun, the words before it that need nothing more, so that a name after it is direct address: I told you,
# Ilse. Help me, Ilse!
TAKING = {
    "you": frozenset(
        "told warned love loved hate hated miss missed need needed trust trusted believe believed thank saw see hear "
        "heard with for to from of about like beat help without".split()
    ),
    "me": frozenset(
        "help trust believe forgive excuse follow with for to from at hear join hate love miss know stop kill like of "
        "about tell leave".split()
    ),
    "it": frozenset(
        "do stop did done got get know mean love like need want of about for with to at forget drop hate try".split()
    ),
    "him": _TAKING_HIM,
    "us": _TAKING_HIM,
}
# Words that can end a sentence before direct address, unless an article before them makes them describe the name: We
# meet again, Ilse.
FINAL = frozenset(
    "again too either already yet anymore tomorrow tonight today later soon together anyway yourself myself "
    "mine yours alone here".split()
)
# Adjectives that do the same after a form of “be”: Are you okay, Ilse?
STATES = frozenset("okay ok alright fine right wrong late early crazy ready serious insane safe sick drunk".split())
BE = frozenset(
    "i'm you're he's she's it's that's we're they're what's am are is was were be you i he she it that not all so "
    "something everything".split()
)
# Complete questions, so that a name after one of them is direct address: How are you, Ilse?
WHOLE_QUESTIONS = _phrases(
    "how are you|where are you|who are you|is that you|what about you|how about you|what's up|what is it|what's that"
    "|what's this|what's wrong|what happened|what do you mean|what do you think|what did you do|what did you say"
    "|what do you want|what's happening|what's going on|what now|who's there|what are you doing"
    "|what are we doing|where are you going|where are we going|what were you thinking|what are you thinking"
    "|what are you saying|what's the matter|are you there|do you understand|can you hear me|are you listening"
    "|do you know why|where were you|where have you been"
)
# Capitalised words that are not names of people.
NOBODY = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday god lord oh ah hey well yes no hmm um uh".split()
)
ARTICLES = frozenset("a an the this that my your his her our their its very so and or".split())

# Verbs before direct address within a sentence, and the words after “you” that follow it: I think, Ilse, you know why.
TOLD = frozenset("suspect think believe guess know hope suppose assume fear swear bet".split())
TOLD_YOU = frozenset("know are have can will must understand remember already might may should".split())
