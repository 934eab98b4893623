"""The measures. A new one is one new module here with a docstring, a TITLE and a function `measure`."""
