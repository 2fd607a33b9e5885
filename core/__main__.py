"""``python -m newsbrief``."""

from newsbrief.cli import main

raise SystemExit(main())
