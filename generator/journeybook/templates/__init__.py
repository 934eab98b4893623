"""Templates of a handbook's own: what they are, and what is wrong with them before they are used."""
