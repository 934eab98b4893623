"""Markdown of authors: its links, its headings, its fields as HTML, and addresses that are safe to write."""
