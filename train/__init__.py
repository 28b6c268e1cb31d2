"""How the shipped reader and retriever were made: from the base checkpoint to the files in ``qa/models``."""
