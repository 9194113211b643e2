"""`python -m drafting` does what `drafting` does."""

from drafting.cli import main

if __name__ == "__main__":
    main()
