"""Settings for the type checker: nothing is started, nothing is connected to."""

import os

os.environ.setdefault("CHAMDIEM_DEBUG", "1")
os.environ.setdefault("CHAMDIEM_DATABASE_URL", "postgresql:///checked")

from chamdiem.config.settings import *  # noqa: F403  the settings read the environment set above
