"""Word lists as data, and the way they are found in text: phrases as people write them in, their places in any form out."""
