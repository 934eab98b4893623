"""Which icon stands for a channel, by the words in which authors name it."""

from __future__ import annotations

import re

_KINDS = (
    (r"\b(e-?mail|newsletter|courriel|correo)\b", "email"),
    (r"\b(video\w*|vidéo|vídeo|zoom|teams)\b", "video"),
    (r"\b(phone|telephone|telefon\w*|téléphone|teléfono)\b|^call\b", "phone"),
    (
        r"\b(social|soziale|sociaux|sociales|facebook|instagram|linkedin|mastodon|tiktok|youtube)\b",
        "social",
    ),
    (r"\b(chat|text|sms|messag\w*|letter|post|brief|lettre|carta)\b", "message"),
    (r"\b(web\w*|online|search\w*|portal|app)\b", "web"),
    (r"\b(room|in person|on site|face to face|event|meeting|vor ort|persönlich|présentiel|presencial)\b", "room"),
    (r"\b(print\w*|paper|flyer|leaflet|poster|brochure)\b", "handout"),
    (r"\b(word of mouth|friends?|recommendation)\b", "talk"),
)
OTHER = "channel"
"""The icon of a channel whose words none of them knows."""


def channel_kind(channel: str) -> str:
    """Give the name of the icon that fits the words of a channel."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, channel, re.I)), OTHER)
