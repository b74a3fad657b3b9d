"""Forms of a school's register."""
