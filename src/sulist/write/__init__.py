"""Values to what a person or a program reads: it words and places, and works nothing out."""
