"""One JSON object a line for each finding, as in the ``json`` format."""

from __future__ import annotations

from fanlint.report import Describe, Outcome, Style
from fanlint.report.json_object import dump, records


def render(outcome: Outcome, style: Style, describe: Describe | None = None) -> str:  # noqa: ARG001
    return "".join(dump(record) + "\n" for record in records(outcome))
