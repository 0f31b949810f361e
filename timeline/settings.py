"""Settings for every place the project runs in: a laptop, a server, the tests. All come from the environment.

On a development machine nothing has to be set. `timeline.wsgi` turns DEBUG off unless it is set, so that a server
that was set up by halves refuses to start rather than show its inside; there SECRET_KEY and ALLOWED_HOSTS are needed.
"""

import os
import tempfile
from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

from timeline.machine import keep_secret, name_for_sqlite

BASE_DIR = Path(__file__).resolve().parent.parent


def flag(name: str, default: bool) -> bool:
    """A variable that says yes or no; an unknown word is refused, since a misspelt "off" must not mean "on"."""
    word = os.environ.get(name, "").strip().lower()
    if word in {"1", "true", "yes", "on"}:
        return True
    if word in {"0", "false", "no", "off"}:
        return False
    if not word:
        return default
    raise ImproperlyConfigured(f"{name} must be 1 or 0, not {word!r}.")


def words(name: str, default: str = "") -> list[str]:
    """A variable that is a list, with commas between."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def number(name: str, default: int) -> int:
    """A variable that is a whole number."""
    word = os.environ.get(name, "").strip()
    try:
        return int(word) if word else default
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {word!r}.") from None


def choice(name: str, allowed: tuple[str, ...], default: str) -> str:
    """A variable that is one of a few words."""
    word = os.environ.get(name, "").strip().lower() or default
    if word not in allowed:
        raise ImproperlyConfigured(f"{name} must be one of {', '.join(allowed)}, not {word!r}.")
    return word


DEBUG = flag("DEBUG", True)

# What this machine makes for itself lies here: database, keys, the editor's password. Never committed.
VAR_DIR = Path(os.environ.get("VAR_DIR") or BASE_DIR / "var").absolute()

SECRET_KEY = os.environ.get("SECRET_KEY", "")
if not SECRET_KEY and DEBUG:
    SECRET_KEY = keep_secret(VAR_DIR / "secret-key", get_random_secret_key)
elif not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is not set. With DEBUG off it must be: a long random text, kept secret.")

ALLOWED_HOSTS = words("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]" if DEBUG else "")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_guid",
    "django_htmx",
    "simple_history",
    "template_partials",
    "timeline",
]

MIDDLEWARE = [
    "django_guid.middleware.guid_middleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "timeline.visitors.refuse_large_bodies",
    "timeline.visitors.limit_rates",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",  # last, as it asks
]

ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# template_partials wraps these loaders by itself, with Django's cache of templates inside; the development server
# empties that cache when a template changes.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["timeline.web.tags"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Database: SQLite unless DATABASE_URL says otherwise.

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'timeline.sqlite3'}",
        conn_max_age=number("DATABASE_CONN_MAX_AGE", 60),
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["NAME"] = name_for_sqlite(DATABASES["default"]["NAME"])
    DATABASES["default"]["OPTIONS"] = {
        # A transaction that will write takes the lock when it begins: one that reads first and writes later would
        # fail at once, without waiting, when another has written in between.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,  # seconds to wait for that lock
        # Readers go on while one writes; NORMAL is safe with a write-ahead log. Django itself turns foreign keys on.
        "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
    }
    # Tests use a file, so that threads and processes have connections of their own as they have in life; and each
    # run has its own file, so that two do not meet.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(tempfile.gettempdir()) / f"timeline-test-{os.getpid()}.sqlite3")}

# The queue of articles to be read: none unless REDIS_URL names a server; then workers read (timeline/celery.py).

CELERY_BROKER_URL = os.environ.get("REDIS_URL", "")
CELERY_TASK_DEFAULT_QUEUE = "aide-memoire"
CELERY_TASK_IGNORE_RESULT = True  # how far an article has come stands in the database
CELERY_TASK_ACKS_LATE = True  # an article counts as read when it is, not when somebody has begun to read it
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"  # it has nothing to remember from one start to the next, so no file
SWEEP_SECONDS = number("SWEEP_SECONDS", 60)
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "timeline.sweep", "schedule": SWEEP_SECONDS, "options": {"expires": SWEEP_SECONDS}}
}

# People

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{validator}"}
    for validator in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]

# Guessing passwords: ten wrong ones for a name from one address, and both together are locked out for a quarter of an
# hour, whether or not there is such an account. Nobody can lock an editor out from elsewhere.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "timeline.visitors.address_of"
AXES_LOCKOUT_TEMPLATE = "locked_out.html"
AXES_VERBOSE = False

# How much may be asked and sent

BEHIND_PROXY = flag("BEHIND_PROXY", False)
# Pages that every process keeps, to answer them again while nothing was written: timeline/web/repeats.py. Some 20 kB
# each. None on a laptop, where templates are worked on.
PAGES_KEPT = number("PAGES_KEPT", 0 if DEBUG else 1000)
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 24 * 60 * 60,  # a page is of one day
        "OPTIONS": {"MAX_ENTRIES": PAGES_KEPT, "CULL_FREQUENCY": 10},
    },
}
RATELIMIT_ENABLE = flag("RATE_LIMITS", not DEBUG)  # how often one address may ask: timeline/visitors.py
RATELIMIT_FAIL_OPEN = True  # a cache that is down must not close the site
LARGEST_REQUEST = 20_000_000  # bytes of one request with all its files
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # bytes of its fields without the files

# Language and time: English only, and days without hours, so UTC will do.

LANGUAGE_CODE = "en-gb"
USE_TZ = True
TIME_ZONE = "UTC"

# Files

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
FIXTURE_DIRS = [BASE_DIR / "fixtures"]
# Dumps and fixtures to the microsecond, so that a history moves to another database as it is.
SERIALIZATION_MODULES = {
    "json": "timeline.chronicle.exact_json",
    "jsonl": "timeline.chronicle.exact_jsonl",
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# By default these follow DEBUG as it is while tests run (off), and whitenoise then warns of a missing STATIC_ROOT.
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_USE_FINDERS = DEBUG

# What a browser may do with our pages: load our own files, talk to us, and nothing else. The admin is no exception.

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
if not DEBUG:
    SECURE_SSL_REDIRECT = flag("SECURE_SSL_REDIRECT", True)
    SECURE_HSTS_SECONDS = number("SECURE_HSTS_SECONDS", 60 * 60 * 24 * 365)
    # Whether other hosts below this one's name speak HTTPS too is not for this project to promise.
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
    if BEHIND_PROXY:
        # Only where a proxy sets this header and drops the one that a visitor may have sent.
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# What visitors may read of an article: the full text, or the passages that events rest on with a sentence around them.
# A private machine shows all; a public server needs the right to, and then says so.
PUBLIC_SOURCE_TEXT = choice("PUBLIC_SOURCE_TEXT", ("full", "passages"), default="full" if DEBUG else "passages")

# Every line of the log that a request causes carries the request's id, which its answer has as X-Request-ID. A proxy
# that made one keeps it.
DJANGO_GUID = {"GUID_HEADER_NAME": "X-Request-ID", "VALIDATE_GUID": True, "EXPOSE_HEADER": False}
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "django_guid.log_filters.CorrelationId"}},
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} [{correlation_id}]: {message}", "style": "{"},
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "format": "{asctime}{levelname}{name}{correlation_id}{message}",
            "style": "{",
            "rename_fields": {"asctime": "time", "levelname": "level", "correlation_id": "request"},
        },
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "filters": ["request"],
            "formatter": choice("LOG_FORMAT", ("line", "json"), "line"),
        }
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # whoever scans the net asks for any host
        "django": {"level": "WARNING"},  # named here, it loses its own handlers, which would say everything twice
        "timeline": {"level": choice("LOG_LEVEL", ("debug", "info", "warning", "error"), "info").upper()},
    },
}
