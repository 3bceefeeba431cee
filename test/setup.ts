/** Property tests are the same on every run; `FC_SEED=…` (printed with a failure) tries another stream of cases. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["FC_SEED"] ?? 1) });
