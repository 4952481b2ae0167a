"""The same path over many documents: the analysis record, and pools that make many of them.

A room of its own because the command line, scripts and clusters must get exactly what the window
gets.
"""
