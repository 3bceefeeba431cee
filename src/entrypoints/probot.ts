/**
 * `npm start`: the App as a server. Before it is registered with GitHub there are no credentials, and Probot's own page helps to get them;
 * with credentials it does not start unless all of them are good.
 */
import { existsSync } from "node:fs";
import { run } from "probot";
import { createSystemClock } from "../adapters/clock.ts";
import { isAppError } from "../app/errors.ts";
import { startApp } from "./app/server.ts";
import { isUnregistered, readSettings, SettingsError } from "./app/settings.ts";

const DEFAULT_PORT = 3000;

// What stands in the environment wins over the file.
if (existsSync(".env")) process.loadEnvFile(".env");
try {
  await start();
} catch (error) {
  if (!(error instanceof SettingsError) && !isAppError(error)) throw error;
  console.error(`Dagsight does not start. ${error.message}`);
  process.exitCode = 2;
}

async function start(): Promise<void> {
  const { env } = process;
  if (isUnregistered(env)) {
    // Otherwise Probot installs a package from the network, to have webhooks forwarded to this machine.
    env["NO_SMEE_SETUP"] ??= "true";
    await run(() => {});
    return;
  }
  const host = env["HOST"] || "localhost";
  const app = await startApp(readSettings(env), { host, port: Number(env["PORT"] || DEFAULT_PORT), clock: createSystemClock() });
  app.log.info(`Listening for webhooks on ${app.webhookUrl}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      app.log.info(`${signal}: ending what is under way`);
      void app.stop().then(() => process.exit(0));
    });
  }
}
