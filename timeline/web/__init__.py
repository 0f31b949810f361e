"""What readers see: it reads the chronology and never writes to it."""
