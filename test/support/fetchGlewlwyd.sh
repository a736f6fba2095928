#!/usr/bin/env bash
# Fetches Glewlwyd, an OpenID provider that has nothing to do with ours, for test/browser/foreignIssuer.test.ts: Debian's
# packages are unpacked below .sammen; nothing is installed on the machine and nothing started. Needs Debian and 10 MB.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
place=.sammen/glewlwyd
[[ -x $place/usr/bin/glewlwyd ]] && exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/debs"
apt-cache show glewlwyd >/dev/null 2>&1 || apt-get update -qq
options=(-qq -y --no-install-recommends -o "Dir::Cache::archives=$work/debs" -o Debug::NoLocking=1)
# Its database is made by the test, so none of the packages that would ask about one.
apt-get install --download-only "${options[@]}" glewlwyd dbconfig-no-thanks
# What the machine has already was not fetched; its pages look for this one beside themselves.
ls "$work"/debs/libjs-jquery_* >/dev/null 2>&1 || (cd "$work/debs" && apt-get download -qq libjs-jquery)
for package in "$work"/debs/*.deb; do dpkg-deb -x "$package" "$work/root"; done
mkdir -p .sammen
mv "$work/root" "$place"
