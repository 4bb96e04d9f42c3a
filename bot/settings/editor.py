"""The JSON Schema by which an editor completes and checks config.yaml while it is written."""

import json
from typing import Any

from bot.settings.explain import schema

TITLE = "Rådslag's settings (config.yaml)"


def editor_schema() -> str:
    """Return the schema as the text of docs/config.schema.json.

    What may come from a secret file or the environment is not required of the file.
    """
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": TITLE}
    whole: dict[str, Any] = {**about, **_untitled(schema())}
    whole["required"] = [key for key in whole["required"] if key != "master_secret"]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _untitled(part: Any) -> Any:
    """Leave out the titles that only repeat the keys."""
    if isinstance(part, dict):
        return {key: _untitled(value) for key, value in part.items() if key != "title" or not isinstance(value, str)}
    return [_untitled(each) for each in part] if isinstance(part, list) else part
