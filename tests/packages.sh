# What the scripts here share: whether Debian's packages are there, and having them installed. It is sourced.

# Whether there is a font that can draw Japanese; without one, widths on the pages are not those of a patient's.
has_japanese_font() {
    compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || [[ -n "$(fc-list :lang=ja 2>/dev/null)" ]]
}

# Prints the packages of a browser that are missing: chromium, firefox or webkit.
missing_for() {
    case "$1" in
        chromium)
            command -v chromium >/dev/null || echo chromium
            command -v chromedriver >/dev/null || echo chromium-driver
            command -v chromium-headless-shell >/dev/null || echo chromium-headless-shell
            ;;
        firefox) command -v firefox-esr >/dev/null || command -v firefox >/dev/null || echo firefox-esr ;;
        webkit)
            command -v WebKitWebDriver >/dev/null || echo webkit2gtk-driver
            command -v Xvfb >/dev/null || echo xvfb
            ;;
    esac
    has_japanese_font || echo fonts-noto-cjk
}

# Installs these packages as root on Debian; otherwise prints the command that does, and fails.
install_packages() {
    local install=(apt-get install --yes --no-install-recommends "$@")
    if ! command -v apt-get >/dev/null; then
        echo "Missing (by their names in Debian): $*. Please install them." >&2
        return 1
    fi
    if ((EUID != 0)); then
        printf 'Missing: %s. Install all of it with\n\n    sudo apt-get update && sudo %s\n\n' "$*" "${install[*]}" >&2
        return 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    "${install[@]}" -qq
}
