"""How the site is built. Knows the folder _static/scorecard, but no page."""

project = "The Shop Floor"
html_static_path = ["_static"]
html_js_files = [("scorecard/scorecard.js", {"type": "module"})]
html_js_files.append("listen.js")
