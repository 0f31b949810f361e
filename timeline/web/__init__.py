"""What readers see: it reads the chronology and never writes to it."""

VERSION = "0.2.0"
"""Of Aide-Mémoire, as the foot of every page names it."""
