"""What those who run the system need: copies that can be trusted, and a doctor."""
