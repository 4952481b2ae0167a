"""The text model: source, decisions, and the editions computed from them; standard library only."""
