"""What every block of settings has in common."""

from pydantic import BaseModel, ConfigDict


class Block(BaseModel):
    """A block of settings: frozen, and a key it does not know is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, validate_default=True)
