#!/bin/sh
# The browser tests need Debian's chromium and a Chinese font. Install them where that is allowed, else say so.
set -u
have() { [ -x /usr/bin/chromium ] && fc-list 2>/dev/null | grep -qi 'noto.*cjk'; }
have && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-noto-cjk fontconfig >/dev/null
    have && exit 0
fi
echo "The browser tests need Debian's packages chromium, fonts-noto-cjk and fontconfig:" >&2
echo "    sudo apt-get install chromium fonts-noto-cjk fontconfig" >&2
exit 1
