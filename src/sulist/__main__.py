"""The start of ``sulist`` and of ``python -m sulist``: quiet where Ctrl-C comes while modules load."""

# Nothing is imported here: until main() runs, Python would show a traceback.

INTERRUPTED = 130


def main() -> None:
    """Runs ``sulist`` and ends the process with its exit code."""
    try:
        import os

        try:  # ``signal`` makes classes of its numbers, which takes as long as reading a short list
            import _signal as signal  # type: ignore[import-not-found]
        except ImportError:
            import signal

        # An exception in the midst of an import may be swallowed there, so the signal itself ends
        # the process: as long as modules load there is nothing to be cleaned up.
        listens = signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if listens:
            signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(INTERRUPTED))
        from sulist.base import start

        start.own_process()
        from sulist.cli.main import main as run

        if listens:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        run()
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None


def process() -> None:
    """Runs ``sulist`` as a process of its own, which ends at once when all is written.

    To take every module apart again, as Python does else, is a tenth of a short answer. What others
    have asked for at the end (``atexit``) is done all the same.
    """
    try:
        main()
    except SystemExit as stop:
        if not isinstance(stop.code, int):
            raise
        from sulist.base import start

        start.leave(stop.code)


if __name__ == "__main__":
    process()
