"""Systems that give answers away: `takes` knows its heading in small letters, `MEANS` says what its columns are."""
