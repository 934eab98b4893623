def on_nav(nav
