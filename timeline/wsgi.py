"""What a web server runs: `gunicorn timeline.wsgi`. A server is production unless its environment says DEBUG=1."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "timeline.settings")
os.environ.setdefault("DEBUG", "0")

application = get_wsgi_application()

from timeline.web.warming import warm_up  # noqa: E402 needs the application to be set up

warm_up()
