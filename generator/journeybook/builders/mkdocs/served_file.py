"""Files of a build of `serve`, which know whether the site has them as they are."""

from __future__ import annotations

from mkdocs.structure.files import File


class ServedFile(File):
    """A file that MkDocs writes again where `modified` says so, whatever the times of files say."""

    modified = True

    def is_modified(self) -> bool:
        """Answer MkDocs, which asks before it reads, renders, writes or copies a file in a `dirty` build."""
        return self.modified


def served(file: File) -> File:
    """Give a file of a folder as a `ServedFile`; what a plugin has made in memory counts as modified in each build."""
    if file.src_dir is None:
        return file
    return ServedFile(
        file.src_uri,
        file.src_dir,
        file.dest_dir,
        file.use_directory_urls,
        dest_uri=file.dest_uri,
        inclusion=file.inclusion,
    )
