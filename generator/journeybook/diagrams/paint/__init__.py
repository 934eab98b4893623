"""How a drawing is written: paths, text, colours, and the renderer."""
