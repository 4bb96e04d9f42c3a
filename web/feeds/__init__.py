"""The record for other programs: calendars, feed readers, spreadsheets, and whoever wants open data."""
