"""Spanish: the dictionary has hardly more than infinitives, singulars and the present tense."""

from __future__ import annotations

from fanlint.language.base import Language, paradigm
from fanlint.text.typography import Typography

_FUTURE = "é ás á emos éis án ía ías íamos íais ían"
_STRONG = "e iste o imos isteis ieron iera ieras iéramos ierais ieran iese ieses iésemos ieseis iesen"
_JOTA = "e iste o imos isteis eron era eras éramos erais eran ese eses ésemos eseis esen"

# Verbs that go their own way: stems, and the endings of each.
_IRREGULAR = (
    (
        "tuv estuv hub pud pus sup quis hic vin anduv cup detuv contuv mantuv obtuv sostuv retuv entretuv propus supus "
        "compus dispus expus impus opus repus deshic rehic convin intervin previn sobrevin",
        _STRONG,
    ),
    ("dij traj conduj produj reduj introduj contradij predij bendij maldij distraj atraj contraj", _JOTA),
    (
        "tendr podr habr har dir saldr vendr pondr querr sabr valdr cabr detendr contendr mantendr obtendr sostendr "
        "propondr supondr dispondr compondr deshar rehar intervendr convendr",
        _FUTURE,
    ),
    ("teng veng pong salg hag dig traig caig oig valg deteng manteng", "o a as amos áis an"),
)
_WORDS = (
    "soy eres es somos sois son era eras éramos erais eran fui fuiste fue fuimos fuisteis fueron fuera fueras "
    "fuéramos fuerais fueran fuese fueses fuésemos fuesen voy vas va vamos vais van iba ibas íbamos ibais iban ve ved "
    "yendo ido he has ha hemos habéis han haya hayas hayamos hayáis hayan estoy estás está estamos estáis están esté "
    "estés estén doy das da damos dais dan di diste dio dimos disteis dieron diera dieras dieran diese diesen dé vi "
    "viste vio vimos visteis vieron veía veías veíamos veían viera vieran hizo deshizo rehizo oyó oyeron oyendo oye "
    "oyes oyen sé sepa sepas sepamos sepan quepa dicho hecho visto escrito abierto roto muerto puesto vuelto cubierto "
    "ríe ríen rió rieron huyó huyeron cayó cayeron leyó leyeron creyó creyeron sonríe sonríen sonrió sonrieron sonreí "
    "qué quién quiénes cuál cuáles cuánto cuánta cuántos cuántas"
)

LANGUAGE = Language(
    "es",
    typography=Typography(opening="“«", closing="»”", openers="¿¡", dashed=True),
    enclitics=("me", "te", "se", "nos", "os", "lo", "la", "los", "las", "le", "les"),
    hosts=("ar", "er", "ir", "ír", "ár", "ér", "ando", "ándo", "endo", "éndo"),
    paradigms=(
        *(paradigm(vowel, vowel + "s") for vowel in "aeiouéáó"),
        *(paradigm(letter, letter + "es") for letter in "dlnrjy"),
        paradigm("or", "ora oras"),
        paradigm("o a", "o a os as amente ito ita itos itas ísimo ísima ísimos ísimas"),
        paradigm("e", "emente ecito ecita ecitos ecitas"),
        paradigm("l", "lmente"),
        paradigm("r", "rmente rcito rcita"),
        paradigm("z", "ces zmente"),
        paradigm("ón", "ones ona onas"),
        paradigm("án", "anes ana anas"),
        paradigm("ín", "ines ina inas"),
        paradigm("én", "enes"),
        paradigm("és", "eses esa esas"),
        paradigm("en", "enes"),
        paradigm(
            "ar",
            "o as a amos áis an é aste ó asteis aron aba abas ábamos abais aban aré arás ará aremos aréis arán aría "
            "arías aríamos aríais arían ara aras áramos arais aran ase ases ásemos aseis asen e es emos éis en ad ando "
            "ado ada ados adas",
        ),
        paradigm("ar", "o as a an e es en", "ie>e ue>o ú>u í>i"),
        paradigm("ar", "é e es emos éis en", "qu>c gu>g c>z"),
        paradigm(
            "er ir ír",
            "o es e emos imos éis ís en í iste ió isteis ieron ía ías íamos íais ían eré erás erá eremos eréis erán "
            "ería erías eríamos eríais erían iré irás irá iremos iréis irán iría irías iríamos iríais irían iera ieras "
            "iéramos ierais ieran iese ieses iésemos ieseis iesen a as amos áis an ed id iendo ido ida idos idas "
            "yó yeron yendo yera yeras yeran yese yesen",
        ),
        paradigm("er ir", "o es e en a as an", "ie>e ue>o i>e uy>u"),
        paradigm("ir", "ió ieron iera ieras iéramos ierais ieran iese ieses iesen iendo amos áis", "i>e u>o"),
        paradigm("er ir", "o a as amos áis an", "j>g zc>c"),
    ),
    words=frozenset(_WORDS.split())
    | {stem + ending for stems, endings in _IRREGULAR for stem in stems.split() for ending in endings.split()},
    doubled=frozenset("de el los un una en con que se por para del al y su sus es".split()),
    enough=5.0,  # the frequencies of inflected forms are guesses
)
