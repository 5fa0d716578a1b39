"""Where two texts agree, nearly or to the letter: letters, n-grams, runs, chains, alignment."""
