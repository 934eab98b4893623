"""Parts of a handbook as a Word document, to edit: with real styles, tables and content controls."""
