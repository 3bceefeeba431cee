/** Links to lines on the code host: at the head's commit, or at the base's for what is gone. */
import type { ReviewReport } from "../../types/review-report.ts";
import { encodeUrlPath } from "../url-path.ts";
import type { LinkTo } from "./escape.ts";

/** No links for a working tree, or where the repository has no address. */
export function lineLinks(report: ReviewReport): LinkTo {
  return (file, line, side) => {
    const { url } = report.repository;
    const { commit } = report.provenance[side];
    return url === null || commit === null ? null : `${url}/blob/${commit}/${encodeUrlPath(file)}#L${line}`;
  };
}
