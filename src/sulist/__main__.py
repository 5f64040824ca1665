"""``python -m sulist``."""

from sulist.cli.main import main

if __name__ == "__main__":
    main()
