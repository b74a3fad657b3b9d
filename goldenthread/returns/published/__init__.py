"""The Department for Education's release “Education, health and care plans”: reading it, and what its columns mean. Pure."""
