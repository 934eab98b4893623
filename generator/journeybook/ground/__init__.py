"""What every room may use: the folder of the theme, and a stopwatch."""
