"""The window, the only storey that imports Qt: it shows what is known, sends what is decided."""
