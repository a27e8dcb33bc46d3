#!/usr/bin/env bash
# Builds the projects beside this file as a vendor would: against installed artifacts, with the
# vendor's JUnit. Nothing goes into ~/.m2: the artifacts are installed under target/. Each project
# must be green with a test for each case, and red by the case named for it once its server forgets
# users on purpose. Needs node. Arguments are handed on to Maven, such as -o.
set -euo pipefail
cd "$(dirname "$0")/../.."

examples=conformance-tests/examples
repository=$PWD/target/examples/repository
logs=$PWD/target/examples
cached=${SOLEWIRE_MAVEN_REPOSITORY:-$HOME/.m2/repository}

fail() {
  echo "examples: $1" >&2
  exit 1
}

command -v node >/dev/null || fail "no node on the PATH: apt-get install nodejs"
rm -rf target/examples
mkdir -p "$repository"

# maven NAME [OPTION…]: what it prints goes to NAME.log.
maven() {
  local log=$logs/$1.log
  shift
  ./mvnw -B -ntp "-Dmaven.repo.local=$repository" "-Dmaven.repo.local.tail=$cached" "$@" \
    >"$log" 2>&1
}

echo "installing the artifacts"
maven install "$@" -DskipTests -Dspotless.check.skip -Dcheckstyle.skip \
  -pl conformance-tests -am install || {
  tail -n 40 "$logs/install.log" >&2
  fail "the artifacts cannot be installed"
}

# report FOLDER: the one report that Surefire left.
report() {
  local file=$examples/$1/target/surefire-reports/TEST-com.example.chat.OneConnectionTest.xml
  [ -f "$file" ] || fail "$1 left no report: $file"
  echo "$file"
}

# green FOLDER JUNIT [OPTION…]: every case was executed, and nothing failed.
green() {
  local folder=$1 junit=$2 xml tests cases
  shift 2
  echo "$folder with JUnit $junit: must be green"
  rm -rf "${examples:?}/$folder/target"
  maven "$folder" -f "$examples/$folder/pom.xml" test "-Djunit.version=$junit" "$@" || {
    tail -n 60 "$logs/$folder.log" >&2
    fail "$folder is red with JUnit $junit"
  }
  xml=$(report "$folder")
  grep -q "junit-jupiter-api-$junit.jar" "$xml" || fail "that was not JUnit $junit"
  tests=$(grep -c '<testcase ' "$xml") || fail "$folder ran no test"
  cases=$(sed -n 's/.*name="every case was executed: \([0-9]*\)".*/\1/p' "$xml")
  if [ "${cases:-0}" -lt 1 ] || [ "$tests" -ne $((cases + 1)) ]; then
    fail "$folder ran $tests tests, expected one for each of ${cases:-0} cases and one that counts"
  fi
  if grep -Eq '<(failure|error)' "$xml"; then
    fail "$folder has failures, but Maven did not see them"
  fi
  echo "$folder with JUnit $junit: green, $tests tests"
}

# red FOLDER JUNIT [OPTION…]: the server forgets users, and the case named for that fails.
red() {
  local folder=$1 junit=$2 xml case=D4.late-close-of-incumbent
  shift 2
  echo "$folder with JUnit $junit and a fault: must be red"
  rm -rf "${examples:?}/$folder/target"
  if maven "$folder" -f "$examples/$folder/pom.xml" test "-Djunit.version=$junit" \
    "-Dsolewire.only=$case" "$@"; then
    fail "$folder is green although its server forgets users"
  fi
  xml=$(report "$folder")
  if ! grep -q "^$case *MUST" "$xml"; then
    tail -n 60 "$logs/$folder.log" >&2
    fail "$folder is red, but not by $case"
  fi
}

# The first brings what both need; then the two wait more than they work, and go on side by side.
green java-in-jvm 5.11.4 "$@"
(
  green node 5.11.4 "$@"
  CHAT_FAULT=forget-user red node 5.11.4 "$@"
) &
node=$!
(
  green java-in-jvm 6.1.3 "$@"
  red java-in-jvm 6.1.3 -Dchat.fault=forget-user "$@"
) &
java=$!
failed=0
wait "$node" || failed=1
wait "$java" || failed=1
[ "$failed" = 0 ] || fail "not all as it must be"
echo "all as it must be"
