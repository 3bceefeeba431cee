/** XML that was written from a tree reads as that tree, and each place holds what stands there. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseXml, type XmlElement, type XmlText } from "../../src/formats/xml.ts";

interface Written {
  readonly tag: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly text: string;
  readonly children: readonly (readonly [Written, string])[];
}

const NAME = fc.stringMatching(/^[a-z][a-z0-9_.-]{0,6}$/).filter((name) => !name.startsWith("xml"));
const CONTENT = fc.string({ unit: fc.constantFrom("a", "1", " ", "é", "😀", "<", ">", "&", '"', "'", "\n", "]"), maxLength: 8 });

/** Three deep. */
const tree = elementWith(elementWith(elementWith(undefined)));

function elementWith(child: fc.Arbitrary<Written> | undefined): fc.Arbitrary<Written> {
  return fc.record({
    tag: NAME,
    attributes: fc.uniqueArray(fc.tuple(NAME, CONTENT), { selector: ([name]) => name, maxLength: 3 }),
    text: CONTENT,
    children: child ? fc.array(fc.tuple(child, CONTENT), { maxLength: 3 }) : fc.constant([]),
  });
}

const ENTITIES: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;", "\n": "&#10;" };

function escaped(text: string): string {
  return text.replaceAll(/[<>&"\n]/g, (character) => ENTITIES[character] ?? character);
}

function write({ tag, attributes, text, children }: Written): string {
  const given = attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
  const inner = escaped(text) + children.map(([child, tail]) => write(child) + escaped(tail)).join("");
  return `<${tag}${given}>${inner}</${tag}>`;
}

function read(element: XmlElement): Written {
  return {
    tag: element.tag,
    attributes: [...element.attributes].map(([name, { value }]) => [name, value] as const),
    text: element.text?.value ?? "",
    children: element.children.map((child) => [read(child), child.tail?.value ?? ""] as const),
  };
}

function textsOf(element: XmlElement): readonly XmlText[] {
  const own = [element.text, element.tail, ...element.attributes.values()].filter((text) => text !== undefined);
  return [...own, ...element.children.flatMap(textsOf)];
}

describe("XML", () => {
  it("reads as what was written", () => {
    fc.assert(
      fc.property(tree, (written) => {
        const { root } = parseXml(write(written));
        expect(root && read(root)).toEqual(written);
      }),
    );
  });

  it("has each text, and each element, at its place", () => {
    fc.assert(
      fc.property(tree, (written) => {
        const source = `\ufeff<?xml version="1.0"?>\n<!-- orders -->${write(written)}\n`;
        const root = parseXml(source).root;
        expect(root && source.slice(root.span.start, root.span.end)).toBe(write(written));
        for (const { value, span } of root ? textsOf(root) : []) expect(source.slice(span.start, span.end)).toBe(escaped(value));
      }),
    );
  });

  it("joins what comments, instructions and CDATA part", () => {
    const source = "<orders>a<!-- b -->c<?d e?>f<![CDATA[<g>]]>h</orders>";
    const text = parseXml(source).root?.text;
    expect(text?.value).toBe("acf<g>h");
    expect(text && source.slice(text.span.start, text.span.end)).toBe("a<!-- b -->c<?d e?>f<![CDATA[<g>]]>h");
  });

  it("resolves namespaces as ElementTree does", () => {
    const root = parseXml('<a:orders xmlns:a="urn:shop" xmlns="urn:other" a:id="1" id="2"><item/></a:orders>').root;
    expect(root?.tag).toBe("{urn:shop}orders");
    expect([...(root?.attributes.keys() ?? [])]).toEqual(["{urn:shop}id", "id"]);
    expect(root?.children[0]?.tag).toBe("{urn:other}item");
  });

  it.each([
    ["<orders>", "malformed"],
    ["<orders></order>", "malformed"],
    ["<orders a='1' a='2'/>", "malformed"],
    ["<orders>&eacute;</orders>", "malformed"],
    ["<a:orders/>", "malformed"],
    ["", "malformed"],
    ["orders", "malformed"],
    ['<!DOCTYPE orders [<!ENTITY shop "x">]><orders>&shop;</orders>', "unsupported"],
  ])("does not read %s", (source, kind) => {
    expect(parseXml(source)).toMatchObject({ problem: { kind } });
  });
});
