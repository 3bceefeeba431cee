/*
deps: [raw_a]
version: 3
description: >
  Folded
  text
*/
select 1
