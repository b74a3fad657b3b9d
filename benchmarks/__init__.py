"""Benchmarks: each prints ratios to a floor measured in the same run, in a database of its own.

They come in as the owner, who makes and drops it, and read as a command does.
"""

from goldenthread.config import environment
from goldenthread.kit.who_reads import Purpose, process_reads_for

environment.be_owner()
process_reads_for(Purpose.COMMAND)
