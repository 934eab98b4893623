"""Builders, which make a site of the artifacts; none of them imports another."""
