"""Starts fanlint: ``python -m fanlint`` and the command ``fanlint``."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    # Words, spans and findings hold no cycles; looking for some costs a twentieth of a short run.
    gc.set_threshold(100_000, 20, 20)
    try:
        from fanlint.cli import run

        code = run()
    except KeyboardInterrupt:
        code = 130
    except Exception:
        import traceback

        traceback.print_exc()
        print(
            "\nfanlint: this is a bug in fanlint, not a problem with your draft. Please report the lines above.",
            file=sys.stderr,
        )
        code = 2  # 1 would mean that it found something
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        pass  # whoever was reading has gone
    os._exit(code)  # 11 ms sooner than by taking thousands of objects apart


if __name__ == "__main__":
    main()
