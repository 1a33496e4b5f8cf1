#!/bin/bash
# Runs once, when the primary's data folder is made: lets the replica copy and follow it.
set -eu
echo 'host replication wgt_owner all scram-sha-256' >> "$PGDATA/pg_hba.conf"
