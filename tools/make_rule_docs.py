"""Write docs/rules from the rules themselves: one page for each folder of rules, and an index.

    python tools/make_rule_docs.py            writes what has changed
    python tools/make_rule_docs.py --check    changes nothing; ends with 1 if a page is not what it should be

The same rules give the same pages. Only the rules that ship with fanlint are in them.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))
os.environ["FANLINT_PLUGINS"] = "none"  # other people's rules are for their own pages

from fanlint.canon.load import load_canons
from fanlint.cli.explain import languages
from fanlint.engine.linter import Linter
from fanlint.model import Safety, Severity
from fanlint.rules.catalog import Catalog, load_profile
from fanlint.rules.rule import Example, Rule, Where, brief, parse_example
from fanlint.text.document import Document

FOLDER = PROJECT / "docs" / "rules"
_MENTIONED = re.compile(r"(\*-?\w(?:[^*\n]*[^*\s])?\*)")
NOTE = "<!-- Made by tools/make_rule_docs.py from the rules; change those instead. -->"

_SEVERITY = {
    Severity.ERROR: "A mistake.",
    Severity.WARNING: "Very likely a mistake.",
    Severity.HINT: "A note, which never fails a run.",
}
_SAFETY = {
    Safety.SAFE: "`--fix` corrects it.",
    Safety.UNSAFE: "`--fix --unsafe-fixes` corrects it.",
    Safety.MANUAL: "Correct it yourself.",
}
_WHERE = {
    Where.ANYWHERE: "",
    Where.NARRATION: "Only in narration, never in speech.",
    Where.SPEECH: "Only in speech.",
}


def pages() -> dict[str, str]:
    """The text of every page of docs/rules by its file's name."""
    catalog = Catalog()
    folders: dict[str, list[Rule]] = {}
    for name in catalog.names:
        folders.setdefault(name.split("/")[0], []).append(catalog.load(name))
    found = {f"{folder}.md": _page(folder, rules) for folder, rules in folders.items()}
    found["README.md"] = _index(folders)
    return found


def _page(folder: str, rules: list[Rule]) -> str:
    parts = [NOTE, f"# {folder}", _about(folder), *(_section(rule) for rule in rules)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _about(folder: str) -> str:
    """What a folder of rules is about: the first lines of its TOML file (or files), or its package's docstring."""
    home = PROJECT / "rules"
    for path in (home / f"{folder}.toml", *sorted((home / folder).glob("*.toml"))[:1]):
        if not path.is_file():
            continue
        lines = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                break
            lines.append(line.removeprefix("#").strip())
        text = " ".join(lines).removesuffix("Sorted by name.").strip()
        if text:
            return _prose(text)
    try:
        return _prose(import_module(f"fanlint.checks.{folder.replace('-', '_')}").__doc__ or "")
    except ModuleNotFoundError:
        return ""


def _section(rule: Rule) -> str:
    examples = [parse_example(notation) for notation in rule.examples]
    told = (_SEVERITY[rule.severity], _SAFETY[rule.safety], _WHERE[rule.where], languages(rule))
    how = " ".join(filter(None, told))
    if rule.example_canon:
        how += f" The examples are read with the canon {' and '.join(rule.example_canon)}."
    left_out = load_profile("default").get("ignore", {})
    reason = left_out.get(rule.name) or left_out.get(rule.name.split("/")[0])
    parts = [
        f"## {rule.name.split('/')[1]}",
        "\n".join(f"> {_prose(line)}" for line in _message(rule, examples).splitlines()),
        _prose(rule.explanation),
        f"`{rule.name}`: {how}",
        f"Off unless you select it: {_prose(reason)}" if reason else "",
        "Found:",
        _fenced("diff", [line for example in examples if example.marks for line in _change(example)]),
        "Left alone:",
        _fenced("text", [line for example in examples if not example.marks for line in _whole(example.text, "")]),
    ]
    return "\n\n".join(filter(None, parts))


def _message(rule: Rule, examples: Iterable[Example]) -> str:
    """What the rule says to its first example with a mistake."""
    canon = load_canons(rule.example_canon) if rule.example_canon else None
    linter = Linter((rule,), canon, language=rule.example_language)
    for example in examples:
        if example.marks and (found := linter.lint(Document(example.text))):
            return found[0].message
    return rule.message


def _change(example: Example) -> list[str]:
    """An example before and after; one without a fix has its mistake in angle brackets."""
    if example.fixed != example.text:
        return [*_whole(example.text, "- "), *_whole(example.fixed, "+ ")]
    text = example.text
    for start, end in reversed([mark.span for mark in example.marks]):
        text = f"{text[:start]}>{text[start:end]}<{text[end:]}"
    return _whole(text, "- ")


def _whole(text: str, lead: str) -> list[str]:
    return [f"{lead}{brief(line)}".rstrip() for line in text.split("\n")]


def _fenced(language: str, lines: list[str]) -> str:
    return "\n".join((f"```{language}", *lines, "```"))


def _plain(text: str) -> str:
    """Text in which Markdown sees no markup."""
    for mark in ("\\", "*", "_", "<", "`"):
        text = text.replace(mark, "\\" + mark)
    return text


def _prose(text: str) -> str:
    """The same, but the asterisks around words that are spoken of, as in *its* and *it's*, are left."""
    return "".join(part if at % 2 else _plain(part) for at, part in enumerate(_MENTIONED.split(text)))


def _index(folders: dict[str, list[Rule]]) -> str:
    parts = [
        NOTE,
        "# All rules",
        "`fanlint explain RULE` shows the same in your terminal. Leave a rule or a whole folder out with "
        "`--ignore RULE`, or for good in [fanlint.toml](../configuration.md).",
    ]
    for folder, rules in folders.items():
        parts.append(f"## [{folder}]({folder}.md)")
        if about := _about(folder):
            parts.append(about)
        parts.append("\n".join(_row(folder, rule) for rule in rules))
    return "\n\n".join(parts) + "\n"


def _row(folder: str, rule: Rule) -> str:
    stem = rule.name.split("/")[1]
    example = next(parsed for parsed in map(parse_example, rule.examples) if parsed.marks)
    start, end = example.marks[0].span
    right = example.marks[0].becomes
    shown = f"“{example.text[start:end]}”" if right is None else f"“{example.text[start:end]}” to “{right}”"
    seen = example.text[start:end].strip() or (right or "").strip()
    anchor = stem.replace("'", "")
    return f"- [{stem}]({folder}.md#{anchor})" + (f": {_plain(' '.join(shown.split()))}" if seen else "")


def main() -> int:
    """Write or check the pages, and give the exit code."""
    unknown = set(sys.argv[1:]) - {"--check"}
    if unknown:
        print(__doc__)
        return 2
    wanted = pages()
    standing = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
    stale = sorted(name for name in wanted.keys() | standing.keys() if wanted.get(name) != standing.get(name))
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/rules/{name} is not what the rules say now. Run: python tools/make_rule_docs.py")
        return 1 if stale else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in stale:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            (FOLDER / name).unlink()
        print(f"{'wrote' if name in wanted else 'removed'} docs/rules/{name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
