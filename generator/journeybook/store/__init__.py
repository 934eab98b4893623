"""All that writes or remembers: the cache, dependencies of results, locks, the swap of a site, manifests of files."""
