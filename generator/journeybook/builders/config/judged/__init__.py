"""What is wrong with mkdocs.yml, told before MkDocs judges it: a module finds one kind, and takes out what it told."""
