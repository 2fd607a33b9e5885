"""Page furniture: the lines around an article that are not its text.

Each pattern is anchored at the start of a line and asks for more than a word that could open a
sentence: a boilerplate line kept costs a reader a glance, a sentence lost costs the fact in it.
"""

import re

LONGEST = 240  # characters; a longer line is the article speaking

_NAME_PART = r"(?:[^\W\d_a-zß-öø-ÿ][\w.'’\-]*,?|and|&|de|da|del|di|la|le|van|von|der|den|bin|al)"
_CLOCK = r"\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4}\b)?"
_DAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:of )?"
    r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}\b)?(?:,? \d{4})?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"

BYLINE = re.compile(
    rf"(?:(?i:by|written by|reported by|story by|words by|text by|posted by|from)\.? {_NAME_PART}(?: {_NAME_PART}){{0,9}}"
    rf"(?:[,|–—·/(-] ?[\w.'’&|,/@() -]{{0,80}})?\.?"
    r"|By (?:[Oo]ur|[Aa]|[Ss]taff)\b[\w ,'’-]{0,60})$"
)

TAKEAWAYS = re.compile(
    r"(?:(?:key|main|top) (?:takeaways?|points|facts|findings)|synopsis|(?:story )?highlights|"
    r"at a glance|in (?:brief|short|a nutshell)|the gist|bottom line|quick (?:read|facts)|summary|"
    r"tl;? ?dr|related(?: (?:stories|articles|links|news|content|topics|coverage|reading))?|"
    r"(?:more|read more|see also|most (?:read|popular|viewed)|trending(?: now)?|top stories|"
    r"recommended(?: (?:stories|for you|reading))?|editors?['’]?s? picks?|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)|latest(?: (?:news|stories))?|"
    r"more (?:from|on) [\w ,'’&-]{1,60}|more (?:stories|news)|topics|tags))\s*:?$",
    re.IGNORECASE,
)
"""The headings of lists that are about the article or lead away from it."""

_LEADS_AWAY = (
    r"(?:read (?:more|also|next|the full (?:story|article|report|text))|also read|see (?:also|more)|"
    r"related(?: (?:stories|articles|links|news|content|topics|coverage|reading))?|more on this(?: story)?|"
    r"watch(?: (?:more|now|live|video|below|the video))?|listen(?: (?:now|live|to this article))?|"
    r"don['’]t miss|up next|trending|recommended|explore more|go deeper|must[ -]read|"
    r"lire aussi|à lire(?: aussi)?|lea también|lee también|leia (?:mais|também)|lees ook|lesen sie auch|mehr zum thema|leggi anche)"
)

_WHOLE = (
    r"skip to (?:main )?(?:content|navigation)|skip ad(?:vertisement)?|"
    r"(?:story|article) continues(?: below(?: (?:the )?advertisement)?)?|continue reading(?: below)?|"
    r"scroll (?:down )?(?:for|to) (?:more|video|continue reading)|"
    r"advertise(?:ment|with us)?|advertising|anzeige|publicité|publicidad|pubblicità|advertentie|"
    r"sponsored(?: content| links?)?|promoted(?: content)?|paid post|"
    r"sign (?:in|up|out)|log (?:in|out)|register|subscribe(?: now| today)?|menu|search|home|close|"
    r"share(?: this)?(?: (?:article|story|page|post|link|with))?|save(?: article| for later)?|bookmark|"
    r"print(?: (?:this )?(?:article|page))?|e?-?mail(?: (?:this )?article)?|tweet|copy link|comments?(?: \(\d+\))?|"
    r"(?:show|view|hide|load|read|leave|post|join) (?:all |the |more |a |\d+ )*(?:comments?|conversation|gallery|photos|images)|"
    r"\d+ (?:comments?|shares?|likes?|views?)|(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|pinterest|"
    r"email|e-mail|print|copy link|link|messenger|threads|bluesky|flipboard|youtube|tiktok|share|save)"
    r"(?:[ |,·•/]+(?:facebook|twitter|x|whatsapp|linkedin|reddit|telegram|instagram|pinterest|email|e-mail|print|copy link|"
    r"link|messenger|threads|bluesky|flipboard|youtube|tiktok|share|save))*|"
    r"\d+ ?-?min(?:ute)?s? (?:read|listen|watch)|(?:reading|listening) time:? .{1,20}|"
    r"\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago|"
    r"live|breaking(?: news)?|exclusive|opinion|analysis|video|photos?|gallery|"
    r"\(?more\)?|\(?ends?\)?|-?30-?|loading\.*|abstract\.?|all rights reserved\.?|back to top|"
    r"media playback is (?:un|not )supported on (?:this|your) device|"
    r"(?:this|the) (?:copy is for your|video is (?:no longer|not)|content is not) .{1,80}"
)

_OPENS = (
    r"(?:first |last |date )?(?:published|updated|posted|modified|created|publié|publicado|aktualisiert|veröffentlicht)"
    r"(?: (?:on|at|by|le|el|am))?:?\.? ?(?:[^\w\s]|\d|"
    + _WEEKDAY
    + "|"
    + _DAY
    + r"|today|yesterday|an? (?:hour|day|minute)|$)|"
    r"copyright (?:[^\w\s]|\d|by\b)|\N{COPYRIGHT SIGN}|\(c\) ?\d{4}|"
    r"(?:all rights reserved|this material may not be (?:published|reproduced))|"
    r"sign up (?:for|to|here|now|today|with)\b.{0,80}\b(?:newsletter|emails?|alerts?|updates?|inbox|briefing|free)|"
    r"(?:get|receive|subscribe to|join) (?:the|our|your|more)\b.{0,80}\b(?:newsletters?|inbox|briefing|alerts|app|channel)\b|"
    r"subscribe (?:to|for|here|now)\b|"
    r"(?:follow|like|find|join) (?:us|\S+ \S+|me|@\w+) (?:on|at) (?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|tiktok|youtube)\b|"
    r"follow (?:us\b|@\w)|(?:on )?twitter:? ?@\w|@\w+$|"
    r"click here\b|download (?:the|our)\b.{0,40}\bapp\b|"
    r"(?:filed under|tagged|tags|topics|sections?|categor(?:y|ies)|keywords|source|credits?|e-?mail|contact|isbn|doi)\s?:|"
    r"\(?(?:additional |further )?(?:reporting|writing|editing|edited|compiled|translated|graphics?|production|rédaction) (?:and \w+ )?by\b|"
    r"(?:correction|clarification|editor['’]?s note|eds)\s?[:(]|\^|"
    r"we use cookies|by (?:clicking|continuing|signing up|using)\b.{0,80}\b(?:agree|accept|terms|cookies|policy)\b|"
    r"your (?:browser|support|privacy|subscription)\b.{0,60}\b(?:supported|javascript|cookies|choices|journalism)\b|"
    r"https?://\S+$|www\.\S+$|\S+@\S+\.\w{2,6}$"
)

BOILERPLATE = re.compile(
    rf"(?:{_LEADS_AWAY}\s*[:|>»→].*|(?:{_LEADS_AWAY}|{_WHOLE})\s*[:|>»→.]?$|{_OPENS})",
    re.IGNORECASE,
)

DATED = re.compile(
    rf"(?:(?:{_WEEKDAY}[,.]? )?{_DAY}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
    rf"(?:[ ,|·•T-]*(?:at )?{_CLOCK}.{{0,12}})?[ .]*$|{_CLOCK}(?:[ ,|·•-]*(?:{_WEEKDAY},? )?{_DAY})?[ .]*$"
)
"""A line that is a date, a time, or both."""

SLUG = re.compile(r"[A-Z]{2}-{1,2}[A-Z][\w-]+\b.{0,40}$|[a-z]\d{4}\b.{0,30}$")
"""The first line of wire copy: "BC-QUAKE, 2nd Ld-Writethru"."""

CAPTION = re.compile(
    r"(?:(?:file )?(?:photos?|pictures?|images?|videos?|graphic|illustration|caption|foto|pictured|cartoon|map)"
    r"(?: (?:caption|source|credit|copyright|by|illustration|gallery|file))?\s?[:|/].*|"
    r"(?:photo|image|picture|video|media|illustration) (?:caption|source|credit|copyright)\b.*|"
    r"(?:getty|ap|afp|reuters|epa|pa|alamy|shutterstock|handout|courtesy)"
    r"(?: ?(?:images?|photos?|media|wire))?(?:[/,|].{0,60})?$|"
    r".*[(\[](?:ap |file |pool )?(?:photos?|images?|pictures?|foto|credit|source)\b ?(?:by|[:/]|courtesy)?[^()\[\]]{0,80}[)\]]\.?$|"
    r".*[(\[](?:[^()\[\]]{0,60}/)?(?:getty(?: images)?|reuters|afp|epa|ap photo|shutterstock)(?:/[^()\[\]]{0,60})?[)\]]\.?$|"
    r".{0,200}[|/.] ?(?:photo|image|picture|credit)s?: .{1,60}$|"
    r".*\b(?:via |/ ?)(?:getty images|reuters|afp|ap|epa|shutterstock|alamy)\.?$)",
    re.IGNORECASE,
)
