"""A drawing as a file of its own: SVG that carries its look, PNG, PDF."""
