"""All that writes a file or remembers something: the cache, the lock, the swap of a site, the manifests of what we wrote."""
