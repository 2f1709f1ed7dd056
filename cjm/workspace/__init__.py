"""The things of a Handbook and the places where they are used: for lint, repair, search and editors alike."""
