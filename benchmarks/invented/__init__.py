"""What invented handbooks are made of: each module makes one kind of page out of a seed and a number."""
