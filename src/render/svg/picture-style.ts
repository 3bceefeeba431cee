/** The style sheet of a picture. It stands in the picture itself, so that one file is enough: light, dark and on paper. */
import { EDGE_LOOKS, STATUS_LOOKS } from "../diagram/status-looks.ts";

const LIGHT =
  "--paper:#ffffff;--frame:#f6f8fa;--rim:#d1d9e0;--box:#ffffff;--outline:#818b98;--ink:#1f2328;--soft:#59636e;--badge:#818b9824;--line:#818b98";
const DARK =
  "--paper:#0d1117;--frame:#151b23;--rim:#3d444d;--box:#212830;--outline:#7d8590;--ink:#f0f6fc;--soft:#9198a1;--badge:#9198a133;--line:#7d8590";

/** Families with the widths that texts are measured by come first. */
const FONTS = `Helvetica,Arial,"Liberation Sans",Arimo,system-ui,sans-serif`;

export const PICTURE_STYLE = [
  `.dagsight{${LIGHT};font-family:${FONTS}}`,
  `@media screen and (prefers-color-scheme:dark){.dagsight{${DARK}}}`,
  ".dagsight .paper{fill:var(--paper)}",
  ".dagsight .rim{fill:var(--frame);stroke:var(--rim)}",
  ".dagsight text{fill:var(--ink)}",
  ".dagsight text.soft,.dagsight text.caption{fill:var(--soft)}",
  ".dagsight .name,.dagsight .heading{font-weight:600}",
  ".dagsight .body{fill:var(--box);stroke:var(--outline)}",
  ".dagsight .inner{fill:none}",
  ".dagsight .stub .body{fill:none;stroke-dasharray:5 3}",
  ".dagsight .kind{fill:var(--badge)}",
  ".dagsight .mark{fill:none;stroke:var(--outline);stroke-opacity:.6}",
  ".dagsight .mark.errors{stroke:#cf222e;stroke-opacity:1;stroke-width:1.5}",
  ".dagsight .mark.warnings{stroke:#bf8700;stroke-opacity:1;stroke-width:1.5}",
  ".dagsight .edge{fill:none;stroke:var(--line);stroke-width:1.3;stroke-linejoin:round}",
  ".dagsight .edge:hover{stroke:#0969da;stroke-width:3}",
  ".dagsight a:hover .body{stroke:#0969da;stroke-width:2}",
  ...Object.entries(STATUS_LOOKS)
    .filter(([status]) => status !== "context")
    .flatMap(([status, { fill, stroke, ink, width, dash }]) => [
      `.dagsight .box.${status} .body{fill:${fill};stroke:${stroke};stroke-width:${width};stroke-dasharray:${dash ?? "none"}}`,
      `.dagsight .box.${status} .inner{fill:none}`,
      `.dagsight .box.${status} text{fill:${ink}}`,
    ]),
  ...(["added", "removed"] as const).map((status) => {
    const { stroke, width, dash } = EDGE_LOOKS[status];
    return `.dagsight .edge.${status}{stroke:${stroke};stroke-width:${width};stroke-dasharray:${dash ?? "none"}}`;
  }),
].join("\n");
