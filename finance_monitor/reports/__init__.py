"""What leaves as text, JSON, CSV or a file; every figure in it comes from disclosure."""
