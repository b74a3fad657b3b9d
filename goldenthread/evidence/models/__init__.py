"""What evidence keeps."""
