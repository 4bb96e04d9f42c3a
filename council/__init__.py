"""The rules of a safety council: pure, without clock, network, log or storage."""
