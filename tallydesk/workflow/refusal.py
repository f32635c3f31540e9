"""Why the workflow does not do something: a code with facts, whose words live in resources."""

from __future__ import annotations


class RefusedError(ValueError):
    """An action that is not possible now. `code` finds the sentence, `facts` fill it."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        self.facts = facts
        said = ", ".join(f"{name} {value}" for name, value in facts.items())
        super().__init__(f"{code}: {said}" if said else code)
