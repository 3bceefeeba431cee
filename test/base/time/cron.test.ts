import { describe, expect, it } from "vitest";
import { parseCron } from "../../../src/base/time/cron.ts";
import { cronFiresPerWeek } from "../../../src/base/time/cron-frequency.ts";
import { cronInWords } from "../../../src/base/time/cron-words.ts";

describe("a cron expression in words", () => {
  const cases: readonly [string, string | null][] = [
    ["* * * * *", "every minute"],
    ["*/15 * * * *", "every 15 minutes"],
    ["0 * * * *", "every hour"],
    ["@hourly", "every hour"],
    ["5 * * * *", "every hour at :05"],
    ["5,35 * * * *", "every hour at :05 and :35"],
    ["0 0 * * *", "every day at 00:00"],
    ["30 2 * * *", "every day at 02:30"],
    ["0 6,18 * * *", "every day at 06:00 and 18:00"],
    ["0 */6 * * *", "every day at 00:00, 06:00, 12:00 and 18:00"],
    ["15 */4 * * *", "every 4 hours at :15"],
    ["0 9-17 * * 1-5", "every hour from 09:00 to 17:00 on Monday to Friday"],
    ["*/15 9-17 * * mon-fri", "every 15 minutes from 09:00 to 17:45 on Monday to Friday"],
    ["0 8 * * 1,4", "at 08:00 on Monday and Thursday"],
    ["@weekly", "at 00:00 on Sunday"],
    ["0 0 1 * *", "at 00:00 on day 1 of the month"],
    ["0 0 L * *", "at 00:00 on the last day of the month"],
    ["0 0 1,15 * *", "at 00:00 on day 1 and 15 of the month"],
    ["0 0 * * 2#3", "at 00:00 on the third Tuesday of the month"],
    ["0 0 * * L5", "at 00:00 on the last Friday of the month"],
    ["0 0 1 * 1", "at 00:00 on day 1 of the month or on Monday"],
    ["0 0 1 1 *", "at 00:00 on day 1 of the month in January"],
    ["0 0 ? * *", "every day at 00:00"],
    ["every day", null],
  ];

  it.each(cases)("reads %s", (cron, words) => {
    expect(cronInWords(cron)).toBe(words);
  });
});

describe("what Dagster refuses as a cron expression", () => {
  it.each([
    ["", "it has 1 fields instead of five"],
    ["0 0 * * * *", "it has 6 fields instead of five"],
    ["0 25 * * *", "hour 25 is out of range"],
    ["0 0 * * 8", "day of week 8 is out of range"],
    ["0 0 * foo *", "month `foo` is not known"],
    ["*/0 * * * *", "minute `*/0` has no usable step"],
    ["1,,2 * * * *", "an item of its minute is empty"],
    ["0 0 * * 1,2#3", "plain weekdays and `#` or `L` weekdays are mixed"],
    ["@reboot", "it has 1 fields instead of five"],
  ])("says why %j is refused", (cron, invalid) => {
    expect(parseCron(cron)).toEqual({ invalid });
  });
});

describe("how often a cron expression fires", () => {
  function perWeek(cron: string): number {
    const expression = parseCron(cron);
    if ("invalid" in expression) {
      throw new Error(expression.invalid);
    }
    return Math.round(cronFiresPerWeek(expression) * 100) / 100;
  }

  it.each([
    ["0 0 * * *", 7],
    ["*/15 * * * *", 672],
    ["0 0 * * 1-5", 5],
    ["0 0 * * 7", 1],
    ["0 0 1 * *", 0.23],
    ["0 0 29 2 *", 0],
    ["0 0 31 2 *", 0],
    ["0 0 * * 5-7", 3],
    ["0 0 1 * 1", 1.2],
    ["0 0 L * *", 0.23],
    ["0 0 * * 5#5", 0.08],
    ["0 0 * * L5", 0.23],
    ["10/20 * * * *", 504],
  ])("%s", (cron, times) => {
    expect(perWeek(cron)).toBe(times);
  });

  it("tells a leap day from a date that never comes", () => {
    const leapDay = parseCron("0 0 29 2 *");
    const never = parseCron("0 0 30 2 *");

    expect("invalid" in leapDay ? 0 : cronFiresPerWeek(leapDay)).toBeGreaterThan(0);
    expect("invalid" in never ? -1 : cronFiresPerWeek(never)).toBe(0);
  });
});
