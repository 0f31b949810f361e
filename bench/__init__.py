"""The measurements: `make bench`. A made-up chronology of any size, and what its pages cost through the real views."""
