#!/bin/sh
# Installs Debian's Chromium where there is none; the tests marked `browser` drive it.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
run=""
[ "$(id -u)" -eq 0 ] || run="sudo"
$run apt-get update -qq
$run apt-get install -y -qq --no-install-recommends chromium
