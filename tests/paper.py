"""The library that PDF is made with: `python tests/paper.py` finds Pango, or installs it, and says which it is."""

from __future__ import annotations

import subprocess
import sys

from browser import apt_install

PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
REMEDY = f"Install Pango: on Debian, as root, `apt-get install {' '.join(PACKAGES)}`; on macOS `brew install pango`."


def pango() -> str | None:
    """Pango's version as WeasyPrint finds it, None where there is none. Asked anew each time, in another process."""
    ask = "from weasyprint.text.ffi import pango; print(pango.pango_version())"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    if answer.returncode:
        return None
    number = int(answer.stdout.split()[-1])  # 15012 is 1.50.12
    return f"{number // 10_000}.{number // 100 % 100}.{number % 100}"


def main() -> int:
    """Find Pango, install it where it is missing, and say which it is; 1 where that fails."""
    if pango() is None:
        apt_install(*PACKAGES)
    found = pango()
    if found is None:
        print(REMEDY, file=sys.stderr)  # noqa: T201
        return 1
    print(f"The tests make PDF with Pango {found}.")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
