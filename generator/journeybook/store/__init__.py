"""All that writes a file or remembers something: the cache, the lock, the swap of a site, the list of what we wrote."""
