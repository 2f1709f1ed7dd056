"""Run the program from a bare checkout: `python cli.py lint`."""

from cjm.cli import main

if __name__ == "__main__":
    main()
