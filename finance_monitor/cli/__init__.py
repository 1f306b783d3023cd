"""The command line. Figures and JSON go to standard output, everything said to a person to standard error."""
