"""Two states of a handbook in, what changed between them out, and who must read what again."""
