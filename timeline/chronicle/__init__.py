"""The only writers of the chronology: reading articles in, linking, settling, and what editors change."""
