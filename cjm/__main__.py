"""`python -m cjm` is the same as the command `cjm`."""

from cjm.cli import main

main()
