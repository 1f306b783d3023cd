"""`python -m finance_monitor`."""

import sys

from finance_monitor.cli.main import main

sys.exit(main(sys.argv[1:]))
