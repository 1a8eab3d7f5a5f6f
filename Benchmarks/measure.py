"""Runs a program on chosen cores, and times it whole."""

import argparse
import contextlib
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time
import typing

TIMEOUT = 300


class Process(typing.NamedTuple):
    """A program that has ended well."""

    # From start to end.
    seconds: float
    # What it wrote to its standard output, if that was wanted.
    output: str
    # The most memory that it had, in bytes.
    most_memory: int


class Failure(Exception):
    """A program did not do what it should; the text says what it said last."""


class Machine:
    """The cores that may be used, and how busy others keep them."""

    def __init__(self):
        self.can_pin = hasattr(os, "sched_setaffinity")
        cores = os.sched_getaffinity(0) if self.can_pin else range(os.cpu_count())
        self.cores = sorted(cores)
        # Processor seconds of others, and the seconds in which they were counted.
        self.others, self.watched = 0, 0

    @contextlib.contextmanager
    def pinned(self, count):
        """Programs that are started meanwhile may use the first `count` cores."""
        if not self.can_pin:
            yield
            return
        os.sched_setaffinity(0, self.cores[:count])
        try:
            yield
        finally:
            os.sched_setaffinity(0, self.cores)

    @contextlib.contextmanager
    def watching_others(self):
        """Counts what others use of the processor meanwhile."""
        busy, start = busy_by_others(), time.perf_counter()
        yield
        self.others += busy_by_others() - busy
        self.watched += time.perf_counter() - start

    @property
    def load_by_others(self):
        """How many cores others kept busy, on average; the clock of the system ticks 10 ms."""
        return self.others / self.watched if self.watched > 0.1 else 0


def busy_by_others():
    """Processor seconds of all but this program and those it started; 0 where unknown."""
    try:
        with open("/proc/stat") as file:
            ticks = [int(field) for field in file.readline().split()[1:9]]
    except OSError:
        return 0
    busy = (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")
    return busy - sum(os.times()[:4])


def run(command, environment=None, directory=None, wants_output=True):
    """Runs a program to its end and gives the `Process`.

    The program leads a process group of its own, which is ended as a whole if it takes too long or
    this program is interrupted. Waiting blocks, as asking again and again would blur the time.
    A program's most memory is no less than this one's, which should read no large outputs.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        try:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stderr=errors, cwd=directory, env=environment,
                stdout=output if wants_output else subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise Failure(str(error)) from error
        limit = threading.Timer(TIMEOUT, end_group, [process.pid])
        limit.daemon = True
        limit.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            status = process.returncode = os.waitstatus_to_exitcode(status)
        except BaseException:
            end_group(process.pid)
            process.wait()
            raise
        finally:
            limit.cancel()
        if status:
            if seconds >= TIMEOUT:
                raise Failure(f"took longer than {TIMEOUT} s")
            raise Failure(last_line(errors) or f"ended with status {status}")
        output.seek(0)
        # Linux counts in units of 1,024 bytes, macOS in bytes.
        most_memory = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Process(seconds, output.read().decode(errors="replace"), most_memory)


def end_group(leader):
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)


def last_line(file):
    file.seek(0)
    lines = [line for line in file.read().decode(errors="replace").splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def json_line(text):
    """The object on the last line of a program's output."""
    try:
        return json.loads(text.strip().splitlines()[-1])
    except (IndexError, ValueError) as error:
        raise Failure("printed no line of JSON") from error


def option_parser(text, rounds=5):
    """What all benchmarks take: where the programs are, and how often everything is measured."""
    parser = argparse.ArgumentParser(description=text.splitlines()[0])
    parser.add_argument("--programs", type=folder, required=True)
    parser.add_argument("--rounds", type=positive, default=rounds)
    return parser


def folder(text):
    return pathlib.Path(text).resolve()


def positive(text):
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return number


def interrupt_on_termination():
    """Being asked to end is like Ctrl-C, also where that was ignored: what runs is ended first."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, signal.default_int_handler)
