"""A folder of plain Markdown and SVG, for any builder of the family."""
