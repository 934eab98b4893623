"""mkdocs.yml: settings, options, navigation and theme."""
