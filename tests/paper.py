"""The library that PDF is made with: `python tests/paper.py` finds Pango, or installs it, and says which it is."""

from __future__ import annotations

import subprocess
import sys

from needs import Need, provide, tell


def pango() -> str | None:
    """Pango's version as WeasyPrint finds it, None where there is none. Asked anew each time, in another process."""
    ask = "from weasyprint.text.ffi import pango; print(pango.pango_version())"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    if answer.returncode:
        return None
    number = int(answer.stdout.split()[-1])  # 15012 is 1.50.12
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


PANGO = Need(
    "Pango",
    lambda: pango() is not None,
    ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0"),
    "on macOS `brew install pango`",
)


def main() -> int:
    """Find Pango, install it where it is missing, and say which it is; 1 where that fails."""
    missing = provide([PANGO])
    if not missing:
        print(f"The tests make PDF with Pango {pango()}.")  # noqa: T201
    return tell(missing)


if __name__ == "__main__":
    sys.exit(main())
