"""What every room may stand on: the folder of the theme, and a stopwatch."""
