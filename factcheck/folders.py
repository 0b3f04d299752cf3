"""Where a user's own folders lie: what is downloaded or kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

_HOMES = {"cache": ("XDG_CACHE_HOME", "~/.cache"), "data": ("XDG_DATA_HOME", "~/.local/share")}


def user_folder(kind: Literal["cache", "data"]) -> Path:
    """The user's cache or data folder of factcheck, as platformdirs has it, whether it is there or not."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:  # the same without its 10 ms
        variable, default = _HOMES[kind]
        return Path(os.environ.get(variable, "").strip() or os.path.expanduser(default), "factcheck")
    import platformdirs

    return platformdirs.user_cache_path("factcheck") if kind == "cache" else platformdirs.user_data_path("factcheck")


def package_folders() -> tuple[Path, ...]:
    """Where we ourselves lie: the package, and the shipped rules where a checkout has them beside it."""
    package = Path(__file__).resolve().parent
    rules = package.parent / "rules"
    return (package,) if (package / "rules").is_dir() or not rules.is_dir() else (package, rules)
