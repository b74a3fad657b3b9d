"""What waiting times are: their series, what may be published of them, and how a file of them is read. Pure."""
