"""Markdown: what is prose, what is markup, and where the prose stands in the file."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from strategies import markdown, words

from fanlint.formats import parse
from fanlint.formats.base import Source
from fanlint.model import Edit, Safety, Span, replace


def read(text: str) -> Source:
    return parse("story.md", text.encode())


# A file and its document's text. ￼ (U+FFFC) stands for code and addresses.
TEXTS = [
    ("", ""),
    ("She ran.\n", "She ran."),
    ("One.\n\n\nTwo.", "One.\n\n\nTwo."),
    ("One.\nTwo.\n\nThree.", "One.\nTwo.\n\nThree."),
    # Emphasis
    ("*a* **b** ***c*** _d_ __e__ ~~f~~", "a b c d e f"),
    ("“*Mira*,” he said. *“No.”*", "“Mira,” he said. “No.”"),
    ("**bold *both* bold**", "bold both bold"),
    ("un*believ*able", "unbelievable"),
    ("a * b * c", "a * b * c"),
    ("2 * 3 and ~5~ and snake_case_word", "2 * 3 and ~5~ and snake_case_word"),
    ("** no** and *no *", "** no** and *no *"),
    ("*open", "*open"),
    ("**two* one", "*two one"),
    ("*one\nline*", "one\nline"),
    ("*one\n\ntwo*", "*one\n\ntwo*"),
    ("\\*no\\* \\\\ \\a \\# 5\\. 'x'", "*no* \\ \\a # 5. 'x'"),
    # Code
    ("Run `a*b` now*.", "Run ￼ now*."),
    ("``a`b`` and `open", "￼ and `open"),
    ("One.\n\n```\ncode\n\nmore\n```\nTwo.", "One.\n\nTwo."),
    ("~~~ text\ncode\n```\n~~~\nTwo.", "Two."),
    ("```\nunclosed\n\ncode", ""),
    ("One.\n\n    code\n\n    code\n\nTwo.", "One.\n\nTwo."),
    ("One.\n    still a paragraph", "One.\nstill a paragraph"),
    ("- One.\n\n      no code in a list", "One.\n\nno code in a list"),
    # Links and images
    ('See [the *map*](there "a title") now.', "See the map now."),
    ("See [the map](<a b>) or [one](a(b)c).", "See the map or one."),
    ("![A map](map.png) here", "A map here"),
    ("[![A map](map.png)](there)", "A map"),
    ("See [the map][1] and [Map][] and [map].\n\n[1]: there\n[map]: <x> 'y'", "See the map and Map and map."),
    ("See [the map][2] and [sic].", "See [the map][2] and [sic]."),
    ("[no](link here", "[no](link here"),
    ("*a [b* c](d)", "*a b* c"),
    ("[https://example.org](https://example.org) is down", "￼ is down"),
    ("A note[^1] here.\n\n[^1]: It says *this*.", "A note here.\n\nIt says this."),
    ("See https://example.org/a_b_c(d). Or (www.example.org).", "See ￼. Or (￼)."),
    ("<https://example.org> and <me@example.org>", "￼ and ￼"),
    ("5 < 6 > 4 and I <3 you", "5 < 6 > 4 and I <3 you"),
    # HTML
    ('a <b class="x">word</b>, a<br>line<br/>\nmore', "a word, a\nline\nmore"),
    ("<center>Mid</center>", "Mid"),
    ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
    ("One <!-- note --> two.", "One two."),
    ("One.\n\n<!-- a\n\nnote -->\n\nTwo.", "One.\n\nTwo."),
    ("One.\n<!-- note -->\nTwo.", "One.\n\nTwo."),
    ("<!-- note --> One.", "One."),
    ("One. <!-- open", "One. <!-- open"),
    ("<style>\np {}\n\n</style>\nOne.", "One."),
    # Entities
    ("salt &amp; pepper&nbsp;&mdash; &#8230; &#x41; &nope; AT&T", "salt & pepper\u00a0— … A &nope; AT&T"),
    ("One.\n\n&nbsp;\n\nTwo.", "One.\n\nTwo."),
    # Headings
    ("# One *bright* day #\nText.", "One bright day\n\nText."),
    ("One\n===\n\nTwo\n---\nText.", "One\n\nTwo\n\nText."),
    ("#hashtag", "#hashtag"),
    ("####### seven", "####### seven"),
    # Scene breaks
    ("One.\n\n***\n\nTwo.\n\n- - -\n\nThree.", "One.\n\n***\n\nTwo.\n\n- - -\n\nThree."),
    ("One.\n***\nTwo.", "One.\n\n***\n\nTwo."),
    # Quotations
    ("> One\n> two\nlazy\n\nNext.", "One\ntwo\nlazy\n\nNext."),
    ("> One\n>\n> > two\n> - three", "One\n\ntwo\n\nthree"),
    ("> ```\n> code\n> ```\n> One", "One"),
    # Lists
    ("- One\n- two\n  more\n\n  three\n* four", "One\n\ntwo\nmore\n\nthree\n\nfour"),
    ("1. One\n2) two\n   - three", "One\n\ntwo\n\nthree"),
    ("- [ ] One\n- [x] two", "One\n\ntwo"),
    ("It was in\n1984. They met\n- there.", "It was in\n1984. They met\n\nthere."),
    # Tables
    ("| a | *b* |\n|---|:-:|\n| c \\| d | e |\n\nf | g", "a\n\nb\n\nc | d\n\ne\n\nf | g"),
    # Ends of lines
    ("One  \ntwo\\\nthree   ", "One\ntwo\nthree"),
    ("One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."),
    # Front matter
    ("---\ntitle: A *b*\ntags:\n  - c\n---\nOne.", "One."),
    ("+++\ntitle = 'A'\n+++\n\nOne.", "One."),
    ("---\n\nOne.\n\n---", "---\n\nOne.\n\n---"),
    ("---\nShe ran.\n\n---\n", "---\n\nShe ran.\n\n---"),
]

KINDS = [
    ("# One", ["heading"]),
    ("One\n---\n", ["heading"]),
    ("The rain had not let up since they set out, and the road was worse than anyone had feared. " * 2 + "\n---", None),
    ("One.\n\n***\n\nTwo.", ["paragraph", "break", "paragraph"]),
    ("One.\n\n\\* \\* \\*\n\noOo\n\nTwo.", ["paragraph", "break", "break", "paragraph"]),
    ("> One.\n>\n> Two.\n\nThree.", ["quotation", "quotation", "paragraph"]),
    ("> # One", ["heading"]),
    ("- One.", ["paragraph"]),
    ("**A/N:** Hello!\n\nOne.", ["note", "paragraph"]),
    ("> *A/N: Hello!*\n\nOne.", ["note", "paragraph"]),
    ("Thanks for all the reviews!\n\n---\n\nOne.", ["note", "break", "paragraph"]),
    ("**Chapter 2**\n\nOne.", ["heading", "paragraph"]),
]

COMMENTS = [
    ("One.\n\n<!-- fanlint: off -->\n\nTwo.", [("fanlint: off", 3, 6)]),
    ("One <!-- fanlint: ignore --> two.", [("fanlint: ignore", 1, 4)]),
    ("> One\n> <!-- fanlint: off --> two.", [("fanlint: off", 2, 4)]),
    ("One.\n\n<!-- fanlint: on -->", [("fanlint: on", 3, 4)]),
    ("<!-- fanlint: words a, b -->\n<!-- not ours -->\nOne.", [("fanlint: words a, b", 1, 0)]),
    ("`<!-- fanlint: off -->`", []),
    ("```\n<!-- fanlint: off -->\n```", []),
]


@pytest.mark.parametrize(("file", "text"), TEXTS)
def test_text(file: str, text: str) -> None:
    source = read(file)
    assert source.document.text == text
    assert source.to_bytes() == file.encode()


@pytest.mark.parametrize(("file", "kinds"), KINDS)
def test_kinds(file: str, kinds: list[str] | None) -> None:
    # None: a long paragraph with its scene break right under it, which Markdown would call a heading.
    expected = ["paragraph", "break"] if kinds is None else kinds
    assert [block.kind for block in read(file).document.blocks] == expected


@pytest.mark.parametrize(("file", "comments"), COMMENTS)
def test_comments(file: str, comments: list[tuple[str, int, int]]) -> None:
    assert [(each.text, each.start.line, each.offset) for each in read(file).comments] == comments


def test_locate() -> None:
    source = read("# One\r\n\r\n> *two* &amp; three\r\n")
    assert source.document.text == "One\n\ntwo & three"
    assert source.locate(0)[:3] == (1, 3, 2)
    assert source.locate(5)[:3] == (3, 4, 12)
    assert source.locate(8, end=True)[:3] == (3, 7, 15)
    assert source.locate(11)[:3] == (3, 15, 23)


def test_a_fix_stays_clear_of_markup() -> None:
    source = read("One *two* &amp; three\n\nfour")
    assert source.document.text == "One two & three\n\nfour"
    for start, end in ((4, 7), (5, 6), (10, 15)):
        assert source.can_apply(replace(Span(start, end), "x", Safety.SAFE)), (start, end)
    for start, end in ((3, 5), (7, 9), (8, 9), (13, 19), (16, 16)):
        assert not source.can_apply(replace(Span(start, end), "x", Safety.SAFE)), (start, end)
    assert source.apply([Edit(Span(4, 7), "2"), Edit(Span(10, 15), "3")]).to_bytes() == b"One *2* &amp; 3\n\nfour"


@given(markdown)
def test_runs_map_the_same_characters(text: str) -> None:
    source = parse("story.md", text.encode())
    document, file = source.document.text, source.encoded.text
    for run in source.runs:
        assert run.length > 0
        assert document[run.text : run.text + run.length] == file[run.file : run.file + run.length]
    for run, after in pairwise(source.runs):
        assert run.text + run.length <= after.text
        assert run.file + run.length <= after.file
    assert source.to_bytes() == text.encode()


@given(markdown)
def test_blocks_are_in_order_apart_and_trimmed(text: str) -> None:
    document = read(text).document
    at = 0
    for block in document.blocks:
        assert document.text[at : block.span.start] in (("\n\n", "\n\n\n") if at else ("",))
        piece = document.slice(block.span)
        assert piece
        assert piece == piece.strip()
        assert "\n\n" not in piece
        at = block.span.end
    assert at == len(document.text)
    assert document.speech is not None


@given(markdown, words, st.data())
def test_an_edit_inside_a_run_changes_just_that(text: str, new: str, draw: st.DataObject) -> None:
    source = read(text)
    if not source.runs:
        return
    run = draw.draw(st.sampled_from(source.runs))
    start, end = sorted(draw.draw(st.tuples(*[st.integers(0, run.length)] * 2)))
    span = Span(run.text + start, run.text + end)
    if end < run.length or end > start:  # an insertion at the end of a run belongs to the next, if that is right there
        assert source.can_apply(replace(span, new, Safety.SAFE))
        raw, encoded = source.written, source.encoded
        expected = raw[: encoded.raw_offset(run.file + start)] + new + raw[encoded.raw_offset(run.file + end) :]
        assert source.apply([Edit(span, new)]).to_bytes() == encoded.mark + expected.encode()


@given(markdown)
def test_comments_are_in_order_and_in_the_text(text: str) -> None:
    source = read(text)
    at = 0
    for comment in source.comments:
        assert comment.text.startswith("fanlint:")
        assert at <= comment.offset <= len(source.document.text)
        assert source.written.startswith("<!--", comment.start.offset)
        assert comment.end.offset > comment.start.offset
        at = comment.offset


# Repeated, each of these would take minutes if any part of the reading were quadratic.
HOSTILE = [
    *'*_`[]()<>|\\&#~\t"=-\n',
    "* ",
    "*a ",
    "**a*b ",
    "*a_ ",
    "*a **b ",
    "[]",
    "[a](",
    "[a](b) ",
    '[a](a "',
    "[a](<",
    "[a][",
    "[[a]",
    "[^",
    "![",
    "![a](b) ",
    "![[a](b)",
    "[a]: b\n",
    "<a ",
    '<a b="',
    "<!--",
    "<!--\n",
    "<!-- fanlint: x",
    "<pre ",
    " ``",
    "`a``b```",
    "&amp;",
    "~~a ",
    "> ",
    "> \n",
    "+ ",
    "+ a\n",
    "1. ",
    "a|\n",
    "|\n|-\n",
    "  \n",
    "a\n=\n",
    "http://",
    "http://a)",
    "```\n",
    "~~~\n> ",
    "--- \na: b\n",
    "\u00a0\n",
]


@pytest.mark.parametrize("start", ["", "[r]: u\n\n", "+ + + + + + + +\n"], ids=len)
@pytest.mark.parametrize("fragment", HOSTILE)
def test_work_grows_with_the_text(fragment: str, start: str) -> None:
    assert read(start + fragment * (100_000 // len(fragment))) is not None


# Whole documents, whose visible text is compared with that of another reader of Markdown.
DOCUMENTS = [
    "# The Long Road\n\n*by someone*\n\nMira **ran**. She didn't *look* back---not once.\n\n* * *\n\n“Go,” he said.\n",
    "Setext\n======\n\nText with `code`, a [link](there 'title'), and an ![*alt*](i.png).\n\n- one\n- two\n\n  three\n",
    "> *Dear Tobin,*\n>\n> I am well.  \n> Yours,\\\n> Mira\n\nHe folded the letter.\n\n```\nnot prose\n```\n",
    "1. First\n2. Second\n   1. Inner\n\n   Still second.\n3. Third\n\nNot a list: 1984.\n",
    "Some ***very* strong** and **very *strong***, `*code*`, \\*not\\*, a_b_c, __init__, 2*3*4.\n",
    "| Name | Age |\n|:-----|----:|\n| *Mira* | 17 |\n| Tobin \\| Tob | 18 |\n\nAfter.\n",
    "One ~~struck~~ word, AT&amp;T, caf&eacute;, &copy; 2020, &#8212;.\n",
    "One.\n\n---\n\n## Two ##\n\nText\nwrapped *over\nlines*.\n",
    "[ref]: <there> (title)\n\nA [ref], a [text][ref], a [REF][], not [this] nor [that][nothing].\n",
    "“*What?*” *she* asked. _“Nothing.”_ **“*Both*.”**\n\n*“Unclosed emphasis.\n\nNext* one.\n",
    "* star\n+ plus\n- minus\n\n    code under a list\n\nText.\n\n    real code\n\nEnd.\n",
    "Line one<br>line two <i>three</i> <span class='a'>four</span>.\n\nFive < six, seven > eight.\n",
    "> quote\ncontinued lazily\n\n> > deep\n> shallow\n\n- list\ncontinued lazily\n",
]
_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def visible(tokens: list[Token]) -> str:
    shown = []
    for token in tokens:
        if token.children:
            shown.append(visible(token.children))
        elif token.type in ("text", "text_special"):
            shown.append(token.content)
        if token.type in ("inline", "softbreak", "hardbreak") or token.content == "<br>":
            shown.append(" ")
    return "".join(shown)


@pytest.mark.parametrize("file", DOCUMENTS)
def test_visible_text_is_what_another_reader_shows(file: str) -> None:
    document = read(file).document
    ours = [document.slice(block.span) for block in document.blocks if block.kind != "break"]
    assert " ".join(" ".join(ours).replace("\ufffc", "").split()) == " ".join(visible(_READER.parse(file)).split())
