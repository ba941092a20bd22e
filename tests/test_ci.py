"""The workflow of GitHub runs what .ci/run does, with the versions of Python that fanlint says it is for."""

from __future__ import annotations

import re
import tomllib

from docs_blocks import PROJECT, page

WORKFLOW = page(".github/workflows/ci.yml")


def test_it_runs_our_own_script_and_nothing_else() -> None:
    assert re.findall(r"^ *(?:- )?run: (.*)$", WORKFLOW, re.M) == [".ci/run"]


def test_it_uses_the_oldest_and_the_newest_python_that_we_name() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [line.rpartition(" ")[2] for line in project["classifiers"] if re.search(r"Python :: \d+\.\d+$", line)]
    (matrix,) = re.findall(r"python: \[(.*?)\]", WORKFLOW)
    assert re.findall(r'"([\d.]+)"', matrix) == [named[0], named[-1]]
    assert project["requires-python"] == f">={named[0]}"


def test_actions_are_pinned_to_a_major_version() -> None:
    used = re.findall(r"uses: (\S+)", WORKFLOW)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", action) for action in used)
