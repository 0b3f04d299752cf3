"""`python -m factcheck`."""

import sys

from factcheck.fronts.cli import main

sys.exit(main())
