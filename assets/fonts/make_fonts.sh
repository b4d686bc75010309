#!/usr/bin/env bash
# Makes the shipped fonts again from Debian's package fonts-noto-core.
#
#   apt-get install fonts-noto-core
#   pip install fonttools==4.55.3        (in a virtual environment)
#   assets/fonts/make_fonts.sh           (or with --check: make nothing, compare)
#
# The same package and the same fontTools give the same bytes: no time stamp is written.
# NOTO_DIR names another folder with the originals.
set -euo pipefail

readonly FONTTOOLS_VERSION=4.55.3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
noto=${NOTO_DIR:-/usr/share/fonts/truetype/noto}

# The originals, as fonts-noto-core 20201225-1 installs them.
readonly ORIGINALS="\
89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d  NotoSans-Regular.ttf
e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5  NotoSans-Bold.ttf
9d7583b7dc9e812afd32a14280c5cac3160012efe50c8d08938f4fea266ff67f  NotoSerif-Regular.ttf
0af0ff2be8f84910fb21ec5fe1b6b7395e3073250502a334baf6ca2f860c88fe  NotoSerif-Bold.ttf
bc25600aa27cd409e1e5b3d86340df3a329bb860fcfbe57a03a95070b229e1b0  NotoSerif-Italic.ttf"

# What is kept; anything a font lacks is passed over.
unicodes=(
  U+0020-007E  # Basic Latin
  U+00A0-00FF  # Latin-1
  U+0100-024F  # Latin Extended-A and -B, capital schwa among them
  U+0259       # small schwa, a letter of Azerbaijani
  U+02B0-02DF  # modifier letters: the half rings and apostrophes of transliteration
  U+0300-036F  # combining marks
  U+0370-03FF  # Greek
  U+0400-052F  # Cyrillic with its supplement
  U+1E00-1EFF  # Latin Extended Additional
  U+2000-206F  # general punctuation
  U+2070-209F  # superscripts and subscripts
  U+20A0-20BF  # currency signs
  U+2100-214F  # letterlike symbols, the numero sign among them
  U+2150-218F  # fractions
  U+2190-21FF  # arrows
  U+2200-22FF  # mathematical operators
  U+23E9-23FA  # media symbols
  U+25A0-25FF  # geometric shapes
  U+2600-26FF  # sun, warning
  U+2713       # check mark
  U+27F2       # anticlockwise circle arrow
  U+FB00-FB04  # ligatures of f
  U+FFFD       # replacement character
)

check=false
[[ "${1:-}" == --check ]] && check=true

command -v pyftsubset >/dev/null || { echo "pyftsubset (fontTools) is not on the path" >&2; exit 1; }
python=$(dirname "$(command -v pyftsubset)")/python3
[[ -x "$python" ]] || python=python3
version=$("$python" -c 'import fontTools; print(fontTools.version)')
[[ "$version" == "$FONTTOOLS_VERSION" ]] ||
  echo "warning: fontTools $version, the shipped files were made with $FONTTOOLS_VERSION" >&2

(cd "$noto" && sha256sum --check --quiet <<<"$ORIGINALS")

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
list=$(IFS=,; echo "${unicodes[*]}")
while read -r _ name; do
  # Every layout feature is kept: tabular figures, fractions, small capitals, localised forms.
  pyftsubset "$noto/$name" \
    --output-file="$out/$name" \
    --unicodes="$list" \
    --layout-features='*' \
    --no-hinting \
    --name-IDs='0,1,2,3,4,5,6,7,13,14' --name-languages='0x409' \
    --notdef-outline --no-recalc-timestamp
  if $check; then
    cmp "$out/$name" "$here/$name"
  else
    install -m 644 "$out/$name" "$here/$name"
  fi
  printf '%8d bytes  %s\n' "$(stat -c %s "$out/$name")" "$name"
done <<<"$ORIGINALS"
