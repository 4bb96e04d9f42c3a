"""Every sentence a person reads, in each language, and how its facts are written."""
