#!/bin/bash
# Copies the primary on the first start, then follows it.
set -eu
export PGDATA=/var/lib/postgresql/18/docker PGPASSWORD
PGPASSWORD=$(cat /run/secrets/owner_password)
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  copy() { pg_basebackup -h primary -U wgt_owner -D "$PGDATA" -R -X stream -S replica "$@"; }
  # A copy that was cut off has left its slot behind: the next one takes that.
  until copy -C || copy; do sleep 2; rm -rf "${PGDATA:?}"/*; done
fi
exec postgres -c hot_standby=on
