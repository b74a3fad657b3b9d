"""What is read from schools' registers."""
