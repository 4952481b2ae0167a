"""Lists as the window sees them: one table model, its delegates, filters with counts."""
