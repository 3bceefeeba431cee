import { decorationsOf } from "../../facts/decorations.ts";
import { defineRule } from "../../rule.ts";

export const assetTooLarge = defineRule({
  name: "asset-too-large",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The function of an asset is very long (threshold `asset-lines`, 120).",
    why: "It can only fail, be retried and be tested as a whole.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    step_0 = 0
    step_1 = 1
    step_2 = 2
    step_3 = 3
    step_4 = 4
    step_5 = 5
    step_6 = 6
    step_7 = 7
    step_8 = 8
    step_9 = 9
    step_10 = 10
    step_11 = 11
    step_12 = 12
    step_13 = 13
    step_14 = 14
    step_15 = 15
    step_16 = 16
    step_17 = 17
    step_18 = 18
    step_19 = 19
    step_20 = 20
    step_21 = 21
    step_22 = 22
    step_23 = 23
    step_24 = 24
    step_25 = 25
    step_26 = 26
    step_27 = 27
    step_28 = 28
    step_29 = 29
    step_30 = 30
    step_31 = 31
    step_32 = 32
    step_33 = 33
    step_34 = 34
    step_35 = 35
    step_36 = 36
    step_37 = 37
    step_38 = 38
    step_39 = 39
    step_40 = 40
    step_41 = 41
    step_42 = 42
    step_43 = 43
    step_44 = 44
    step_45 = 45
    step_46 = 46
    step_47 = 47
    step_48 = 48
    step_49 = 49
    step_50 = 50
    step_51 = 51
    step_52 = 52
    step_53 = 53
    step_54 = 54
    step_55 = 55
    step_56 = 56
    step_57 = 57
    step_58 = 58
    step_59 = 59
    step_60 = 60
    step_61 = 61
    step_62 = 62
    step_63 = 63
    step_64 = 64
    step_65 = 65
    step_66 = 66
    step_67 = 67
    step_68 = 68
    step_69 = 69
    step_70 = 70
    step_71 = 71
    step_72 = 72
    step_73 = 73
    step_74 = 74
    step_75 = 75
    step_76 = 76
    step_77 = 77
    step_78 = 78
    step_79 = 79
    step_80 = 80
    step_81 = 81
    step_82 = 82
    step_83 = 83
    step_84 = 84
    step_85 = 85
    step_86 = 86
    step_87 = 87
    step_88 = 88
    step_89 = 89
    step_90 = 90
    step_91 = 91
    step_92 = 92
    step_93 = 93
    step_94 = 94
    step_95 = 95
    step_96 = 96
    step_97 = 97
    step_98 = 98
    step_99 = 99
    step_100 = 100
    step_101 = 101
    step_102 = 102
    step_103 = 103
    step_104 = 104
    step_105 = 105
    step_106 = 106
    step_107 = 107
    step_108 = 108
    step_109 = 109
    step_110 = 110
    step_111 = 111
    step_112 = 112
    step_113 = 113
    step_114 = 114
    step_115 = 115
    step_116 = 116
    step_117 = 117
    step_118 = 118
    step_119 = 119
    step_120 = 120
    step_121 = 121
    step_122 = 122
    step_123 = 123
    step_124 = 124

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ configuration, location, report }) {
    const most = configuration.thresholds["asset-lines"];
    for (const { function: fn, at } of decorationsOf(location, "dagster.asset", "dagster.multi_asset")) {
      if (fn.definition.kind === "lambda") continue;
      const { start, end } = fn.definition.body;
      // A line that counts has a character and, but for the last, an end.
      const lines = end - start < 2 * most ? 0 : countLines(fn.file.text.slice(start, end));
      if (lines <= most) continue;
      report({
        message: `\`${fn.name}\` has ${lines} lines, more than ${most}`,
        why: "It can only fail, be retried and be tested as a whole.",
        help: "Split it into assets, or move what it does into functions.",
        location: at,
      });
    }
  },
});

/** Blank ones are not counted. */
function countLines(text: string): number {
  return text.match(/\S[^\n]*/g)?.length ?? 0;
}
