"""The parts of the window beside the text, one file each; none knows its siblings."""
