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


_ALONE = re.compile(
    r"(?:by|on|in|per|via|at) (?:the )?(?:e-?mail|phone|telephone|post|letter|video call|chat|room|person)|in person"
    r"|on site|face to face|e-?mail|newsletter|video|video call|zoom|phone|phone call|telephone|whatsapp|sms|chat"
    r"|text message|web|website|online|app|instagram|linkedin|vor ort|persönlich|telefonisch|présentiel|téléphone"
    r"|courriel|presencial|teléfono|correo",
    re.I,
)
"""What names a channel and begins no sentence: `Call:`, `Meeting:` and `Post:` may."""


def is_channel(words: str) -> bool:
    """Tell whether words name a channel and nothing else."""
    return bool(_ALONE.fullmatch(words.strip()))


def channel_kind(channel: str) -> str:
    """Give the name of the icon that fits the words of a channel."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, channel, re.I)), OTHER)
