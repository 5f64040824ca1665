"""The JSON contract, key by key as docs/json.md publishes it."""
