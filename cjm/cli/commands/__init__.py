"""One module per command: `HELP` says what it is for, `app` is a Typer with the one function that runs it."""
