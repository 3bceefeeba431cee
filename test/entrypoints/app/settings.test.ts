import { describe, expect, it } from "vitest";
import { isUnregistered, readSettings, SettingsError } from "../../../src/entrypoints/app/settings.ts";

const KEY = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n";
const COMPLETE = { APP_ID: "12", PRIVATE_KEY: KEY, WEBHOOK_SECRET: "long and random" };

describe("readSettings", () => {
  it("takes what Probot calls its variables", () => {
    expect(readSettings(COMPLETE)).toEqual({
      appId: 12,
      privateKey: KEY,
      webhookSecret: "long and random",
      baseUrl: undefined,
      cacheFolder: undefined,
      logLevel: "info",
      logFormat: "pretty",
    });
  });

  it.each([
    ["unset", undefined],
    ["empty", ""],
    ["the word that Probot would take", "development"],
  ])("refuses a webhook secret that is %s", (_what, secret) => {
    expect(() => readSettings({ ...COMPLETE, WEBHOOK_SECRET: secret })).toThrow(SettingsError);
    expect(() => readSettings({ ...COMPLETE, WEBHOOK_SECRET: secret })).toThrow(/anyone can forge webhooks/);
  });

  it.each(["", "shop", "-1", "1.5"])("refuses %j as the App's number", (APP_ID) => {
    expect(() => readSettings({ ...COMPLETE, APP_ID })).toThrow(/APP_ID must be/);
  });

  it.each([
    ["as it is", KEY],
    ["in one line", KEY.replaceAll("\n", "\\n")],
    ["in base64", Buffer.from(KEY).toString("base64")],
  ])("reads a private key %s", (_how, PRIVATE_KEY) => {
    expect(readSettings({ ...COMPLETE, PRIVATE_KEY }).privateKey).toBe(KEY);
  });

  it("says which private key cannot be read", () => {
    expect(() => readSettings({ ...COMPLETE, PRIVATE_KEY: undefined })).toThrow(/PRIVATE_KEY \(or PRIVATE_KEY_PATH\) is not set/);
    expect(() => readSettings({ ...COMPLETE, PRIVATE_KEY: "secret" })).toThrow(/PRIVATE_KEY is no private key/);
    expect(() => readSettings({ ...COMPLETE, PRIVATE_KEY: undefined, PRIVATE_KEY_PATH: "/nowhere/key.pem" })).toThrow(
      /\/nowhere\/key\.pem/,
    );
  });

  it.each([
    [{ GHE_HOST: "github.example.com" }, "https://github.example.com/api/v3"],
    [{ GHE_HOST: "127.0.0.1:8080", GHE_PROTOCOL: "http" }, "http://127.0.0.1:8080/api/v3"],
    [{ GITHUB_API_URL: "https://api.acme.ghe.com/" }, "https://api.acme.ghe.com"],
  ])("finds the API with %j", (env, url) => {
    expect(readSettings({ ...COMPLETE, ...env }).baseUrl).toBe(url);
  });

  it("refuses an address that is none", () => {
    expect(() => readSettings({ ...COMPLETE, GITHUB_API_URL: "github" })).toThrow(/GITHUB_API_URL/);
  });

  it("knows an App that is not registered yet from one that lacks something", () => {
    expect(isUnregistered({})).toBe(true);
    expect(isUnregistered({ WEBHOOK_SECRET: "set beforehand" })).toBe(true);
    expect(isUnregistered({ APP_ID: "12" })).toBe(false);
    expect(isUnregistered({ PRIVATE_KEY_PATH: "key.pem" })).toBe(false);
  });
});
