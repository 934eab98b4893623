"""A handbook as a book on paper: cover, contents, its parts and an index as one HTML document, and the PDF of it."""
