"""Run a command, and write what it took into a file as JSON: `python measured.py FILE COMMAND …`.

A process of its own, and a small one: Linux counts the memory of the process that starts a command as the command's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    start = time.perf_counter()
    process = subprocess.Popen(sys.argv[2:])
    _, status, used = os.wait4(process.pid, 0)  # unlike getrusage, of this one child and those it waited for
    process.returncode = os.waitstatus_to_exitcode(status)
    took = {"wall": time.perf_counter() - start, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss}
    Path(sys.argv[1]).write_text(json.dumps(took), "utf-8")
    sys.exit(process.returncode if process.returncode >= 0 else 128 - process.returncode)
