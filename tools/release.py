#!/usr/bin/env python3
"""Tags a release, after checking that the repository is ready for it. It never pushes.

python tools/release.py 0.2.0 --dry-run
python tools/release.py 0.2.0

The tag v0.2.0 is annotated with the section of CHANGELOG.md for that version.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
BRANCH = "main"
_VERSION = re.compile(r"\d+\.\d+\.\d+((a|b|rc)\d+)?")
_IN_PACKAGE = re.compile(r'^__version__ = "(.*)"$', re.M)
_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\](?: - (?P<date>.*?))?[ \t]*$", re.M)


def git(*args: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(["git", *args], cwd=PROJECT, input=stdin, capture_output=True, encoding="utf-8")
    except FileNotFoundError:
        sys.exit("git is not installed. Install it and try again.")


def read(name: str) -> str:
    return (PROJECT / name).read_text(encoding="utf-8")


def changelog_section(version: str) -> tuple[str | None, str] | None:
    """The date and the text under the heading of a version in CHANGELOG.md, or None if there is no such heading."""
    text = read("CHANGELOG.md")
    headings = list(_HEADING.finditer(text))
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        if heading["version"] == version:
            end = following.start() if following else len(text)
            return heading["date"], text[heading.end() : end].strip()
    return None


def problems_of_version(version: str) -> list[str]:
    in_package = _IN_PACKAGE.search(read("fanlint/__init__.py"))
    found = {
        "fanlint/__init__.py": in_package[1] if in_package else None,
        "pyproject.toml": tomllib.loads(read("pyproject.toml"))["project"].get("version"),
    }
    return [f"{name}: the version is {has}, not {version}." for name, has in found.items() if has != version]


def problems_of_changelog(version: str) -> list[str]:
    section = changelog_section(version)
    if section is None:
        return [f"CHANGELOG.md: there is no section for {version}. Add “## [{version}] - {date.today()}”."]
    day, text = section
    problems = []
    if not is_date(day):
        problems.append(
            f"CHANGELOG.md: the section for {version} has no date. Write “## [{version}] - {date.today()}”."
        )
    if not any(line and not line.startswith("#") for line in text.splitlines()):
        problems.append(f"CHANGELOG.md: the section for {version} is empty. Say what has changed.")
    return problems


def is_date(text: str | None) -> bool:
    if text is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def problems_of_repository(tag: str) -> list[str]:
    status = git("status", "--porcelain")
    if status.returncode != 0:
        return [f"git: {status.stderr.strip()}"]
    problems = []
    if status.stdout:
        problems.append(f"There are uncommitted changes. Commit or remove them:\n{status.stdout.rstrip()}")
    branch = git("branch", "--show-current").stdout.strip()
    if branch != BRANCH:
        problems.append(f"Releases are made from the branch {BRANCH}, and this is {branch or 'no branch'}.")
    if git("rev-parse", "--quiet", "--verify", f"refs/tags/{tag}").returncode == 0:
        problems.append(f"The tag {tag} already exists. Choose another version.")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description="Check that a release is ready, and tag it. Never pushes.")
    parser.add_argument("version", metavar="VERSION", help="the version to release, such as 0.2.0")
    parser.add_argument("--dry-run", action="store_true", help="check everything, show the tag, and create nothing")
    args = parser.parse_args()
    version, tag = args.version, f"v{args.version}"
    if not _VERSION.fullmatch(version):
        parser.error(f"“{version}” is not a version. Write it like 0.2.0 or 0.2.0rc1.")

    problems = [*problems_of_version(version), *problems_of_changelog(version), *problems_of_repository(tag)]
    if problems:
        print(*problems, sep="\n", file=sys.stderr)
        print(f"{tag} was not created.", file=sys.stderr)
        return 1

    section = changelog_section(version)
    assert section is not None
    message = f"fanlint {version}\n\n{section[1]}\n"
    if args.dry_run:
        print(f"Everything is ready. The annotated tag {tag} would have this message:\n\n{message}")
        return 0
    # By default git takes lines that begin with # for comments and drops them; here they are headings.
    done = git("tag", "--annotate", "--cleanup=verbatim", "--file=-", tag, stdin=message)
    if done.returncode != 0:
        print(f"git could not create the tag {tag}: {done.stderr.strip()}", file=sys.stderr)
        return 1
    print(f"Created the tag {tag}. To publish it:\n\n    git push origin {BRANCH} {tag}\n")
    print(f"To take it back before that: git tag --delete {tag}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
