/** What a new object is, in a few words: its group, what it depends on, how it is partitioned and when it runs. */
import { cronInWords } from "../../base/time/cron-words.ts";
import type { AssetCheck, AssetNode, Job, Resource, Schedule, ScheduleTarget, Sensor } from "../../types/graph-document.ts";
import type { Change, SubjectKind } from "../../types/review-report.ts";
import { code, count, join, list, type Phrase, phrase, plain, value } from "./phrase.ts";

const MEMBERS = 5;

export function describeObject(object: Change["object"], kind: SubjectKind): Phrase {
  switch (kind) {
    case "asset":
      return "keyPath" in object ? describeAsset(object) : [];
    case "job":
      return "opEdges" in object ? describeJob(object) : [];
    case "schedule":
      return "cron" in object ? describeSchedule(object) : [];
    case "sensor":
      return "monitors" in object ? describeSensor(object) : [];
    case "resource":
      return "config" in object ? describeResource(object) : [];
    default:
      return "blocking" in object ? describeCheck(object) : [];
  }
}

function describeAsset(asset: AssetNode): Phrase {
  const external = asset.kind === "asset" ? [] : plain(asset.kind === "observable" ? "observable source" : "external asset");
  return join(
    [
      phrase`new${external.length === 0 ? "" : " "}${external}`,
      asset.group === null || asset.group === "default" ? [] : phrase`group ${code(asset.group)}`,
      asset.kinds.length === 0 ? [] : list(asset.kinds.map(code), MEMBERS),
      asset.partitions === null ? [] : plain(`${asset.partitions.type} partitions`),
      asset.automation === null ? [] : phrase`automation ${value(asset.automation.label ?? asset.automation.expression ?? "condition")}`,
      asset.owners.length === 0 ? [] : phrase`owned by ${list(asset.owners.map(code), MEMBERS)}`,
    ],
    " · ",
  );
}

function describeJob(job: Job): Phrase {
  const runs = job.kind === "op" ? count(job.ops.length, "op") : list(job.assets.map(code), MEMBERS);
  return job.assets.length + job.ops.length === 0 ? plain("new") : phrase`new · runs ${runs}`;
}

function describeSchedule(schedule: Schedule): Phrase {
  const when = schedule.cron.map((cron) => phrase`${cronInWords(cron) ?? "at"} (${value(cron)})`);
  return join(
    [phrase`new · ${join(when, " and ")}`, plain(schedule.timezone ?? "UTC"), describeTarget(schedule.target), running(schedule.status)],
    " · ",
  );
}

function describeTarget(target: ScheduleTarget | null): Phrase {
  if (target === null) {
    return [];
  }
  return "job" in target ? phrase`runs ${code(target.job)}` : phrase`runs ${list(target.assets.map(code), MEMBERS)}`;
}

function describeSensor(sensor: Sensor): Phrase {
  const targets = [...sensor.targets.map((target) => target.job), ...sensor.assets];
  return join(
    [
      phrase`new · ${sensor.type === "standard" ? "" : `${sensor.type} `}sensor`,
      sensor.monitors.length === 0 ? [] : phrase`watches ${list(sensor.monitors.map(code), MEMBERS)}`,
      targets.length === 0 ? [] : phrase`runs ${list(targets.map(code), MEMBERS)}`,
      running(sensor.status),
    ],
    " · ",
  );
}

function describeResource(resource: Resource): Phrase {
  return join([plain("new"), resource.type === null ? [] : phrase`of type ${code(resource.type)}`], " · ");
}

function describeCheck(check: AssetCheck): Phrase {
  return plain(check.blocking ? "new · blocking" : "new");
}

function running(status: Schedule["status"]): Phrase {
  return plain(status === "RUNNING" ? "on by default" : "");
}
