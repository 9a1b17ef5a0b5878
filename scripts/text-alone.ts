import { parseAst } from "vitest/node";

/** What counts of a node of a parsed file. */
type Node = { type: string; start: number; end: number } & Record<string, unknown>;

/** Where a text stands beside something else, and what the two are part of. */
export type Beside = { line: number; text: string; start: number; end: number };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const within = (node: Node): Node[] =>
  Object.values(node)
    .flatMap((value) => [value].flat())
    .filter(isNode);
const all = (node: Node): Node[] => [node, ...within(node).flatMap(all)];

/**
 * Texts of a component that stand beside something else in one element, and that React may write anew or take away, or
 * before which it may put something: it holds on to such a text itself. Whoever translates a page puts an element of their own
 * in a text's place, and then React writes where nobody reads, or fails. A text that is alone in its element is safe: there
 * React writes the element. What is there for good, and has nothing before it that comes and goes, is left alone. Names in
 * `elements` stand for what is drawn, never for a text.
 */
export function textsBeside(source: string, elements: ReadonlySet<string>): Beside[] {
  const program = parseAst(source, { lang: "tsx" }) as unknown as Node;
  const drawn = new Set([...elements, ...drawnIn(program)]);
  return all(program)
    .flatMap((node) => [
      ...(/^JSX(?:Element|Fragment)$/.test(node.type) ? besideIn(node, drawn) : []),
      ...given(node, drawn),
    ])
    .map(({ start, end }) => ({
      line: source.slice(0, start).split("\n").length,
      text: source.slice(start, end).replace(/\s+/g, " "),
      start,
      end,
    }));
}

/** What a component gives that is a text: it stands beside whatever stands beside the component. */
function given(node: Node, drawn: ReadonlySet<string>): Node[] {
  const name = (node["id"] as Node | null | undefined)?.["name"];
  const fn = node.type === "VariableDeclarator" ? (node["init"] as Node | null) : node;
  if (!fn || !/Function/.test(fn.type) || typeof name !== "string" || !/^[A-Z]/.test(name)) return [];
  return resultsOf(fn).filter((result) => isText(result, drawn));
}

function besideIn(parent: Node, drawn: ReadonlySet<string>): Node[] {
  const children = (parent["children"] as Node[]).filter(isThere);
  const fragment = parent.type === "JSXFragment";
  if (children.length < 2 && !fragment) return [];
  return children.filter((child, at) => {
    if (child.type === "JSXText" || isStatic(child)) {
      const before = children[at - 1];
      return isSaid(child) && (fragment || (before !== undefined && comesAndGoes(before)));
    }
    return child.type === "JSXExpressionContainer" && isText(child["expression"] as Node, drawn);
  });
}

/** Something is drawn for it: neither the end of a line nor a comment. */
const isThere = (child: Node): boolean =>
  child.type === "JSXText"
    ? !/^\s*\n\s*$/.test(child["value"] as string)
    : (child["expression"] as Node | undefined)?.type !== "JSXEmptyExpression";

const literal = (child: Node): unknown =>
  child.type === "JSXText" ? child["value"] : (child["expression"] as Node | undefined)?.["value"];
const isStatic = (child: Node): boolean => (child["expression"] as Node | undefined)?.type === "Literal";
/** Nobody translates a space. */
const isSaid = (child: Node): boolean => String(literal(child)).trim() !== "";
const comesAndGoes = (child: Node): boolean => child.type === "JSXExpressionContainer" && !isStatic(child);

/** May it be a text? */
function isText(node: Node, drawn: ReadonlySet<string>): boolean {
  const text = (part: string) => isText(node[part] as Node, drawn);
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return false;
    case "Literal":
      return typeof node["value"] === "string" || typeof node["value"] === "number";
    case "ConditionalExpression":
      return text("consequent") || text("alternate");
    case "LogicalExpression":
      return text("right") || (node["operator"] !== "&&" && text("left"));
    case "ParenthesizedExpression":
    case "TSAsExpression":
      return text("expression");
    case "Identifier":
      return node["name"] !== "undefined" && !drawn.has(node["name"] as string);
    case "MemberExpression":
      return !drawn.has((node["property"] as Node)["name"] as string);
    case "CallExpression":
      return isCallText(node, drawn);
    default:
      return true;
  }
}

function isCallText(call: Node, drawn: ReadonlySet<string>): boolean {
  const callee = call["callee"] as Node;
  if (callee.type === "Identifier") return !drawn.has(callee["name"] as string);
  if (drawn.has((callee["object"] as Node)["name"] as string)) return false;
  const method = (callee["property"] as Node)["name"];
  const [given] = call["arguments"] as Node[];
  if (method !== "map" || !given) return true;
  if (given.type === "Identifier") return !drawn.has(given["name"] as string);
  return resultsOf(given).some((result) => isText(result, drawn));
}

/** What a function gives: its expression, or what each `return` of its own says. */
function resultsOf(fn: Node): Node[] {
  const body = fn["body"] as Node;
  if (body.type !== "BlockStatement") return [body];
  const own = (node: Node): Node[] => [
    node,
    ...within(node)
      .filter(({ type }) => !/Function/.test(type))
      .flatMap(own),
  ];
  return own(body).flatMap(({ type, argument }) => (type === "ReturnStatement" && argument ? [argument as Node] : []));
}

/** Names of a file for what is drawn: an element, or a function that gives one. */
function drawnIn(program: Node): string[] {
  const draws = (value: Node | null): boolean =>
    value !== null &&
    (value.type.startsWith("JSX") ||
      (/Function/.test(value.type) && resultsOf(value).every(draws)) ||
      (value.type === "LogicalExpression" && draws(value["right"] as Node)) ||
      (value.type === "ConditionalExpression" && draws(value["consequent"] as Node)));
  return all(program).flatMap((node) => {
    const named = (node["id"] as Node | null)?.["name"] as string | undefined;
    if (node.type === "VariableDeclarator" && draws(node["init"] as Node | null)) return named ? [named] : [];
    if (node.type === "FunctionDeclaration" && draws(node)) return named ? [named] : [];
    return [];
  });
}
