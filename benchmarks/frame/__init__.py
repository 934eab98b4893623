"""What all measures share: handbooks to measure on, commands that are timed, tables and the ratios in them."""
