"""How Django reads days that are typed: the Vietnamese way, whatever the language of the page."""

DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]
