"""Words of Turkish and English: inflection, the lexicon, names and their spellings."""
