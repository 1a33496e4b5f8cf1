#!/bin/bash
# Copies the primary on the first start, then follows it.
set -eu
export PGDATA=/var/lib/postgresql/18/docker PGPASSWORD
PGPASSWORD=$(cat /run/secrets/owner_password)
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  until pg_basebackup -h primary -U wgt_owner -D "$PGDATA" -R -X stream -C -S replica; do sleep 2; rm -rf "${PGDATA:?}"/*; done
fi
exec postgres -c hot_standby=on
