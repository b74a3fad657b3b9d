"""What is written to a school's register."""
