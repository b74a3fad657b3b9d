"""One pass over a return: read, check, count and write, in as many processes as pay."""
