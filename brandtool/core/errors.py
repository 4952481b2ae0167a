"""Known errors: a code and values; the sentence is made in `ui` and `cli`."""

from __future__ import annotations


class BrandtoolError(Exception):
    """Report something the editor can act on, as a code with the values its sentence needs.

    `code` is a dotted lower-case name such as `intake.binary`; `values` holds strings and numbers
    only.
    """

    def __init__(self, code: str, **values: str | float) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        """Name the code and the values, for logs."""
        told = ", ".join(f"{key}={value!r}" for key, value in sorted(self.values.items()))
        return f"{self.code} ({told})" if told else self.code
