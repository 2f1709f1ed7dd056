"""A passage of a document in, the section that comes of it and what stands beside it out."""
