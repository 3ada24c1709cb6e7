#!/usr/bin/env bash
# Restores, builds, makes sure that a browser is installed, and runs every test except the soak tests on SQLite, and then the slice tests
# on SQL Server if DASHBOARD_TEST_SQLSERVER contains the connection string of one. Prints a line for each database; the last line is their
# sum, "N passed, N failed, N skipped". Fails when anything fails, or when no test ran.
#   --soak  runs the soak tests instead: the long forms of races and kills. Their short forms run with the other tests.
set -euo pipefail
cd "$(dirname "$0")/.."

# Soak tests are explicit: "dotnet test" and editors leave them out too. A project without any answers 8, which is no failure here.
selection=()
case "${1:-}" in
  "") ;;
  --soak) selection=(--explicit only --filter-trait Category=Soak --ignore-exit-code 8) ;;
  *) echo "usage: tests/run.sh [--soak]" >&2; exit 2 ;;
esac

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Compilers and tests run too briefly to earn back what profiling their code costs: a fifth of the processor time.
export DOTNET_TieredPGO=0
dotnet restore Dashboard.sln --locked-mode
dotnet build Dashboard.sln --no-restore --nologo -v minimal

# .NET needs ICU, which a small image may lack. The SDK's own message names the package, but only after the build.
if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && ! ldconfig -p | grep -q libicuuc; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$(apt-cache search --names-only '^libicu[0-9]+$' | sort -V | tail -n 1 | cut -d' ' -f1)"
fi

# The headless build starts faster and paints no window.
find_chromium() { command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || command -v google-chrome || true; }

DASHBOARD_CHROMIUM="${DASHBOARD_CHROMIUM:-$(find_chromium)}"
if [ -z "$DASHBOARD_CHROMIUM" ] && [ "${1:-}" != --soak ]; then
  if [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-liberation
    DASHBOARD_CHROMIUM="$(find_chromium)"
  else
    # Playwright has its own installer. The tests then use the browser that it installed.
    driver=tests/Dashboard.Browser.Tests/bin/Debug/net10.0/.playwright
    "$(find "$driver/node" -name node -type f | head -n 1)" "$driver/package/cli.js" install chromium
  fi
fi
export DASHBOARD_CHROMIUM

output="$(mktemp)"
trap 'rm -f "$output"' EXIT
passed=0 failed=0 skipped=0
summary=()

# From the summary at the end. Result files are named after the moment, and two that began at once overwrote each other.
count() { awk -v name="$1:" '$1 == name && NF == 2 { last = $2 } END { print last + 0 }' "$output"; }

# Adds the tests of one database: its name, and what "dotnet test" runs.
run() {
  local database="$1" status=0 p f s
  shift
  dotnet test --no-build "$@" "${selection[@]}" | tee "$output" || status=$?
  p=$(count succeeded) f=$(count failed) s=$(count skipped)
  [ "$status" = 0 ] || [ "$f" -gt 0 ] || f=1
  if [ "$p" = 0 ]; then f=$(( f > 0 ? f : 1 )); echo "No test ran."; fi
  add "$database" "$p" "$f" "$s" ""
}

add() {
  passed=$(( passed + $2 )) failed=$(( failed + $3 )) skipped=$(( skipped + $4 ))
  summary+=("$1: $2 passed, $3 failed, $4 skipped$5")
}

# Two projects at a time: browser journeys often wait for the server and the browser, which leaves time for the others.
run SQLite --solution Dashboard.sln --max-parallel-test-modules 2

slices=tests/Dashboard.Slice.Tests/Dashboard.Slice.Tests.csproj
if [ -n "${DASHBOARD_TEST_SQLSERVER:-}" ]; then
  DASHBOARD_TEST_DATABASE=SqlServer run "SQL Server" --project "$slices"
elif [ "${1:-}" != --soak ]; then
  dotnet test --no-build --project "$slices" --list-tests > "$output"
  add "SQL Server" 0 0 "$(sed -n 's/^Discovered \([0-9]*\) tests\.$/\1/p' "$output")" " (DASHBOARD_TEST_SQLSERVER names no server)"
fi

printf '%s\n' "${summary[@]}"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ]
