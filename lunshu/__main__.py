"""`python -m lunshu` is the command `lunshu`."""

from searcher.cli import main

if __name__ == "__main__":
    main()
