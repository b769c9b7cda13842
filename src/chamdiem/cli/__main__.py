"""``python -m chamdiem.cli`` is the command ``chamdiem``."""

import sys

from chamdiem.cli.application import main

sys.exit(main())
