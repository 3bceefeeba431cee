import { describe, expect, it } from "vitest";
import { hasDaylightSaving, isTimeZone } from "../../../src/base/time/time-zone.ts";

describe("names of time zones", () => {
  it.each(["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "US/Eastern", "EST", "Etc/GMT+5", "GMT-0"])("takes %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(["PST", "us/eastern", "utc", "Europe/Berlino", "UTC+2", "", "America", "__proto__"])("refuses %s", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it("knows which zones change their clocks", () => {
    expect(hasDaylightSaving("Europe/Berlin", 2025)).toBe(true);
    expect(hasDaylightSaving("Asia/Tokyo", 2025)).toBe(false);
    expect(hasDaylightSaving("nowhere", 2025)).toBe(false);
  });
});
