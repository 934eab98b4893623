"""The languages of readers: locales, labels and the catalogues of words."""
