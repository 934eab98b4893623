"""journeybook run by somebody who may not do everything."""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from pathlib import Path


def bound(folder: Path, *arguments: str, limit: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run `journeybook …` so that permissions hold even for root, with files of `limit` bytes at most."""

    def before() -> None:
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        libc = ctypes.CDLL(None)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH, with which root may write anywhere
            libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP; nobody else has them to lose

    return subprocess.run(
        [sys.executable, "-m", "journeybook", *arguments],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"},
        preexec_fn=before,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
