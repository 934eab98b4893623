"""`python -m journeybook`."""

from journeybook.cli import main

main(prog_name="journeybook")
