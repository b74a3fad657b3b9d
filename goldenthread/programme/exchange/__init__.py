"""The programme file: everything about one programme as JSON, in and out."""

from goldenthread.programme.exchange.read import BadProgrammeFile, parse
from goldenthread.programme.exchange.write import as_file

__all__ = ["BadProgrammeFile", "as_file", "parse"]
