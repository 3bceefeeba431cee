/** The App on AWS Lambda: the handlers that `serverless.yml` names. */
import { createSystemClock } from "../adapters/clock.ts";
import { createJsonLog } from "../adapters/log.ts";
import { createLambda } from "./lambda/create-lambda.ts";

export const { ingress, worker } = createLambda({
  env: process.env,
  clock: createSystemClock(),
  log: createJsonLog("info", (line) => process.stdout.write(line)),
});
