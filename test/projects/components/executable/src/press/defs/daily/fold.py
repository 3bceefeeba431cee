raise SystemExit("only ever run as a script")
