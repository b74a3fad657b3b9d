"""Pages of a school's register."""
